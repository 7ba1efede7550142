namespace Lms.Domain.People;

public readonly record struct PersonMergeId(Guid Value);

/// <summary>
/// Two entries of the register that were one person: the rows of <see cref="PersonId"/> were given to
/// <see cref="Into"/>. What was moved is kept, so that it can be undone.
/// </summary>
public sealed class PersonMerge : IOfPerson
{
    public required PersonMergeId Id { get; init; }

    /// <summary>The entry that is no longer used.</summary>
    public required PersonId PersonId { get; init; }

    public required PersonId Into { get; init; }

    /// <summary>Keys of the moved rows for each table: no names.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Moved { get; init; }

    public required DateTimeOffset MergedAt { get; init; }

    public DateTimeOffset? UndoneAt { get; set; }
}
