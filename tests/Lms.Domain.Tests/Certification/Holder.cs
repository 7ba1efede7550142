using System.Globalization;
using Lms.Domain.Certification;
using Lms.Domain.People;
using Lms.Domain.Shared;
using Scheme = Lms.Domain.Certification.Certification;

namespace Lms.Domain.Tests.Certification;

/// <summary>A person on the way through the cycles of one certification, told in its own words.</summary>
internal sealed class Holder(Scheme scheme)
{
    private static readonly PersonId Person = new(new Guid(1, 0, 0, new byte[8]));

    public CertificationFacts Facts { get; private set; } = CertificationFacts.None;

    public IReadOnlyList<CertificationPeriod> Periods => Facts.Periods;

    public CertificationPeriod Last => Facts.Periods[^1];

    public Holder Due(string day) => With(Facts with { FirstDue = Day(day) });

    public Holder Away(string from, string until) =>
        With(Facts with { Leave = [.. Facts.Leave, new(Day(from), Day(until))] });

    public Holder Waived(string from, string? until) =>
        With(
            Facts with
            {
                Waivers =
                [
                    .. Facts.Waivers,
                    DaySpan.Of(Day(from), until is null ? null : Day(until)),
                ],
            }
        );

    public Holder Suspended(string from, string? until) =>
        With(
            Facts with
            {
                Suspensions =
                [
                    .. Facts.Suspensions,
                    new()
                    {
                        Id = default,
                        PersonId = Person,
                        Certification = scheme.Code.Value,
                        From = Day(from),
                        Until = until is null ? null : Day(until),
                        Reason = "",
                        RecordedAt = default,
                    },
                ],
            }
        );

    public Holder Revoked(int cycle, string on) => Revoked(cycle, Day(on));

    public Holder Revoked(int cycle, DateOnly on) =>
        With(
            Facts with
            {
                Revocations =
                [
                    .. Facts.Revocations,
                    new()
                    {
                        Id = default,
                        PersonId = Person,
                        Period = IdOf(cycle),
                        On = on,
                        Reason = "",
                        RecordedAt = default,
                    },
                ],
            }
        );

    /// <summary>Takes a course on a day; what that earns is recorded at once.</summary>
    public Holder Takes(string course, string on) => Does(new PathStep.Course(course), Day(on));

    public Holder Does(PathStep step, DateOnly on)
    {
        Facts = Facts with { Steps = [.. Facts.Steps, new(step, on)] };
        return Judged(on);
    }

    public Holder Judged(DateOnly day)
    {
        while (scheme.NextPeriod(Facts, day) is NextCycle.Earned earned)
        {
            Facts = Facts with { Periods = [.. Facts.Periods, Row(earned)] };
        }

        return this;
    }

    public CertificationState On(string day) => scheme.On(Facts, Day(day));

    public NextCycle.Left Left(string day) =>
        Assert.IsType<NextCycle.Left>(scheme.NextPeriod(Facts, Day(day)));

    public static Holder Of(Scheme scheme, CertificationFacts facts) =>
        new Holder(scheme).With(facts);

    public static DateOnly Day(string written) =>
        DateOnly.ParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static CertificationPeriodId IdOf(int cycle) => new(new Guid(cycle, 0, 0, new byte[8]));

    private Holder With(CertificationFacts facts)
    {
        Facts = facts;
        return this;
    }

    private CertificationPeriod Row(NextCycle.Earned earned) =>
        new()
        {
            Id = IdOf(earned.Cycle),
            PersonId = Person,
            Certification = scheme.Code.Value,
            Cycle = earned.Cycle,
            Path = earned.Path,
            CompletedOn = earned.CompletedOn,
            From = earned.Validity.From,
            Until = earned.Validity.Until,
            RecordedAt = default,
            RulesHash = CertificationRules.HashOf(scheme),
        };
}
