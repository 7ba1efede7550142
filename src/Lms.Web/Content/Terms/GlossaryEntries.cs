using System.Globalization;
using Lms.Web.Content.Blocks.Definitions;
using Lms.Web.Content.Markup;
using Markdig.Extensions.DefinitionLists;
using Markdig.Syntax;

namespace Lms.Web.Content.Terms;

/// <summary>The entries of a glossary: a definition list, variants as extra terms above one meaning.</summary>
internal sealed class GlossaryEntries
{
    private const int Most = 2_000;

    private readonly MarkupText text;
    private readonly List<GlossaryEntry> entries = [];
    private readonly HashSet<string> anchors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Name, int Line)> names = new(
        StringComparer.Ordinal
    );
    private readonly Dictionary<string, string> looseNames = new(StringComparer.Ordinal);

    private GlossaryEntries(MarkupText text) => this.text = text;

    public static IReadOnlyList<GlossaryEntry> Read(MarkupText text)
    {
        var reading = new GlossaryEntries(text);
        foreach (var block in text.Document)
        {
            if (block is DefinitionList list)
            {
                DefinitionLists.Of(list).ForEach(reading.Add);
            }
            else if (block is not LinkReferenceDefinitionGroup)
            {
                text.Report(TermTexts.Expected, block.Span.Start);
            }
        }

        return reading.entries;
    }

    private void Add(Definition definition)
    {
        var terms = definition.Terms.Select(Claim).OfType<string>().ToList();
        if (terms.Count == 0)
        {
            return;
        }

        if (entries.Count == Most)
        {
            var most = Most.ToString(CultureInfo.InvariantCulture);
            text.Report(TermTexts.TooMany, definition.Terms[0].Span.Start, most);
        }

        if (entries.Count < Most)
        {
            var said = definition.Said.SelectMany(blocks => blocks).ToList();
            entries.Add(
                new(
                    terms[0],
                    terms[1..],
                    AnchorOf(terms[0]),
                    MarkupHtml.Of(text, said),
                    string.Join(' ', said.Select(PlainText.OfAll))
                )
            );
        }
    }

    /// <summary>The name that stands on the line; null when it cannot be one, or is taken.</summary>
    private string? Claim(DefinitionTerm term)
    {
        var (name, offset) = (PlainText.Of(term), term.Span.Start);
        if (
            name.Length is 0 or > TermParser.Longest
            || name.AsSpan().ContainsAny(TermParser.Marks)
            || name.Contains('|')
        )
        {
            var most = TermParser.Longest.ToString(CultureInfo.InvariantCulture);
            text.Report(TermTexts.BadTerm, offset, most);
            return null;
        }

        if (names.TryGetValue(Spelling.Of(name), out var before))
        {
            var line = before.Line.ToString(CultureInfo.InvariantCulture);
            text.Report(TermTexts.Twice, offset, name, line);
            return null;
        }

        names.Add(Spelling.Of(name), (name, text.PlaceOf(offset).Line));
        if (!looseNames.TryAdd(Spelling.Loose(name), name))
        {
            text.Report(TermTexts.SpelledTwoWays, offset, name, looseNames[Spelling.Loose(name)]);
        }

        return name;
    }

    /// <summary>A colon keeps it apart from the anchors of headings.</summary>
    private string AnchorOf(string term)
    {
        var words = $"term:{HeadingAnchors.Words(term)}";
        var anchor = words;
        for (var number = 2; !anchors.Add(anchor); number++)
        {
            anchor = string.Create(CultureInfo.InvariantCulture, $"{words}-{number}");
        }

        return anchor;
    }
}
