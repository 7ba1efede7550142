using CsCheck;
using Lms.Domain.Certification;
using Lms.Domain.Shared;

namespace Lms.Domain.Tests.Certification;

/// <summary>What holds of any rules and any history.</summary>
public sealed class CycleProperties
{
    [Fact]
    public void Periods_and_states_are_those_of_a_reference_that_walks_day_by_day() =>
        CertificationHistory.Random.Sample(
            history =>
            {
                var slow = new SlowHolder(history.Scheme, history);
                var expected = Days().ToDictionary(day => day, slow.Live);
                var holder = Replayed(history);

                Assert.Equal(
                    slow.Periods.Select(one =>
                        (one.Cycle, one.Path, one.Completed, one.From, one.Until)
                    ),
                    holder.Periods.Select(one =>
                        (one.Cycle, one.Path, one.CompletedOn, one.From, one.Until)
                    )
                );
                // Asked when all is over, of every day that has been.
                foreach (var day in Days())
                {
                    Assert.Equal(expected[day], history.Scheme.On(holder.Facts, day));
                }
            },
            iter: 300
        );

    [Fact]
    public void Days_held_are_the_days_whose_state_is_held() =>
        CertificationHistory.Random.Sample(history =>
        {
            var facts = Replayed(history).Facts;
            var held = CertificationStates.HeldDays(facts);
            foreach (var day in Days())
            {
                Assert.Equal(history.Scheme.On(facts, day).IsHeld(), DaySpans.Have(held, day));
            }
        });

    [Fact]
    public void Judged_late_or_twice_the_periods_are_the_same() =>
        CertificationHistory.Random.Sample(random =>
        {
            var history = random with { Revocations = [] };
            var daily = Replayed(history);
            var late = Holder
                .Of(history.Scheme, history.Known with { Steps = [.. history.Steps.Reverse()] })
                .Judged(CertificationHistory.Start.AddDays(CertificationHistory.Days));

            Assert.Equal(
                daily.Periods.Select(one => (one.Path, one.CompletedOn, one.Until)),
                late.Periods.Select(one => (one.Path, one.CompletedOn, one.Until))
            );
        });

    [Fact]
    public void Renewing_on_time_never_loses_a_day_under_expiry() =>
        CertificationHistory
            .Random.Where(history => history.Scheme.Validity.Basis == ValidityBasis.Expiry)
            .Sample(random =>
            {
                var periods = Replayed(random with { Revocations = [] }).Periods;
                foreach (var (before, after) in periods.Zip(periods.Skip(1)))
                {
                    Assert.Equal(
                        after.CompletedOn <= before.Until
                            ? before.Until.AddDays(1)
                            : after.CompletedOn,
                        after.From
                    );
                    Assert.Equal(random.Scheme.Validity.Period.LastDay(after.From), after.Until);
                }
            });

    [Fact]
    public void A_fixed_end_leaves_the_minimum_is_on_the_grid_and_later_than_the_one_before() =>
        CertificationHistory
            .Random.Where(one =>
                one.Scheme.Validity is { Basis: ValidityBasis.Fixed, FixedBase: not null }
            )
            .Sample(random =>
            {
                var rule = random.Scheme.Validity;
                var periods = Replayed(random).Periods;
                var most = rule.Period.Months == 0 ? 4000 : 100;
                foreach (var period in periods)
                {
                    var next = period.Until.AddDays(1);
                    Assert.True(next >= rule.Minimum.After(period.CompletedOn));
                    Assert.Contains(
                        next,
                        Enumerable
                            .Range(-most, 2 * most)
                            .Select(times => rule.Period.After(rule.FixedBase!.Value, times))
                    );
                }

                Assert.All(
                    periods.Zip(periods.Skip(1)),
                    pair => Assert.True(pair.Second.From >= pair.Second.CompletedOn)
                );
            });

    [Fact]
    public void Leave_never_shortens_anything() =>
        CertificationHistory.Random.Sample(random =>
        {
            var history = random with { Revocations = [], Waivers = [], Suspensions = [] };
            var facts = Replayed(history with { Leave = [] }).Facts;
            foreach (var day in Days().Where(day => day.Day % 5 == 0))
            {
                var without = history.Scheme.On(facts, day);
                var with = history.Scheme.On(facts with { Leave = history.Leave }, day);
                Assert.True(
                    with == without
                        || (without, with)
                            is (CertificationState.Lapsed, CertificationState.InGrace)
                );
            }
        });

    [Fact]
    public void What_is_left_once_done_earns_the_cycle() =>
        CertificationHistory.Random.Sample(history =>
        {
            var holder = Replayed(history);
            var day = CertificationHistory.Start.AddDays(CertificationHistory.Days);
            var count = holder.Periods.Count;
            if (history.Scheme.NextPeriod(holder.Facts, day) is not NextCycle.Left left)
            {
                return;
            }

            day = left.OpensOn > day ? left.OpensOn.Value : day;
            if (history.Scheme.NextPeriod(holder.Facts, day) is NextCycle.Left now)
            {
                foreach (var step in now.Steps.Steps())
                {
                    holder.Does(step, day);
                }
            }

            Assert.True(holder.Periods.Count > count);
        });

    private static IEnumerable<DateOnly> Days() =>
        Enumerable.Range(0, CertificationHistory.Days).Select(CertificationHistory.Start.AddDays);

    /// <summary>Day by day, as a database would have come to be.</summary>
    private static Holder Replayed(CertificationHistory history)
    {
        var holder = Holder.Of(history.Scheme, history.Known);
        foreach (var day in Days())
        {
            foreach (var (cycle, on) in history.Revocations.Where(one => one.On == day))
            {
                if (holder.Periods.Any(period => period.Cycle == cycle))
                {
                    holder.Revoked(cycle, on);
                }
            }

            foreach (var done in history.Steps.Where(done => done.On == day))
            {
                holder.Does(done.Step, day);
            }
        }

        return holder;
    }
}
