using Lms.Domain.Certification;
using Lms.Domain.Shared;

namespace Lms.Domain.Tests.Certification;

public sealed class CycleTests
{
    [Fact]
    public void Renewals_rotate_and_every_cycle_is_a_record_of_its_own()
    {
        var holder = new Holder(PeriodTableTests.Rules(ValidityBasis.Expiry))
            .Takes("start", "2020-01-01")
            .Takes("renew", "2020-12-01")
            .Takes("renew-c", "2021-12-01")
            .Takes("renew", "2022-12-01");

        Assert.Equal(["first", "B", "C", "B"], holder.Periods.Select(period => period.Path));
        Assert.Equal([1, 2, 3, 4], holder.Periods.Select(period => period.Cycle));
        Assert.Equal(
            ["2020-12-31", "2021-12-31", "2022-12-31", "2023-12-31"],
            holder.Periods.Select(period => period.Until.ToString("O"))
        );
    }

    [Fact]
    public void Three_paths_come_in_turn_begin_anew_and_none_is_asked_twice_in_a_row()
    {
        var rules = PeriodTableTests.Rules(ValidityBasis.Expiry) with
        {
            Renewals =
            [
                new("B", PeriodTableTests.Course("b")),
                new("C", PeriodTableTests.Course("c")),
                new("D", PeriodTableTests.Course("d")),
            ],
        };
        var holder = new Holder(rules).Takes("start", "2020-01-01");

        foreach (var (year, path) in Enumerable.Range(2020, 8).Zip("bcdbcdbc"))
        {
            var asked = holder.Left($"{year}-11-30");
            Assert.Equal([new PathStep.Course($"{path}")], asked.Steps.Steps());
            // The scenarios of other years do not count in this one.
            foreach (var other in "bcd".Where(other => other != path))
            {
                holder.Takes($"{other}", $"{year}-12-01");
            }

            Assert.Equal(year - 2020 + 1, holder.Last.Cycle);
            holder.Takes($"{path}", $"{year}-12-02");
            Assert.Equal(year - 2020 + 2, holder.Last.Cycle);
        }

        Assert.Equal(
            ["first", "B", "C", "D", "B", "C", "D", "B", "C"],
            holder.Periods.Select(period => period.Path)
        );
        Assert.Equal("2028-12-31", holder.Last.Until.ToString("O"));
    }

    [Fact]
    public void Steps_before_the_window_count_when_the_rule_says_so()
    {
        var rules = PeriodTableTests.Rules(ValidityBasis.Expiry) with { CountsEarly = true };

        var holder = new Holder(rules).Takes("start", "2023-01-01").Takes("renew", "2023-01-02");

        Assert.Equal(Holder.Day("2024-12-31"), holder.Last.Until);
        Assert.Equal(CertificationState.Certified, holder.On("2023-12-31"));
        Assert.Equal(CertificationState.Expiring, holder.On("2024-12-31"));
    }

    [Fact]
    public void What_is_left_names_the_steps_of_the_current_path_and_when_they_begin_to_count()
    {
        var path = new PathNode.All([
            PeriodTableTests.Course("k1"),
            new PathNode.AnyOf(
                2,
                [
                    PeriodTableTests.Course("k2"),
                    new PathNode.Step(new PathStep.Evidence("training")),
                    new PathNode.Step(new PathStep.Case("k3", "farm")),
                ]
            ),
        ]);
        var rules = PeriodTableTests.Rules(ValidityBasis.Completion) with
        {
            First = new("first", path),
        };
        var holder = new Holder(rules);

        Assert.Same(path.Of[0], Assert.IsType<PathNode.All>(holder.Left("2023-01-01").Steps).Of[0]);
        Assert.Equal(CertificationState.NotYet, holder.On("2023-01-01"));

        holder.Takes("k1", "2023-01-02").Takes("k2", "2023-01-03");
        var left = Assert.IsType<PathNode.AnyOf>(holder.Left("2023-01-03").Steps);
        Assert.Equal((1, 2), (left.AtLeast, left.Of.Count));
        Assert.Equal(CertificationState.InProgress, holder.On("2023-01-03"));

        holder.Does(new PathStep.Case("k3", "farm"), Holder.Day("2023-02-12"));
        var next = holder.Left("2023-02-12");
        Assert.Equal((2, "B"), (next.Cycle, next.Path.Name));
        Assert.Equal(Holder.Day("2023-12-13"), next.OpensOn);
        Assert.Equal(PeriodTableTests.Course("renew"), next.Steps);

        var late = holder.Left("2024-03-13");
        Assert.Equal(("first", Holder.Day("2024-03-13")), (late.Path.Name, late.OpensOn));
    }

