using System.Runtime.InteropServices;

namespace Lms.Domain.Live;

/// <summary>Time of a session by the server's clock, in milliseconds since it was opened; the end is not included.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Span(long From, long Until)
{
    public long Length => Math.Max(0, Until - From);

    public bool IsEmpty => Until <= From;
}

/// <summary>Sets of time as spans in their order, none touching the next. Linear once sorted.</summary>
public static class Spans
{
    /// <summary>The same time, sorted, without empty spans; spans that meet become one.</summary>
    public static IReadOnlyList<Span> Joined(IEnumerable<Span> spans)
    {
        var joined = new List<Span>();
        foreach (var span in spans.Where(span => !span.IsEmpty).OrderBy(span => span.From))
        {
            if (joined.Count > 0 && span.From <= joined[^1].Until)
            {
                joined[^1] = joined[^1] with { Until = Math.Max(joined[^1].Until, span.Until) };
            }
            else
            {
                joined.Add(span);
            }
        }

        return joined;
    }

    /// <summary>Time in both; both joined.</summary>
    public static IReadOnlyList<Span> Both(IReadOnlyList<Span> left, IReadOnlyList<Span> right)
    {
        var both = new List<Span>();
        for (int a = 0, b = 0; a < left.Count && b < right.Count; )
        {
            var span = new Span(
                Math.Max(left[a].From, right[b].From),
                Math.Min(left[a].Until, right[b].Until)
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

    /// <summary>Time of the first that is not of the second; both joined.</summary>
    public static IReadOnlyList<Span> Except(IReadOnlyList<Span> spans, IReadOnlyList<Span> without)
    {
        var others = new List<Span>();
        var from = long.MinValue;
        foreach (var span in without)
        {
            others.Add(new(from, span.From));
            from = span.Until;
        }

        others.Add(new(from, long.MaxValue));
        return Both(spans, [.. others.Where(span => !span.IsEmpty)]);
    }

    public static long Length(IReadOnlyList<Span> joined) => joined.Sum(span => span.Length);
}
