namespace Lms.Domain.Certification;

/// <summary>How long a period holds. No norm says it: the organiser decides.</summary>
/// <param name="Period">Not nothing: of validity, or between the fixed days.</param>
public sealed record ValidityRule(ValidityBasis Basis, Term Period)
{
    /// <summary>
    /// A day on which a new period of everyone begins, for <see cref="ValidityBasis.Fixed"/>; null for the
    /// due date of the person's first cycle, or else its completion.
    /// </summary>
    public DateOnly? FixedBase { get; init; }

    /// <summary>The least that a fixed day must leave after the completion.</summary>
    public Term Minimum { get; init; } = Term.None;

    /// <summary>When a cycle completed on <paramref name="completed"/> holds.</summary>
    /// <param name="end">The last day of the period before; null when there is none that stands.</param>
    /// <param name="due">When the first cycle was due; null when it was not.</param>
    /// <param name="first">When the first cycle of all was completed.</param>
    public Validity Of(DateOnly completed, DateOnly? end, DateOnly? due, DateOnly first)
    {
        // A day after the end is late under every basis: the gap stays a gap.
        var from =
            end >= completed && Basis != ValidityBasis.Completion
                ? end.Value.AddDays(1)
                : completed;
        return Basis switch
        {
            ValidityBasis.Completion => new(from, Period.LastDay(from)),
            ValidityBasis.Expiry => new(
                from,
                Period.LastDay(completed == first && due >= completed ? due.Value : from)
            ),
            ValidityBasis.Fixed => new(
                from,
                NextFixed(FixedBase ?? due ?? first, completed, end).AddDays(-1)
            ),
        };
    }

    /// <summary>
    /// The first day base + k × period, k any whole number, that leaves the minimum after the completion
    /// and makes the period longer than the one before. Reckoned from the base each time, so that
    /// clamped months do not drift.
    /// </summary>
    private DateOnly NextFixed(DateOnly start, DateOnly completed, DateOnly? end)
    {
        var least = Latest(Minimum.After(completed), completed.AddDays(1));
        if (end >= completed)
        {
            least = Latest(least, end.Value.AddDays(2));
        }

        var times = 0;
        while (Period.After(start, times) < least)
        {
            times++;
        }

        while (Period.After(start, times - 1) >= least)
        {
            times--;
        }

        return Period.After(start, times);
    }

    private static DateOnly Latest(DateOnly one, DateOnly other) => one > other ? one : other;
}

/// <summary>The days of a period, the last one included.</summary>
public sealed record Validity(DateOnly From, DateOnly Until);
