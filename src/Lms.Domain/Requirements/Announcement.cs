using Lms.Domain.People;
using Lms.Domain.Shared;
using Lms.Domain.Territories;

namespace Lms.Domain.Requirements;

public readonly record struct AnnouncementId(Guid Value);

/// <summary>Something that people of a territory or a staff role must read. It names nobody and no place.</summary>
public sealed class Announcement
{
    public required AnnouncementId Id { get; init; }

    public required string Title { get; init; }

    /// <summary>Markdown without HTML, at most 20,000 characters.</summary>
    public required string Body { get; init; }

    /// <summary>Whose people are to read it; null for the whole register.</summary>
    public TerritoryCode? Within { get; init; }

    /// <summary>Null for every staff role.</summary>
    public string? StaffRole { get; init; }

    /// <summary>The account that published it.</summary>
    public required ActorId By { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>Named by the client: sent twice, it is published once.</summary>
    public required OperationId Operation { get; init; }

    public DateTimeOffset? EndedAt { get; set; }
}

/// <summary>That a person confirmed to have read an announcement.</summary>
public sealed class AnnouncementRead : IOfPerson
{
    public required AnnouncementId AnnouncementId { get; init; }

    public required PersonId PersonId { get; init; }

    public required DateTimeOffset ReadAt { get; init; }
}
