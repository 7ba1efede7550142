using Lms.Domain.Shared;
using Lms.Domain.Territories;

namespace Lms.Domain.Requirements;

/// <summary>
/// A <see cref="Requirement"/> as the register keeps it: who made it, how far it reaches, and how it
/// read from when on. It is changed by a further revision.
/// </summary>
public sealed class RegisteredRequirement
{
    public required RequirementId Id { get; init; }

    /// <summary>The account that made it: it never reaches beyond what that account may follow.</summary>
    public required ActorId By { get; init; }

    /// <summary>Within which it holds; null for the whole register.</summary>
    public TerritoryCode? Within { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    public List<RequirementRevision> Revisions { get; } = [];
}

/// <summary>A requirement's rule as it read from an instant on. Written once.</summary>
public sealed class RequirementRevision
{
    public required RequirementId RequirementId { get; init; }

    /// <summary>From 1; the highest holds.</summary>
    public required int Number { get; init; }

    public required Requirement Rule { get; init; }

    public required DateTimeOffset From { get; init; }
}
