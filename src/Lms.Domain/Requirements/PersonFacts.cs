using Lms.Domain.People;
using Lms.Domain.Shared;
using Lms.Domain.Territories;

namespace Lms.Domain.Requirements;

/// <summary>What a requirement may ask about a person.</summary>
public sealed record PersonFacts
{
    public required PersonId Person { get; init; }

    public required TerritoryCode Community { get; init; }

    public IReadOnlyList<HeldPost> Posts { get; init; } = [];

    public IReadOnlyList<ServiceArea> Areas { get; init; } = [];

    /// <summary>Null when not known.</summary>
    public DateOnly? Hired { get; init; }

    /// <summary>The certifications ever held, with their days.</summary>
    public IReadOnlyList<HeldCertification> Certifications { get; init; } = [];
}

public sealed record HeldPost(string Institution, string StaffRole, DaySpan Days);

/// <summary>A community that a person serves beside their own.</summary>
public sealed record ServiceArea(TerritoryCode Community, DaySpan Days);

/// <param name="Days">Joined.</param>
public sealed record HeldCertification(string Code, IReadOnlyList<DaySpan> Days);
