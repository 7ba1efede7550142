using Lms.Domain.People;
using Lms.Domain.Shared;

namespace Lms.Domain.Certification;

/// <summary>Where a person stands with a certification on a day: computed, never a column.</summary>
public enum CertificationState
{
    /// <summary>Nothing was done.</summary>
    NotYet,

    /// <summary>A step of the first path was done.</summary>
    InProgress,
    Certified,

    /// <summary>Certified, in the window before the end, and not renewed.</summary>
    Expiring,

    /// <summary>No longer certified, and renewal is still on time.</summary>
    InGrace,

    /// <summary>No longer certified, and late.</summary>
    Lapsed,

    /// <summary>Credited without taking.</summary>
    Waived,
    Revoked,
    Suspended,
}

public static class CertificationStates
{
    /// <summary>Whether the person counts as a holder.</summary>
    public static bool IsHeld(this CertificationState state) =>
        state switch
        {
            CertificationState.Certified
            or CertificationState.Expiring
            or CertificationState.Waived => true,
            CertificationState.NotYet
            or CertificationState.InProgress
            or CertificationState.InGrace
            or CertificationState.Lapsed
            or CertificationState.Revoked
            or CertificationState.Suspended => false,
        };

    /// <summary>
    /// The state on any day, past or to come, from what was known on it: what was completed or revoked
    /// later is not seen.
    /// </summary>
    public static CertificationState On(
        this Certification certification,
        CertificationFacts facts,
        DateOnly day
    )
    {
        var state = Unsuspended(certification, facts, day);
        return
            (state.IsHeld() || state == CertificationState.InGrace)
            && facts.Suspensions.Any(one => DaySpan.Of(one.From, one.Until).Has(day))
            ? CertificationState.Suspended
            : state;
    }

    /// <summary>
    /// The days on which the person holds it by what is known now, joined: a day is among them exactly
    /// when <see cref="IsHeld"/> is true of its state.
    /// </summary>
    public static IReadOnlyList<DaySpan> HeldDays(CertificationFacts facts)
    {
        var held = new List<DaySpan>(facts.Periods.Count + facts.Waivers.Count);
        foreach (var period in facts.Periods)
        {
            var days = new DaySpan(period.From, period.Until);
            held.Add(facts.RevokedOn(period) is { } revoked ? days.Before(revoked) : days);
        }

        held.AddRange(facts.Waivers);
        var joined = DaySpans.Joined(held);
        return facts.Suspensions.Count == 0
            ? joined
            : DaySpans.Except(
                joined,
                DaySpans.Joined(facts.Suspensions.Select(one => DaySpan.Of(one.From, one.Until)))
            );
    }

    /// <summary>The last day of the unbroken run of periods that holds on the day; null when none holds.</summary>
    public static DateOnly? EndOn(CertificationFacts facts, DateOnly day) =>
        Standing.On(facts, day).End;

    private static CertificationState Unsuspended(
        Certification certification,
        CertificationFacts facts,
        DateOnly day
    )
    {
        var standing = Standing.On(facts, day);
        if (standing.End is { } end)
        {
            return day >= end.AddDays(-certification.Window)
                ? CertificationState.Expiring
                : CertificationState.Certified;
        }

        if (DaySpans.Have(facts.Waivers, day))
        {
            return CertificationState.Waived;
        }

        if (standing.Last is not { } last)
        {
            return facts.Steps.Any(done => done.On <= day && Asks(certification.First, done.Step))
                ? CertificationState.InProgress
                : CertificationState.NotYet;
        }

        return standing.IsRevoked ? CertificationState.Revoked
            : day <= certification.GraceEnd(last.Until, facts) ? CertificationState.InGrace
            : CertificationState.Lapsed;
    }

    /// <summary>The last day on which renewal is on time: days of leave are not counted in the grace.</summary>
    public static DateOnly GraceEnd(
        this Certification certification,
        DateOnly until,
        CertificationFacts facts
    ) => Leave.After(until, certification.Grace, DaySpans.Joined(facts.Leave));

    private static bool Asks(CertificationPath path, PathStep step) =>
        path.Node.Steps().Contains(step);
}
