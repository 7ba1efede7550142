using Lms.Domain.Territories;

namespace Lms.Domain.People;

public readonly record struct CommunityMoveId(Guid Value);

/// <summary>That a person left one community for another: the history of <see cref="Person.Community"/>.</summary>
public sealed class CommunityMove : IOfPerson
{
    public required CommunityMoveId Id { get; init; }

    public required PersonId PersonId { get; init; }

    public required TerritoryCode From { get; init; }

    public required TerritoryCode To { get; init; }

    /// <summary>The first day in the new community.</summary>
    public required DateOnly On { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}

public readonly record struct ServedTerritoryId(Guid Value);

/// <summary>
/// A territory a person serves beside their own community, from a day to a day (both included): a
/// police officer of a raion, a legal-aid lawyer. Counted in each of its communities and marked
/// "shared", in totals once.
/// </summary>
public sealed class ServedTerritory : IOfPerson
{
    public required ServedTerritoryId Id { get; init; }

    public required PersonId PersonId { get; init; }

    public required TerritoryCode Territory { get; init; }

    public required DateOnly From { get; init; }

    public DateOnly? To { get; set; }
}
