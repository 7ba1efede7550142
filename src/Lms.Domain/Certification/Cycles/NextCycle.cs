using Lms.Domain.Shared;

namespace Lms.Domain.Certification;

/// <summary>Whether a new cycle is earned.</summary>
public abstract record NextCycle
{
    private NextCycle() { }

    /// <summary>It is: a row for <see cref="CertificationPeriod"/>. Ask again, another may be earned too.</summary>
    public sealed record Earned(int Cycle, string Path, DateOnly CompletedOn, Validity Validity)
        : NextCycle;

    /// <summary>Not yet.</summary>
    /// <param name="Cycle">The one the person is on.</param>
    /// <param name="OpensOn">Steps count from this day on; null when they always did.</param>
    /// <param name="Steps">What of the path is left; never nothing.</param>
    public sealed record Left(int Cycle, CertificationPath Path, DateOnly? OpensOn, PathNode Steps)
        : NextCycle;
}

public static class Cycles
{
    /// <summary>
    /// Judges the steps done until <paramref name="day"/> by the rules. Called in the transaction that
    /// records a step; called twice, or late, it answers the same.
    /// </summary>
    /// <param name="day">No day before the last completion.</param>
    public static NextCycle NextPeriod(
        this Certification certification,
        CertificationFacts facts,
        DateOnly day
    )
    {
        var last = facts.Periods.MaxBy(period => period.Cycle);
        if (last is null)
        {
            return Judge(certification, facts, new(1, certification.First, null, day), null);
        }

        var cycle = last.Cycle + 1;
        if (facts.RevokedOn(last) is { } revoked && revoked <= day)
        {
            var anew = new Course(cycle, certification.First, revoked.AddDays(1), day);
            return Judge(certification, facts, anew, null);
        }

        var opens = Opens(certification, last);
        var renewal = new Course(cycle, certification.PathOf(cycle), opens, day);
        if (certification.Late == LatePolicy.Renewal)
        {
            return Judge(certification, facts, renewal, last.Until);
        }

        var graceEnd = certification.GraceEnd(last.Until, facts);
        var onTime = renewal with { Until = Earliest(day, graceEnd) };
        var judged = Judge(certification, facts, onTime, last.Until);
        return judged is NextCycle.Earned || day <= graceEnd
            ? judged
            : Judge(
                certification,
                facts,
                new(cycle, certification.First, graceEnd.AddDays(1), day),
                last.Until
            );
    }

    private static NextCycle Judge(
        Certification certification,
        CertificationFacts facts,
        Course course,
        DateOnly? end
    )
    {
        var first = FirstDays(facts.Steps, new(course.OpensOn ?? DateOnly.MinValue, course.Until));
        if (course.Path.Node.DoneOn(first) is not { } completed)
        {
            var left = course.Path.Node.Left(first)!;
            return new NextCycle.Left(course.Cycle, course.Path, course.OpensOn, left);
        }

        var beginning = facts.Periods.MinBy(period => period.Cycle)?.CompletedOn ?? completed;
        return new NextCycle.Earned(
            course.Cycle,
            course.Path.Name,
            completed,
            certification.Validity.Of(completed, end, facts.FirstDue, beginning)
        );
    }

    /// <summary>From when steps count toward the cycle after <paramref name="last"/>.</summary>
    private static DateOnly Opens(Certification certification, CertificationPeriod last)
    {
        var next = last.CompletedOn.AddDays(1);
        var window = last.Until.AddDays(-certification.Window);
        return certification.CountsEarly || window < next ? next : window;
    }

    private static Dictionary<PathStep, DateOnly> FirstDays(
        IReadOnlyList<StepDone> steps,
        DaySpan within
    )
    {
        var first = new Dictionary<PathStep, DateOnly>();
        foreach (var done in steps.Where(done => within.Has(done.On)))
        {
            if (!first.TryGetValue(done.Step, out var known) || done.On < known)
            {
                first[done.Step] = done.On;
            }
        }

        return first;
    }

    private static DateOnly Earliest(DateOnly one, DateOnly other) => one < other ? one : other;

    /// <summary>A path to be gone between two days.</summary>
    private sealed record Course(
        int Cycle,
        CertificationPath Path,
        DateOnly? OpensOn,
        DateOnly Until
    );
}
