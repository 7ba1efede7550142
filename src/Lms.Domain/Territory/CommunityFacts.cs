using Lms.Domain.Shared;

namespace Lms.Domain.Territories;

/// <summary>A row about one community: readable in the scope of the reader alone.</summary>
public interface IOfCommunity
{
    TerritoryCode Community { get; }
}

public readonly record struct CommunityEvacuationId(Guid Value);

/// <summary>
/// A community that nobody is asked to cover, because its people are gone: from a day to a day (both
/// included; open when <see cref="Until"/> is null). Coverage says "not applicable" with the reason.
/// </summary>
public sealed class CommunityEvacuation : IOfCommunity
{
    public required CommunityEvacuationId Id { get; init; }

    public required TerritoryCode Community { get; init; }

    public required DateOnly From { get; init; }

    public DateOnly? Until { get; set; }

    /// <summary>In the words of whoever recorded it: never a place or a route.</summary>
    public required string Reason { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}

public readonly record struct CommunityContactId(Guid Value);

/// <summary>
/// Whom to call in a community, checked by a person on a day: it stands beside "covered", because
/// covered means trained and not ready. Superseded, never changed.
/// </summary>
public sealed class CommunityContact : IOfCommunity
{
    public required CommunityContactId Id { get; init; }

    public required TerritoryCode Community { get; init; }

    /// <summary>A duty or an office, not a person's name.</summary>
    public required string Name { get; init; }

    public required string Number { get; init; }

    public required DateOnly VerifiedOn { get; init; }

    /// <summary>From the day after, the contact is shown as overdue.</summary>
    public required DateOnly ReviewDue { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public DateTimeOffset? RemovedAt { get; set; }
}

/// <summary>What an outreach event was. Names are stored as text and never change.</summary>
public enum OutreachKind
{
    Lecture,
    InformationStand,
    Flashmob,
    RoundTable,
    MediaAppearance,
    LeafletRound,
    SchoolLesson,
    Other,
}

public readonly record struct OutreachEventId(Guid Value);

/// <summary>Awareness work done in a community: counts alone, no names and no place.</summary>
public sealed class OutreachEvent : IOfCommunity
{
    public required OutreachEventId Id { get; init; }

    public required TerritoryCode Community { get; init; }

    public required DateOnly On { get; init; }

    public required OutreachKind Kind { get; init; }

    /// <summary>People reached, 0 to 100,000; null when nobody counted them.</summary>
    public int? Heads { get; init; }

    /// <summary>Leaflets and the like given out, 0 to 1,000,000; null when nobody counted them.</summary>
    public int? Materials { get; init; }

    /// <summary>Slug of the campaign it belonged to; null for none.</summary>
    public string? Campaign { get; init; }

    /// <summary>Tag of the project that paid; null for none.</summary>
    public string? Project { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Named by the client: sent twice, it is recorded once.</summary>
    public required OperationId Operation { get; init; }

    public DateTimeOffset? RemovedAt { get; set; }
}
