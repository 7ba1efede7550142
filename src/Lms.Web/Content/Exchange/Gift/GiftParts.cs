using Lms.Web.Content.Exchange.Answers;

namespace Lms.Web.Content.Exchange.Gift;

/// <summary>One answer: the mark before it, and all up to the next mark.</summary>
/// <param name="Mark"><c>=</c>, <c>~</c>, or NUL when there is none.</param>
internal readonly record struct GiftPart(char Mark, GiftText Text)
{
    private const int LongestWeight = 12;

    /// <summary>The percents that begin it, when they do, and the rest.</summary>
    public (decimal? Percent, GiftText After) Weight(QuestionScope scope)
    {
        var end = Text.StartsWith("%") ? Text[1..].IndexOf("%") : -1;
        if (end is < 1 or > LongestWeight)
        {
            return (null, Text);
        }

        var written = Text[1..(end + 1)].Letters;
        return written.AsSpan().ContainsAnyInRange('0', '9')
            ? (GradedAnswer.PercentOf(written, scope), Text[(end + 2)..].Trim())
            : (null, Text);
    }
}

internal static class GiftParts
{
    /// <summary>At least one; what stands before the first mark has none.</summary>
    public static IReadOnlyList<GiftPart> Of(GiftText text, string marks)
    {
        var parts = new List<GiftPart>();
        for (var at = 0; at <= text.Length; )
        {
            var isMarked =
                at < text.Length && marks.Contains(text.Marks[at], StringComparison.Ordinal);
            var start = at + (isMarked ? 1 : 0);
            var next = text.Marks[start..].IndexOfAny(marks);
            var end = next < 0 ? text.Length : start + next;
            var part = text[start..end].Trim();
            if (isMarked || part.Length > 0)
            {
                parts.Add(new(isMarked ? text.Marks[at] : '\0', part));
            }

            if (next < 0)
            {
                break;
            }

            at = end;
        }

        return parts;
    }
}
