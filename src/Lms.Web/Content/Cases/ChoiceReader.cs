using System.Globalization;
using Lms.Domain.Cases;
using Lms.Web.Content.Files;
using Lms.Web.Content.Markup;
using Lms.Web.Content.Quizzes;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lms.Web.Content.Cases;

/// <summary>
/// One choice: <c>- [action](#s2){safety=-1 breach}</c>, and the indented quote that is what follows.
/// </summary>
internal sealed record ChoiceReader(
    ListItemBlock Content,
    ParagraphBlock Action,
    int Offset,
    string Written,
    IReadOnlyDictionary<string, int> Moves,
    bool IsBreach
)
{
    public const string Breach = "breach";

    private const int FarthestMove = 9;

    public static ChoiceReader Take(
        MarkupText text,
        ListItemBlock item,
        IReadOnlyList<Meter> meters
    )
    {
        var action = (ParagraphBlock)item[0];
        var link = (LinkInline)action.Inline!.FirstChild!;
        var attributes = AttributesOf(text, action, link);
        action.Inline = InsideOf(link);
        if (PlainText.Of(action).Length == 0)
        {
            text.Report(CaseTexts.EmptyChoice, link.Span.Start);
        }

        return new(
            item,
            action,
            link.Span.Start,
            link.Url ?? "",
            MovesOf(text, attributes, [.. meters.Select(meter => meter.Code)]),
            attributes[Breach] is not null
        );
    }

    /// <summary>After the links of the text have been followed.</summary>
    public WrittenChoice Finish(MarkupText text)
    {
        var rest = Content.Skip(1).ToList();
        if (rest.Find(block => block is not QuoteBlock) is { } stray)
        {
            text.Report(CaseTexts.TextAfterFeedback, stray.Span.Start);
        }

        var choice = new CaseChoice(
            MarkupHtml.Inside(text, Action),
            Written.TrimStart('#'),
            Moves,
            IsBreach,
            Quotes.Html(text, rest)
        );
        return new(choice, Offset, Written);
    }

    /// <summary>What stands between the link and the end of its paragraph, as written.</summary>
    private static AttributeList AttributesOf(
        MarkupText text,
        ParagraphBlock action,
        LinkInline link
    )
    {
        var none = new AttributeList(link.Span.Start, true, []);
        var after = link.Span.End + 1;
        var written = text.Written(new(after, action.Span.End)).TrimEnd().ToString();
        if (written.Length == 0)
        {
            return none;
        }

        var found = AttributeList.AtEndOf(written, after, out var start);
        if (found is null || written[..start].Trim().Length > 0)
        {
            text.Report(CaseTexts.BesideLink, after);
        }

        return found ?? none;
    }

    private static ContainerInline InsideOf(LinkInline link)
    {
        var inside = new ContainerInline();
        while (link.FirstChild is { } child)
        {
            child.Remove();
            inside.AppendChild(child);
        }

        return inside;
    }

    private static Dictionary<string, int> MovesOf(
        MarkupText text,
        AttributeList attributes,
        string[] meters
    )
    {
        if (!attributes.IsReadable)
        {
            text.Report(MarkupTexts.AttributeSyntax, attributes.Offset);
        }

        var moves = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var one in attributes.All)
        {
            if (one.Key == Breach)
            {
                RefuseValue(text, one);
            }
            else if (!meters.Contains(one.Key))
            {
                RefuseKey(text, one, meters);
            }
            else if (!moves.TryAdd(one.Key, MoveOf(text, one)))
            {
                text.Report(CaseTexts.MovesTwice, one.Offset, one.Key);
            }
        }

        return moves;
    }

    private static void RefuseValue(MarkupText text, WrittenAttribute breach)
    {
        if (breach.Value.Length > 0)
        {
            text.Report(MarkupTexts.BadAttribute, breach.Offset, Breach, Breach, breach.Value);
        }
    }

    private static void RefuseKey(MarkupText text, WrittenAttribute one, string[] meters)
    {
        var finding = IsWhole(one.Value, out _)
            ? CaseTexts.UnknownMeter
            : MarkupTexts.UnknownAttribute;
        string[] name = [one.Key == "#" ? $"#{one.Value}" : one.Key];
        text.Report(finding, one.Offset, Nearest.To(one.Key, [.. meters, Breach]), name);
    }

    private static int MoveOf(MarkupText text, WrittenAttribute one)
    {
        if (IsWhole(one.Value, out var move) && Math.Abs(move) <= FarthestMove)
        {
            return move;
        }

        // The minus of typography looks the same and is another character.
        var plain = one.Value.Replace('−', '-').Replace('–', '-');
        var suggestion = plain != one.Value ? $"{one.Key}={plain}" : null;
        string[] args = [one.Key, $"-{FarthestMove}…{FarthestMove}", one.Value];
        text.Report(MarkupTexts.BadAttribute, one.Offset, suggestion, args);
        return 0;
    }

    private static bool IsWhole(string written, out int move) =>
        int.TryParse(
            written,
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out move
        );
}
