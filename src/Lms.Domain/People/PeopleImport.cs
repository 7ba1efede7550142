using Lms.Domain.Shared;

namespace Lms.Domain.People;

public readonly record struct PeopleImportId(Guid Value);

/// <summary>
/// A file of people taken in at once, with what it made and changed, so that it can be undone. The
/// same file again makes nothing.
/// </summary>
public sealed class PeopleImport
{
    public required PeopleImportId Id { get; init; }

    /// <summary>The account that took it in.</summary>
    public required ActorId By { get; init; }

    /// <summary>SHA-256 of the file, in lower-case hexadecimal.</summary>
    public required string FileHash { get; init; }

    public required DateTimeOffset TakenAt { get; init; }

    public DateTimeOffset? UndoneAt { get; set; }
}

/// <summary>What an import did to a person. Names are stored as text and never change.</summary>
public enum ImportEffect
{
    Added,
    Changed,
}

/// <summary>What one import did to one person.</summary>
public sealed class ImportedPerson : IOfPerson
{
    public required PeopleImportId ImportId { get; init; }

    public required PersonId PersonId { get; init; }

    public required ImportEffect Effect { get; init; }

    /// <summary>
    /// Fields as they were before, by name, each with what the import made of it; of one that was added
    /// only the logins that the file gave, for the invitation.
    /// </summary>
    public required IReadOnlyDictionary<string, string> Before { get; init; }
}
