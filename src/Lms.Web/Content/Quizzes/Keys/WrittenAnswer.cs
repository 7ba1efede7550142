using System.Globalization;
using Lms.Domain.Quizzes;
using Lms.Web.Content.Blocks.Abbreviations;
using Lms.Web.Content.Markup;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lms.Web.Content.Quizzes.Keys;

/// <summary>One item <c>- = text</c>, or <c>- =~ `pattern`</c>.</summary>
/// <param name="Offset">Of the item.</param>
internal sealed record WrittenAnswer(TextKey Key, int Offset)
{
    private const string Sign = "=";
    private const string PatternSign = "=~";

    public static bool IsOne(ListItemBlock item) =>
        item is [ParagraphBlock first, ..]
        && PlainText.Of(first).StartsWith(Sign, StringComparison.Ordinal);

    /// <summary>Null, with a finding, when it is no answer.</summary>
    public static WrittenAnswer? Read(MarkupText text, ListItemBlock item)
    {
        if (!IsOne(item))
        {
            text.Report(KeyTexts.AnswerWithoutSign, item.Span.Start);
            return null;
        }

        if (item.Count > 1)
        {
            text.Report(KeyTexts.AnswerHasMore, item[1].Span.Start);
        }

        var paragraph = (ParagraphBlock)item[0];
        var written = PlainText.Of(paragraph);
        return written.StartsWith(PatternSign, StringComparison.Ordinal)
            ? Pattern(text, item, paragraph)
            : Plain(text, item, paragraph, written[Sign.Length..].Trim());
    }

    private static WrittenAnswer? Pattern(
        MarkupText text,
        ListItemBlock item,
        ParagraphBlock paragraph
    )
    {
        var before = paragraph.Inline!.SkipLast(1).ToList();
        if (
            paragraph.Inline!.LastChild is CodeInline code
            && before.TrueForAll(inline => inline is LiteralInline)
            && string.Concat(before.Cast<LiteralInline>().Select(one => one.Content.ToString()))
                .Trim() == PatternSign
            && TextKey.IsPatternSound(code.Content)
        )
        {
            return new(new(code.Content, true), item.Span.Start);
        }

        var most = TextKey.LongestPattern.ToString(CultureInfo.InvariantCulture);
        text.Report(KeyTexts.BadPattern, item.Span.Start, most);
        return null;
    }

    private static WrittenAnswer? Plain(
        MarkupText text,
        ListItemBlock item,
        ParagraphBlock paragraph,
        string answer
    )
    {
        if (!paragraph.Inline!.All(IsPlain))
        {
            text.Report(KeyTexts.AnswerNotPlain, item.Span.Start);
            return null;
        }

        if (!TextKey.IsTextSound(answer))
        {
            text.Report(KeyTexts.EmptyAnswer, item.Span.Start);
            return null;
        }

        if (answer.Length > ShortText.Longest)
        {
            var most = ShortText.Longest.ToString(CultureInfo.InvariantCulture);
            text.Report(KeyTexts.AnswerTooLong, item.Span.Start, most);
            return null;
        }

        return new(new(answer, false), item.Span.Start);
    }

    /// <summary>Nothing that Markdown takes out of what the author sees.</summary>
    private static bool IsPlain(Inline inline) =>
        inline
            is LiteralInline
                or HtmlEntityInline
                or LineBreakInline
                or AutolinkInline
                or AbbreviationInline
                or LinkInline { IsAutoLink: true };
}
