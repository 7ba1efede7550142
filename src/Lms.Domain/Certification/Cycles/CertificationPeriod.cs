using Lms.Domain.People;

namespace Lms.Domain.Certification;

public readonly record struct CertificationPeriodId(Guid Value);

/// <summary>
/// The fact that a person earned a certification once more: one row for each cycle, never changed. The
/// old period runs to its end beside the new one.
/// </summary>
public sealed class CertificationPeriod : IOfPerson
{
    public required CertificationPeriodId Id { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>Its code.</summary>
    public required string Certification { get; init; }

    /// <summary>1 for the first; unique for the person and the certification.</summary>
    public required int Cycle { get; init; }

    /// <summary>Name of the path that was gone: <c>first</c>, <c>B</c> …</summary>
    public required string Path { get; init; }

    public required DateOnly CompletedOn { get; init; }

    /// <summary>Never before <see cref="CompletedOn"/>.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day it holds.</summary>
    public required DateOnly Until { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Of the rules that judged it: <see cref="CertificationRules.HashOf"/>.</summary>
    public required string RulesHash { get; init; }
}

public readonly record struct PeriodRevocationId(Guid Value);

/// <summary>The fact that a period holds no longer, from a day on (ISO/IEC 17024, 9.5).</summary>
public sealed class PeriodRevocation : IOfPerson
{
    public required PeriodRevocationId Id { get; init; }

    public required PersonId PersonId { get; init; }

    public required CertificationPeriodId Period { get; init; }

    /// <summary>The first day on which it does not hold.</summary>
    public required DateOnly On { get; init; }

    /// <summary>At most 500 characters; erased with the person.</summary>
    public required string Reason { get; set; }

    public required DateTimeOffset RecordedAt { get; init; }
}

public readonly record struct CertificationSuspensionId(Guid Value);

/// <summary>That a certification does not hold for a while (ISO/IEC 17024, 9.5): time runs on meanwhile.</summary>
public sealed class CertificationSuspension : IOfPerson
{
    public required CertificationSuspensionId Id { get; init; }

    public required PersonId PersonId { get; init; }

    public required string Certification { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>The last day; null while no end is known.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>At most 500 characters; erased with the person.</summary>
    public required string Reason { get; set; }

    public required DateTimeOffset RecordedAt { get; init; }
}
