using Lms.Domain.Shared;

namespace Lms.Domain.Certification;

/// <summary>All that is known of one person and one certification. Order does not matter.</summary>
public sealed record CertificationFacts
{
    public static readonly CertificationFacts None = new();

    /// <summary>Every time a step was done, waived courses among them.</summary>
    public IReadOnlyList<StepDone> Steps { get; init; } = [];

    public IReadOnlyList<CertificationPeriod> Periods { get; init; } = [];

    public IReadOnlyList<PeriodRevocation> Revocations { get; init; } = [];

    public IReadOnlyList<CertificationSuspension> Suspensions { get; init; } = [];

    /// <summary>The days of waivers of the certification.</summary>
    public IReadOnlyList<DaySpan> Waivers { get; init; } = [];

    /// <summary>The days on which the person is away.</summary>
    public IReadOnlyList<DaySpan> Leave { get; init; } = [];

    /// <summary>When the first cycle was due by a requirement; null when none asked for it. It stays the same in later cycles.</summary>
    public DateOnly? FirstDue { get; init; }

    internal DateOnly? RevokedOn(CertificationPeriod period)
    {
        DateOnly? first = null;
        foreach (var revocation in Revocations)
        {
            if (revocation.Period == period.Id && !(first <= revocation.On))
            {
                first = revocation.On;
            }
        }

        return first;
    }
}
