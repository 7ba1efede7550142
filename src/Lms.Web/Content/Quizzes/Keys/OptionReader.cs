using System.Globalization;
using Lms.Domain.Quizzes;
using Lms.Web.Content.Markup;
using Markdig.Syntax;

namespace Lms.Web.Content.Quizzes.Keys;

/// <summary>One item: its mark, its text, and the indented quote that is its feedback.</summary>
internal static class OptionReader
{
    private const string Weight = "weight";

    /// <summary>What the learner reads, lower case, for comparing.</summary>
    public static string Words(ListItemBlock item)
    {
        var text = item.Where(block => block is not QuoteBlock).Select(PlainText.OfAll);
        return string.Join(' ', text).Trim().TrimEnd('.').ToLowerInvariant();
    }

    public static Option Read(MarkupText text, ListItemBlock item)
    {
        CheckMark(text, item);
        var content = item.TakeWhile(block => block is not QuoteBlock).ToList();
        var rest = item.Skip(content.Count).ToList();
        if (rest.Find(block => block is not QuoteBlock) is { } stray)
        {
            text.Report(QuizTexts.TextAfterFeedback, stray.Span.Start);
        }

        if (Words(item).Length == 0)
        {
            text.Report(QuizTexts.EmptyOption, item.Span.Start);
        }

        return new(
            ItemHtml.Of(text, content),
            ItemMark.Of(item)?.IsChosen == true,
            Quotes.Html(text, rest)
        )
        {
            Weight = WeightOf(text, item),
        };
    }

    private static int? WeightOf(MarkupText text, ListItemBlock item)
    {
        if (ItemMark.AttributesOf(item) is not { } attributes)
        {
            return null;
        }

        text.Refuse(attributes, Weight);
        if (attributes[Weight] is not { } written)
        {
            return null;
        }

        if (
            int.TryParse(
                written.Replace('−', '-'),
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var weight
            )
        )
        {
            return weight;
        }

        OptionWeights.Wrong(text, attributes.Offset, -100, 100, written);
        return null;
    }

    private static void CheckMark(MarkupText text, ListItemBlock item)
    {
        if (ItemMark.Of(item) is not { } mark)
        {
            text.Report(QuizTexts.UnmarkedOption, item.Span.Start);
        }
        else if (!mark.IsKnown)
        {
            text.Report(QuizTexts.WrongMark, mark.Offset, mark.Inside);
        }
    }
}
