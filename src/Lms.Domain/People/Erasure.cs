namespace Lms.Domain.People;

public readonly record struct ErasureId(Guid Value);

/// <summary>
/// A person's wish to be erased, which they may take back until <see cref="DueAt"/> (Law of Ukraine
/// 2297-VI, art. 8 and 15; GDPR, art. 17).
/// </summary>
public sealed class Erasure : IOfPerson
{
    public required ErasureId Id { get; init; }

    public required PersonId PersonId { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public DateTimeOffset? CancelledAt { get; set; }

    public DateTimeOffset? DoneAt { get; set; }
}

/// <summary>That a person was shown the notice on personal data, in which version.</summary>
public sealed class NoticeSeen : IOfPerson
{
    public required PersonId PersonId { get; init; }

    public required int Version { get; init; }

    public required DateTimeOffset SeenAt { get; init; }
}
