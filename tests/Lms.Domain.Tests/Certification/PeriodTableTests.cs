using Lms.Domain.Certification;
using Scheme = Lms.Domain.Certification.Certification;

namespace Lms.Domain.Tests.Certification;

/// <summary>Bases × when the renewal comes × leave in between.</summary>
public sealed class PeriodTableTests
{
    // A year, renewal in the last 60 days, 30 days of grace. The first course on 12 February 2023 gives:
    // completion: until 11.02.2024. Expiry, due on 1 March 2023: until 29.02.2024.
    // Fixed to every 1 September, at least 3 months: until 31.08.2023.
    [Theory]
    // Before the window: it counts for nothing.
    [InlineData("Completion", "2023-12-12", "", "", "2023-02-12", "2024-02-11")]
    [InlineData("Expiry", "2023-12-30", "", "", "2023-02-12", "2024-02-29")]
    [InlineData("Fixed", "2023-07-01", "", "", "2023-02-12", "2023-08-31")]
    // Early, on the first day of the window: expiry and fixed lose no day.
    [InlineData("Completion", "2023-12-13", "", "B", "2023-12-13", "2024-12-12")]
    [InlineData("Expiry", "2023-12-31", "", "B", "2024-03-01", "2025-02-28")]
    [InlineData("Fixed", "2023-07-02", "", "B", "2023-09-01", "2024-08-31")]
    // On time, on the last valid day.
    [InlineData("Completion", "2024-02-11", "", "B", "2024-02-11", "2025-02-10")]
    [InlineData("Expiry", "2024-02-29", "", "B", "2024-03-01", "2025-02-28")]
    [InlineData("Fixed", "2023-08-31", "", "B", "2023-09-01", "2024-08-31")]
    // In grace, on its last day: the renewal path still, and the gap stays.
    [InlineData("Completion", "2024-03-12", "", "B", "2024-03-12", "2025-03-11")]
    [InlineData("Expiry", "2024-03-30", "", "B", "2024-03-30", "2025-03-29")]
    [InlineData("Fixed", "2023-09-30", "", "B", "2023-09-30", "2024-08-31")]
    // Late: from nothing, by the first path.
    [InlineData("Completion", "2024-03-13", "", "first", "2024-03-13", "2025-03-12")]
    [InlineData("Expiry", "2024-03-31", "", "first", "2024-03-31", "2025-03-30")]
    [InlineData("Fixed", "2023-10-01", "", "first", "2023-10-01", "2024-08-31")]
    // The same day after ten days of leave that reached into the grace: still on time.
    [InlineData(
        "Completion",
        "2024-03-13",
        "2024-02-07/2024-02-16",
        "B",
        "2024-03-13",
        "2025-03-12"
    )]
    [InlineData("Expiry", "2024-03-31", "2024-03-05/2024-03-14", "B", "2024-03-31", "2025-03-30")]
    [InlineData("Fixed", "2023-10-01", "2023-08-01/2023-09-01", "B", "2023-10-01", "2024-08-31")]
    // Leave that ended before the end of the period moves nothing.
    [InlineData(
        "Completion",
        "2024-03-13",
        "2024-01-01/2024-02-11",
        "first",
        "2024-03-13",
        "2025-03-12"
    )]
    // Away for three years from within the period on: back in time by 30 days.
    [InlineData(
        "Completion",
        "2027-01-29",
        "2023-12-30/2026-12-31",
        "B",
        "2027-01-29",
        "2028-01-28"
    )]
    [InlineData(
        "Completion",
        "2027-01-31",
        "2023-12-30/2026-12-31",
        "first",
        "2027-01-31",
        "2028-01-30"
    )]
    public void A_renewal(
        string basis,
        string on,
        string leave,
        string path,
        string from,
        string until
    )
    {
        var holder = Certified(Enum.Parse<ValidityBasis>(basis), leave).Takes("renew", on);
        if (path == "first")
        {
            Assert.Single(holder.Periods);
            holder.Takes("start", on);
        }

        Assert.Equal(path.Length == 0 ? 1 : 2, holder.Periods.Count);
        Assert.Equal(path.Length == 0 ? "first" : path, holder.Last.Path);
        Assert.Equal((Holder.Day(from), Holder.Day(until)), (holder.Last.From, holder.Last.Until));
    }

    [Theory]
    [InlineData("Completion", "", "2023-12-12", "2024-02-11", "2024-03-12")]
    [InlineData("Expiry", "", "2023-12-30", "2024-02-29", "2024-03-30")]
    [InlineData("Fixed", "", "2023-07-01", "2023-08-31", "2023-09-30")]
    [InlineData("Completion", "2024-02-07/2024-02-16", "2023-12-12", "2024-02-11", "2024-03-17")]
    [InlineData("Expiry", "2024-03-05/2024-03-14", "2023-12-30", "2024-02-29", "2024-04-09")]
    [InlineData("Fixed", "2023-08-01/2023-09-01", "2023-07-01", "2023-08-31", "2023-10-01")]
    public void Never_renewed(
        string basis,
        string leave,
        string lastCertified,
        string lastExpiring,
        string lastInGrace
    )
    {
        var holder = Certified(Enum.Parse<ValidityBasis>(basis), leave);

        Assert.Equal(CertificationState.NotYet, holder.On("2023-02-11"));
        Assert.Equal(CertificationState.Certified, holder.On("2023-02-12"));
        Ends(holder, lastCertified, CertificationState.Certified, CertificationState.Expiring);
        Ends(holder, lastExpiring, CertificationState.Expiring, CertificationState.InGrace);
        Ends(holder, lastInGrace, CertificationState.InGrace, CertificationState.Lapsed);
        Assert.Equal(CertificationState.Lapsed, holder.On("2099-01-01"));
    }

