namespace Lms.Web.Search;

/// <summary>
/// A text with its wanted words told apart. It is plain text: the page encodes every part and puts
/// the marks around them itself.
/// </summary>
public sealed record Excerpt(IReadOnlyList<ExcerptPart> Parts)
{
    /// <summary>Letters of an excerpt, about two lines of a page.</summary>
    private const int Length = 160;

    /// <summary>Room before the first mark, so that it is read in its sentence.</summary>
    private const int Before = 40;

    private const string More = "…";

    public static readonly Excerpt None = new([]);

    /// <summary>The whole text, as for a title.</summary>
    internal static Excerpt Whole(string text, IReadOnlyList<Mark> marks) =>
        new(Split(text, 0, text.Length, marks));

    /// <summary>The piece of the text where most of the wanted words stand together.</summary>
    internal static Excerpt Best(string text, IReadOnlyList<Mark> marks)
    {
        var start = text.Length <= Length ? 0 : StartOf(text, marks);
        var end = Math.Min(text.Length, start + Length);
        end = end == text.Length ? end : WordBefore(text, start, end);
        var parts = Split(text, start, end, marks);
        if (start > 0)
        {
            parts.Insert(0, new(More, IsWanted: false));
        }

        if (end < text.Length)
        {
            parts.Add(new(More, IsWanted: false));
        }

        return new(parts);
    }

    private static int StartOf(string text, IReadOnlyList<Mark> marks)
    {
        if (marks.Count == 0)
        {
            return 0;
        }

        var first = Densest(marks).Start;
        var start = Math.Clamp(first - Before, 0, text.Length - Length);
        return start == 0 ? 0 : WordAfter(text, start, first);
    }

    private static Mark Densest(IReadOnlyList<Mark> marks)
    {
        var (best, most) = (marks[0], 0);
        for (int first = 0, last = 0; first < marks.Count; first++)
        {
            var words = 0;
            for (last = first; last < marks.Count && Fits(marks[first], marks[last]); last++)
            {
                words |= marks[last].Words;
            }

            if (int.PopCount(words) > most)
            {
                (best, most) = (marks[first], int.PopCount(words));
            }
        }

        return best;
    }

    private static bool Fits(Mark first, Mark last) => last.End - first.Start <= Length - Before;

    /// <summary>The beginning of the first whole word from <paramref name="start"/> on.</summary>
    private static int WordAfter(string text, int start, int latest)
    {
        while (start < latest && !char.IsWhiteSpace(text[start - 1]))
        {
            start++;
        }

        return start;
    }

    private static int WordBefore(string text, int start, int end)
    {
        var at = end;
        while (at > start && !char.IsWhiteSpace(text[at]))
        {
            at--;
        }

        return at > start ? at : end;
    }

    private static List<ExcerptPart> Split(
        string text,
        int start,
        int end,
        IReadOnlyList<Mark> marks
    )
    {
        var parts = new List<ExcerptPart>();
        var at = start;
        foreach (var mark in marks)
        {
            var (from, to) = (Math.Max(mark.Start, at), Math.Min(mark.End, end));
            if (to > from)
            {
                Add(parts, text[at..from], isWanted: false);
                Add(parts, text[from..to], isWanted: true);
                at = to;
            }
        }

        Add(parts, text[at..end], isWanted: false);
        return parts;
    }

    private static void Add(List<ExcerptPart> parts, string text, bool isWanted)
    {
        if (text.Length > 0)
        {
            parts.Add(new(text, isWanted));
        }
    }
}

public sealed record ExcerptPart(string Text, bool IsWanted);
