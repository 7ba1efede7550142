using Markdig.Syntax.Inlines;

namespace Lms.Web.Content.Quizzes.Gaps;

/// <summary>A gap of a text as written, <c>___{answer|other}</c>.</summary>
/// <param name="parts">Between the bars, without their escapes.</param>
internal sealed class GapInline(IReadOnlyList<GapPart> parts) : LeafInline
{
    public IReadOnlyList<GapPart> Parts => parts;

    /// <summary>Its place among the gaps of the question; null when it belongs to none.</summary>
    public int? Index { get; set; }
}

/// <param name="IsStarred">Marked as the right one of those to choose from.</param>
internal sealed record GapPart(string Text, bool IsStarred);
