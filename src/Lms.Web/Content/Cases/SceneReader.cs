using System.Globalization;
using Lms.Domain.Cases;
using Lms.Web.Content.Markup;
using Markdig.Syntax;

namespace Lms.Web.Content.Cases;

/// <summary>One scene: its heading, its text, and the list of choices that ends it.</summary>
internal sealed class SceneReader(MarkupText text, IReadOnlyList<Meter> meters)
{
    private static readonly Dictionary<string, CaseEnding> Endings = new()
    {
        ["good"] = CaseEnding.Good,
        ["poor"] = CaseEnding.Poor,
        ["harm"] = CaseEnding.Harm,
    };

    private readonly List<Block> blocks =
    [
        .. text.Document.Where(block => block is not LinkReferenceDefinitionGroup),
    ];

    /// <summary>Null, with findings, when it is past a limit.</summary>
    /// <param name="file">Path of the case within the course folder.</param>
    /// <param name="ids">Of the scenes before; this one's is added.</param>
    public WrittenScene? Read(string file, LinkTargets targets, HashSet<string> ids)
    {
        if (blocks.Count == 0 || blocks[0] is not HeadingBlock title)
        {
            return null;
        }

        CheckHeadings(title);
        var attributes =
            HeadingAttributes.Of(title) ?? new AttributeList(title.Span.Start, true, []);
        text.Refuse(attributes, "#", "ending");
        var choices = ChoiceList.Find(text, blocks);
        var read = choices is null ? [] : ChoiceList.Read(text, choices, meters);
        Links.Follow(text, file, targets);
        var body = blocks.Skip(1).Where(block => block != choices).ToList();
        var html = MarkupHtml.Of(text, body);
        if (html.Length == 0)
        {
            text.Report(CaseTexts.WithoutText, title.Span.Start);
        }

        return new(
            text,
            title.Span.Start,
            IdOf(title, attributes, ids),
            PlainText.Of(title),
            html,
            [.. read.Select(choice => choice.Finish(text))],
            EndingOf(attributes)
        );
    }

    private void CheckHeadings(HeadingBlock title)
    {
        if (PlainText.Of(title).Length == 0 && ParagraphLimits.Of(title) is null)
        {
            text.Report(CaseTexts.WithoutTitle, title.Span.Start);
        }

        foreach (
            var second in blocks.Skip(1).OfType<HeadingBlock>().Where(h => h.Level <= title.Level)
        )
        {
            text.Report(CaseTexts.HeadingInside, second.Span.Start);
        }
    }

    private string IdOf(HeadingBlock title, AttributeList attributes, HashSet<string> ids)
    {
        if (attributes["#"] is not { } id)
        {
            var number = (ids.Count + 1).ToString(CultureInfo.InvariantCulture);
            text.Report(CaseTexts.WithoutId, title.Span.Start, number);
            id = $" {number}";
        }
        else
        {
            text.IsId(id, attributes.Offset);
        }

        if (!ids.Add(id))
        {
            text.Report(MarkupTexts.DuplicateId, attributes.Offset, id);
        }

        return id;
    }

    private CaseEnding? EndingOf(AttributeList attributes)
    {
        if (attributes["ending"] is not { } written)
        {
            return null;
        }

        if (Endings.TryGetValue(written, out var ending))
        {
            return ending;
        }

        var all = string.Join(", ", Endings.Keys);
        text.Report(MarkupTexts.BadAttribute, attributes.Offset, "ending", all, written);
        return CaseEnding.Poor;
    }
}
