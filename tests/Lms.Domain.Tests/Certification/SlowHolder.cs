using Lms.Domain.Certification;
using Scheme = Lms.Domain.Certification.Certification;

namespace Lms.Domain.Tests.Certification;

/// <summary>
/// The rules of cycles told once more, day by day, with nothing of the domain but its records: a
/// reference as slow as it is plain.
/// </summary>
internal sealed class SlowHolder(Scheme scheme, CertificationHistory history)
{
    private readonly List<(PathStep Step, DateOnly On)> log = [];
    private readonly List<Earned> earned = [];
    private readonly HashSet<int> revoked = [];
    private DateOnly? lastRevocation;
    private int graceDays;
    private DateOnly? graceOver;

    public IReadOnlyList<Earned> Periods => earned;

    /// <summary>Lives one day, the first one first, and says what the state is when it is over.</summary>
    public CertificationState Live(DateOnly day)
    {
        foreach (var (cycle, on) in history.Revocations)
        {
            if (on == day && earned.Exists(period => period.Cycle == cycle))
            {
                revoked.Add(cycle);
                if (cycle == earned[^1].Cycle)
                {
                    lastRevocation = day;
                }
            }
        }

        CountGrace(day);
        foreach (var (step, on) in history.Steps)
        {
            if (on == day)
            {
                log.Add((step, on));
            }
        }

        while (Path(day) is var (name, node, from) && IsGone(node, from))
        {
            Earn(name, day);
        }

        return State(day);
    }

    private void CountGrace(DateOnly day)
    {
        if (earned.Count == 0 || day <= earned[^1].Until || graceOver is not null)
        {
            return;
        }

        // The last of its days is over, whatever begins today.
        if (graceDays == scheme.Grace)
        {
            graceOver = day;
        }
        else if (!IsAway(day))
        {
            graceDays++;
        }
    }

    private (string Name, PathNode Node, DateOnly From) Path(DateOnly day)
    {
        if (earned.Count == 0)
        {
            return (scheme.First.Name, scheme.First.Node, DateOnly.MinValue);
        }

        var last = earned[^1];
        if (revoked.Contains(last.Cycle))
        {
            return (scheme.First.Name, scheme.First.Node, lastRevocation!.Value.AddDays(1));
        }

        if (scheme.Late == LatePolicy.StartAgain && graceOver is { } over)
        {
            return (scheme.First.Name, scheme.First.Node, over);
        }

        var opens = last.Completed.AddDays(1);
        if (!scheme.CountsEarly)
        {
            var window = DateOnly.FromDayNumber(last.Until.DayNumber - scheme.Window);
            opens = window.DayNumber > opens.DayNumber ? window : opens;
        }

        var path =
            scheme.Renewals.Count == 0
                ? scheme.First
                : scheme.Renewals[(last.Cycle - 1) % scheme.Renewals.Count];
        return (path.Name, path.Node, opens);
    }

    private bool IsGone(PathNode node, DateOnly from) =>
        node switch
        {
            PathNode.Step one => log.Exists(done => done.Step == one.What && done.On >= from),
            PathNode.All all => all.Of.All(part => IsGone(part, from)),
            PathNode.AnyOf any => any.Of.Count(part => IsGone(part, from)) >= any.AtLeast,
            _ => false,
        };

    private void Earn(string path, DateOnly day)
    {
        var end =
            earned.Count > 0 && !revoked.Contains(earned[^1].Cycle) && earned[^1].Until >= day
                ? earned[^1].Until
                : (DateOnly?)null;
        var start = earned.Count > 0 ? earned[0].Completed : day;
        var (from, until) = scheme.Validity.Basis switch
        {
            ValidityBasis.Completion => (day, Last(day)),
            ValidityBasis.Expiry when end is { } last => (last.AddDays(1), Last(last.AddDays(1))),
            ValidityBasis.Expiry when earned.Count == 0 && history.Due > day => (
                day,
                Last(history.Due.Value)
            ),
            ValidityBasis.Expiry => (day, Last(day)),
            ValidityBasis.Fixed => (
                end?.AddDays(1) ?? day,
                FixedEnd(scheme.Validity.FixedBase ?? history.Due ?? start, day, end)
            ),
        };
        earned.Add(new(earned.Count + 1, path, day, from, until));
        (graceDays, graceOver) = (0, null);
    }

    private DateOnly Last(DateOnly from) => Moved(from, scheme.Validity.Period, 1).AddDays(-1);

    /// <summary>All days of the grid, from the first on, until one will do.</summary>
    private DateOnly FixedEnd(DateOnly start, DateOnly day, DateOnly? end)
    {
        for (var times = scheme.Validity.Period.Months == 0 ? -2500 : -100; ; times++)
        {
            var next = Moved(start, scheme.Validity.Period, times);
            var last = next.AddDays(-1);
            var leavesEnough = next >= Moved(day, scheme.Validity.Minimum, 1);
            if (last >= day && leavesEnough && !(last <= end))
            {
                return last;
            }
        }
    }

    /// <summary>Months counted by hand, a day that the month lacks becoming its last.</summary>
    private static DateOnly Moved(DateOnly from, Term term, int times)
    {
        var months = (from.Year * 12) + from.Month - 1 + (term.Months * times);
        var (year, month) = (months / 12, (months % 12) + 1);
        var clamped = Math.Min(from.Day, DateTime.DaysInMonth(year, month));
        return new DateOnly(year, month, clamped).AddDays(term.Days * times);
    }

    private CertificationState State(DateOnly day)
    {
        var plain = Plain(day);
        var isStopped =
            plain
                is CertificationState.Certified
                    or CertificationState.Expiring
                    or CertificationState.Waived
                    or CertificationState.InGrace
            && history.Suspensions.Any(one => one.From <= day && day <= one.Until);
        return isStopped ? CertificationState.Suspended : plain;
    }

    private CertificationState Plain(DateOnly day)
    {
        if (Holds(day))
        {
            for (var ahead = 0; ahead <= scheme.Window; ahead++)
            {
                if (!Holds(day.AddDays(ahead + 1)))
                {
                    return CertificationState.Expiring;
                }
            }

            return CertificationState.Certified;
        }

        if (history.Waivers.Any(one => one.From <= day && day <= one.Until))
        {
            return CertificationState.Waived;
        }

        if (earned.Count == 0)
        {
            return log.Exists(done => Asks(scheme.First.Node, done.Step))
                ? CertificationState.InProgress
                : CertificationState.NotYet;
        }

        return revoked.Contains(earned[^1].Cycle)
            || earned.Exists(one =>
                revoked.Contains(one.Cycle) && one.From <= day && day <= one.Until
            )
                ? CertificationState.Revoked
            : graceOver is null ? CertificationState.InGrace
            : CertificationState.Lapsed;
    }

    private bool Holds(DateOnly day) =>
        earned.Exists(one => !revoked.Contains(one.Cycle) && one.From <= day && day <= one.Until);

    private bool IsAway(DateOnly day) =>
        history.Leave.Any(one => one.From <= day && day <= one.Until);

    private static bool Asks(PathNode node, PathStep step) =>
        node switch
        {
            PathNode.Step one => one.What == step,
            PathNode.All all => all.Of.Any(part => Asks(part, step)),
            PathNode.AnyOf any => any.Of.Any(part => Asks(part, step)),
            _ => false,
        };

    internal sealed record Earned(
        int Cycle,
        string Path,
        DateOnly Completed,
        DateOnly From,
        DateOnly Until
    );
}
