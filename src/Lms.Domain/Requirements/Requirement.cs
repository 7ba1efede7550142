using Lms.Domain.People;
using Lms.Domain.Shared;
using Lms.Domain.Territories;

namespace Lms.Domain.Requirements;

public readonly record struct RequirementId(Guid Value);

/// <summary>Who must hold what, and by when (ISO/IEC 17024, <em>certification requirements</em>).</summary>
public sealed record Requirement
{
    public required RequirementId Id { get; init; }

    public LocalText Name { get; init; } = LocalText.Empty;

    public required Conditions Who { get; init; }

    public required Demand What { get; init; }

    /// <summary>Null when it has no date.</summary>
    public DueRule? Due { get; init; }

    public LeavingPolicy Leaving { get; init; }
}

/// <summary>
/// Whom a requirement is for. Every kind of condition that is given must hold; within a kind any entry
/// is enough, but for <see cref="Holds"/> (all) and <see cref="Lacks"/> (none). Role, profile and
/// institution must meet in one post. Without any condition it is for everyone in the register.
/// </summary>
public sealed record Conditions
{
    public IReadOnlyList<string> StaffRoles { get; init; } = [];

    /// <summary>A named set of levels of the pack: roles that need all of them.</summary>
    public string? Profile { get; init; }

    /// <summary>The community or a service area lies within one of them.</summary>
    public IReadOnlyList<TerritoryCode> Territories { get; init; } = [];

    public IReadOnlyList<string> Institutions { get; init; } = [];

    /// <summary>Hired on that day or later; who has no day of hiring is not.</summary>
    public DateOnly? HiredSince { get; init; }

    /// <summary>Codes of certifications held on the day.</summary>
    public IReadOnlyList<string> Holds { get; init; } = [];

    /// <summary>Codes of certifications not held on the day.</summary>
    public IReadOnlyList<string> Lacks { get; init; } = [];
}

/// <summary>What is to be done.</summary>
public abstract record Demand
{
    private Demand() { }

    public sealed record Course(string Slug) : Demand;

    public sealed record Certification(string Code) : Demand;
}

/// <summary>The last day on which it is on time.</summary>
public abstract record DueRule
{
    private DueRule() { }

    public sealed record FixedDate(DateOnly On) : DueRule;

    /// <param name="Days">1 and up.</param>
    public sealed record DaysAfter(int Days, DueStart From) : DueRule;
}

/// <summary>Names are stored as text and never change.</summary>
public enum DueStart
{
    /// <summary>The day the rule first held for the person.</summary>
    Membership,

    /// <summary>The day of hiring; of membership where that is not known.</summary>
    Hired,
}

/// <summary>
/// What becomes of an assignment when the rule no longer holds for its person. Nothing is deleted.
/// Names are stored as text and never change.
/// </summary>
public enum LeavingPolicy
{
    /// <summary>It stays to be done.</summary>
    Keep,

    /// <summary>It is closed when it is not done yet; what is done stays.</summary>
    EndOpen,
}
