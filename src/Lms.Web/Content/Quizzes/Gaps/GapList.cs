using System.Globalization;
using System.Net;
using Lms.Domain.Quizzes;
using Lms.Web.Content.Markup;
using Markdig.Syntax;

namespace Lms.Web.Content.Quizzes.Gaps;

/// <summary>The gaps in the prompt of a question, in the order of its text.</summary>
internal static class GapList
{
    private const int Most = 30;

    public static bool Has(Block block) => In(block).Any();

    /// <summary>Whether a gap in its text makes the question a cloze.</summary>
    public static bool IsIn(WrittenQuestion written) =>
        written.Body.Any(block => block is not QuoteBlock && HasOutsideKey(block))
        || (written.Title is { } title && Has(title));

    /// <summary>Each gap is in the prompt, and only where gaps are the key.</summary>
    public static void Check(WrittenQuestion written, QuestionCut cut, KeyForm form)
    {
        var prompt = form == KeyForm.Gaps ? Prompt(written, cut).ToHashSet() : [];
        var all = Blocks(written, written.Body).SelectMany(In);
        foreach (var stray in all.Where(gap => !prompt.Contains(gap)))
        {
            written.Text.Report(GapTexts.OutsidePrompt, stray.Span.Start);
        }

        foreach (var list in cut.Prompt.OfType<ListBlock>())
        {
            if (form == KeyForm.Gaps && QuestionCut.IsMarked(list))
            {
                written.Text.Report(GapTexts.WithOptions, list.Span.Start);
            }
        }
    }

    public static Cloze Read(WrittenQuestion written, QuestionCut cut, string id)
    {
        var gaps = new List<Gap>();
        foreach (var gap in Prompt(written, cut))
        {
            gap.Index = gaps.Count;
            gaps.Add(Read(written.Text, gap));
        }

        if (gaps.Count > Most)
        {
            TooMany(written.Text, written.Offset);
        }

        return new() { Id = id, Gaps = gaps };
    }

    private static Gap Read(MarkupText text, GapInline gap)
    {
        var (parts, offset) = (gap.Parts, gap.Span.Start);
        if (parts.Any(part => !TextKey.IsTextSound(part.Text)))
        {
            text.Report(GapTexts.EmptyPart, offset);
        }

        if (parts.Count > Most)
        {
            TooMany(text, offset);
        }

        var stars = parts.Count(part => part.IsStarred);
        if (stars == 0)
        {
            return new([.. parts.Select(part => new TextKey(part.Text, false))], [], 0);
        }

        if (stars > 1 || parts.Count < 2)
        {
            text.Report(GapTexts.OneStar, offset);
        }

        return new([], [.. parts.Select(Html)], parts.ToList().FindIndex(part => part.IsStarred));
    }

    private static string Html(GapPart part) => WebUtility.HtmlEncode(part.Text);

    private static void TooMany(MarkupText text, int offset) =>
        text.Report(GapTexts.TooMany, offset, Most.ToString(CultureInfo.InvariantCulture));

    private static IEnumerable<GapInline> Prompt(WrittenQuestion written, QuestionCut cut) =>
        Blocks(written, cut.Prompt).SelectMany(In);

    private static IEnumerable<Block> Blocks(WrittenQuestion written, IEnumerable<Block> body) =>
        written.Title is { } title ? body.Prepend(title) : body;

    private static bool HasOutsideKey(Block block) =>
        block is ListBlock list && QuestionCut.IsMarked(list) ? false : Has(block);

    private static IEnumerable<GapInline> In(Block block) =>
        (block is LeafBlock leaf ? [leaf] : block.Descendants<LeafBlock>()).SelectMany(one =>
            one.Inline?.FindDescendants<GapInline>() ?? []
        );
}