    [Fact]
    public void Late_may_also_mean_the_renewal_still()
    {
        var scheme = Rules(ValidityBasis.Expiry) with { Late = LatePolicy.Renewal };

        var holder = new Holder(scheme).Takes("start", "2023-02-12").Takes("renew", "2025-05-05");

        Assert.Equal(("B", Holder.Day("2025-05-05")), (holder.Last.Path, holder.Last.From));
        Assert.Equal(CertificationState.Lapsed, holder.On("2025-05-04"));
        Assert.Equal(CertificationState.Certified, holder.On("2025-05-05"));
    }

    [Theory]
    [InlineData("2023-02-12", "2023-06-01", "2024-05-31")]
    [InlineData("2023-06-01", "2023-06-01", "2024-05-31")]
    [InlineData("2023-06-02", "2023-06-01", "2024-06-01")]
    public void The_first_end_under_expiry_is_reckoned_from_the_due_date_unless_it_has_passed(
        string completed,
        string due,
        string until
    )
    {
        var holder = new Holder(Rules(ValidityBasis.Expiry)).Due(due).Takes("start", completed);

        Assert.Equal(Holder.Day(until), holder.Last.Until);
        Assert.Equal(CertificationState.Certified, holder.On(completed));
    }

    [Theory]
    [InlineData("2023-02-12", "2023-08-31")]
    [InlineData("2023-06-01", "2023-08-31")]
    [InlineData("2023-06-02", "2024-08-31")]
    [InlineData("2019-10-01", "2020-08-31")]
    public void A_fixed_end_leaves_at_least_the_minimum_and_its_days_run_both_ways(
        string completed,
        string until
    ) =>
        Assert.Equal(
            Holder.Day(until),
            new Holder(Rules(ValidityBasis.Fixed)).Takes("start", completed).Last.Until
        );

    [Fact]
    public void Without_a_day_of_its_own_the_fixed_base_is_the_due_date_or_else_the_first_completion()
    {
        var free = Rules(ValidityBasis.Fixed);
        free = free with { Validity = free.Validity with { FixedBase = null } };

        var due = new Holder(free).Due("2023-07-01").Takes("start", "2023-02-12");
        Assert.Equal(Holder.Day("2023-06-30"), due.Last.Until);

        var own = new Holder(free).Takes("start", "2023-01-31").Takes("renew", "2024-02-10");
        Assert.Equal(Holder.Day("2024-01-30"), own.Periods[0].Until);
        Assert.Equal(Holder.Day("2025-01-30"), own.Periods[1].Until);
    }

    [Fact]
    public void Fixed_months_that_are_clamped_do_not_drift()
    {
        var rule = new ValidityRule(ValidityBasis.Fixed, new Term(1, 0))
        {
            FixedBase = Holder.Day("2023-01-31"),
        };

        Assert.Equal("2023-02-27", UntilOf("2023-01-31"));
        Assert.Equal("2023-03-30", UntilOf("2023-02-28"));
        Assert.Equal("2022-12-30", UntilOf("2022-12-01"));

        string UntilOf(string completed)
        {
            var day = Holder.Day(completed);
            return rule.Of(day, null, null, day).Until.ToString("O");
        }
    }

    [Theory]
    [InlineData("2023-02-12", 12, 0, "2024-02-11")]
    [InlineData("2024-02-29", 12, 0, "2025-02-27")]
    [InlineData("2023-01-31", 1, 0, "2023-02-27")]
    [InlineData("2023-03-01", 12, 0, "2024-02-29")]
    [InlineData("2023-02-12", 0, 90, "2023-05-12")]
    [InlineData("2023-02-12", 1, 1, "2023-03-12")]
    public void The_last_valid_day_is_inclusive(string from, int months, int days, string last) =>
        Assert.Equal(Holder.Day(last), new Term(months, days).LastDay(Holder.Day(from)));

    internal static Scheme Rules(ValidityBasis basis) =>
        new()
        {
            Code = new("basics"),
            Name = new("Основи", "Basics"),
            First = new("first", Course("start")),
            Renewals = [new("B", Course("renew")), new("C", Course("renew-c"))],
            Validity = new ValidityRule(basis, new Term(12, 0))
            {
                FixedBase = Holder.Day("2024-09-01"),
                Minimum = new(3, 0),
            },
            Window = 60,
            Grace = 30,
            Late = LatePolicy.StartAgain,
        };

    internal static PathNode Course(string slug) => new PathNode.Step(new PathStep.Course(slug));

    private static Holder Certified(ValidityBasis basis, string leave)
    {
        var holder = new Holder(Rules(basis));
        if (basis == ValidityBasis.Expiry)
        {
            holder.Due("2023-03-01");
        }

        if (leave.Split('/') is [var from, var until])
        {
            holder.Away(from, until);
        }

        return holder.Takes("start", "2023-02-12");
    }

    private static void Ends(
        Holder holder,
        string lastDay,
        CertificationState state,
        CertificationState next
    )
    {
        Assert.Equal(state, holder.On(lastDay));
        Assert.Equal(next, holder.On(Holder.Day(lastDay).AddDays(1).ToString("O")));
    }
}
