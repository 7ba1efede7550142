namespace Lms.Domain.Shared;

/// <summary>
/// Sets of days as spans in their order, none touching the next. All is linear in the spans once they
/// are sorted.
/// </summary>
public static class DaySpans
{
    /// <summary>The same days, sorted, without empty spans; spans that meet become one.</summary>
    public static IReadOnlyList<DaySpan> Joined(IEnumerable<DaySpan> spans)
    {
        if (spans is IReadOnlyCollection<DaySpan> { Count: 0 })
        {
            return [];
        }

        var (joined, isSorted) = (new List<DaySpan>(), true);
        foreach (var span in spans)
        {
            if (!span.IsEmpty)
            {
                isSorted &= joined.Count == 0 || joined[^1].From <= span.From;
                joined.Add(span);
            }
        }

        if (!isSorted)
        {
            joined.Sort((one, other) => one.From.CompareTo(other.From));
        }

        var last = 0;
        for (var at = 1; at < joined.Count; at++)
        {
            if (Meets(joined[last], joined[at]))
            {
                joined[last] = new(joined[last].From, Later(joined[last].Until, joined[at].Until));
            }
            else
            {
                joined[++last] = joined[at];
            }
        }

        if (joined.Count > last + 1)
        {
            joined.RemoveRange(last + 1, joined.Count - last - 1);
        }

        return joined;
    }

    /// <summary>Days in both; both joined.</summary>
    public static IReadOnlyList<DaySpan> Both(
        IReadOnlyList<DaySpan> left,
        IReadOnlyList<DaySpan> right
    )
    {
        if (left.Count == 0 || right.Count == 0)
        {
            return [];
        }

        if (left is [var one] && right is [var other] && Within(one, other))
        {
            return left;
        }

        var both = new List<DaySpan>();
        for (int a = 0, b = 0; a < left.Count && b < right.Count; )
        {
            var span = new DaySpan(
                Later(left[a].From, right[b].From),
                Earlier(left[a].Until, right[b].Until)
            );
            if (!span.IsEmpty)
            {
                both.Add(span);
            }

            if (left[a].Until < right[b].Until)
            {
                a++;
            }
            else
            {
                b++;
            }
        }

        return both;
    }

    /// <summary>Days of the first that are not of the second; both joined.</summary>
    public static IReadOnlyList<DaySpan> Except(
        IReadOnlyList<DaySpan> days,
        IReadOnlyList<DaySpan> without
    ) => without.Count == 0 || days.Count == 0 ? days : Both(days, Others(without));

    public static bool Have(IReadOnlyList<DaySpan> spans, DateOnly day)
    {
        foreach (var span in spans)
        {
            if (span.Has(day))
            {
                return true;
            }
        }

        return false;
    }

    private static List<DaySpan> Others(IReadOnlyList<DaySpan> spans)
    {
        var others = new List<DaySpan>();
        var from = DateOnly.MinValue;
        foreach (var span in spans)
        {
            if (from < span.From)
            {
                others.Add(new(from, span.From.AddDays(-1)));
            }

            if (span.Until == DateOnly.MaxValue)
            {
                return others;
            }

            from = span.Until.AddDays(1);
        }

        others.Add(new(from, DateOnly.MaxValue));
        return others;
    }

    private static bool Meets(DaySpan earlier, DaySpan later) =>
        earlier.Until == DateOnly.MaxValue || later.From <= earlier.Until.AddDays(1);

    private static bool Within(DaySpan inner, DaySpan outer) =>
        outer.From <= inner.From && inner.Until <= outer.Until;

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