    [Fact]
    public void A_revoked_period_is_earned_anew_by_the_first_path()
    {
        var holder = new Holder(PeriodTableTests.Rules(ValidityBasis.Completion))
            .Takes("start", "2023-02-12")
            .Revoked(1, "2023-05-01");

        Assert.Equal(CertificationState.Certified, holder.On("2023-04-30"));
        Assert.Equal(CertificationState.Revoked, holder.On("2023-05-01"));
        Assert.Equal(CertificationState.Revoked, holder.On("2030-05-01"));

        holder.Takes("start", "2023-05-01");
        Assert.Single(holder.Periods);
        holder.Takes("start", "2023-06-01");
        Assert.Equal((2, "first"), (holder.Last.Cycle, holder.Last.Path));
        Assert.Equal(CertificationState.Revoked, holder.On("2023-05-31"));
        Assert.Equal(CertificationState.Certified, holder.On("2023-06-01"));
    }

    [Fact]
    public void A_suspension_stops_what_holds_and_time_runs_on()
    {
        var holder = new Holder(PeriodTableTests.Rules(ValidityBasis.Completion))
            .Takes("start", "2023-02-12")
            .Suspended("2023-03-01", "2023-03-31")
            .Suspended("2024-02-01", null);

        Assert.Equal(CertificationState.Suspended, holder.On("2023-03-31"));
        Assert.Equal(CertificationState.Certified, holder.On("2023-04-01"));
        Assert.Equal(CertificationState.Suspended, holder.On("2024-03-12"));
        Assert.Equal(CertificationState.Lapsed, holder.On("2024-03-13"));
    }

    [Fact]
    public void A_waiver_stands_in_where_nothing_is_held_and_ends_when_it_is_withdrawn()
    {
        var holder = new Holder(PeriodTableTests.Rules(ValidityBasis.Completion))
            .Waived("2023-01-01", "2023-06-30")
            .Takes("start", "2023-02-12");

        Assert.Equal(CertificationState.Waived, holder.On("2023-02-11"));
        Assert.Equal(CertificationState.Certified, holder.On("2023-02-12"));

        var waiver = new Waiver
        {
            Id = default,
            PersonId = default,
            Course = "k1",
            From = Holder.Day("2023-01-01"),
            Reason = "",
            GivenAt = default,
            WithdrawnAt = new(2023, 3, 1, 12, 0, 0, TimeSpan.Zero),
        };
        Assert.Equal(new(waiver.From, Holder.Day("2023-02-28")), waiver.Days(DayOf));
        Assert.Equal(new(new PathStep.Course("k1"), waiver.From), waiver.Step(DayOf));
        waiver.WithdrawnAt = new(2023, 1, 1, 1, 0, 0, TimeSpan.Zero);
        Assert.Null(waiver.Step(DayOf));

        static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.DateTime);
    }

    [Fact]
    public void The_hash_of_the_rules_changes_with_a_rule_and_not_with_a_name()
    {
        var rules = PeriodTableTests.Rules(ValidityBasis.Completion);
        var hash = CertificationRules.HashOf(rules);

        Assert.Equal(64, hash.Length);
        Assert.Equal(hash, CertificationRules.HashOf(rules with { Name = LocalText.Empty }));
        Assert.NotEqual(hash, CertificationRules.HashOf(rules with { Grace = 31 }));
        Assert.NotEqual(hash, CertificationRules.HashOf(rules with { Renewals = [] }));
        Assert.NotEqual(
            hash,
            CertificationRules.HashOf(
                rules with
                {
                    First = new("first", PeriodTableTests.Course("k9")),
                }
            )
        );
    }
}
