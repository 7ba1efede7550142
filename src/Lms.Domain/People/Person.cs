using Lms.Domain.Shared;
using Lms.Domain.Territories;

namespace Lms.Domain.People;

/// <summary>Also the surrogate that stays on permanent records when a person is erased.</summary>
public readonly record struct PersonId(Guid Value);

/// <summary>A row about one person: readable in the scope of the reader alone.</summary>
public interface IOfPerson
{
    PersonId PersonId { get; }
}

/// <summary>
/// A row that a person's manager may not read either: answers and how they were given.
/// </summary>
public interface IPrivateToPerson : IOfPerson;

/// <summary>
/// A specialist, trainer, author … of the register. A person may exist without a login
/// (trained on paper); the login is an account of the web project.
/// </summary>
public sealed class Person
{
    public required PersonId Id { get; init; }

    public required PersonName Name { get; set; }

    /// <summary>The one community (a territory of the counted level) the person works for.</summary>
    public required TerritoryCode Community { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The whole name in Latin letters as the person's passport has it; null when not given.</summary>
    public string? LatinName { get; set; }

    /// <summary>The person this one turned out to be; null for all but merged duplicates.</summary>
    public PersonId? MergedInto { get; set; }

    /// <summary>When everything that names the person was erased; the surrogate stays.</summary>
    public DateTimeOffset? ErasedAt { get; set; }

    /// <summary>
    /// Derived from <see cref="Name"/>: folded for a search by its beginning, see <see cref="NameKeys"/>.
    /// </summary>
    public string SearchName { get; set; } = "";

    /// <summary>Derived from <see cref="Name"/>: sorts people in a language's order, byte by byte.</summary>
    public byte[] SortKey { get; set; } = [];

    public List<Post> Posts { get; } = [];
}
