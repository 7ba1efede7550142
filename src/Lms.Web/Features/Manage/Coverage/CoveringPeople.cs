using Lms.Domain.People;
using Lms.Domain.Territories;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Manage.Coverage;

/// <summary>
/// Who is behind the places that are shown, within the scope of the database that is given: compiled once.
/// </summary>
public sealed class CoveringPeople
{
    private readonly RowsOf<PersonId, KnownPerson> people = CompiledRows.Of(
        (LmsDbContext db, string? all, IReadOnlyCollection<PersonId> people) =>
            db
                .People.Where(person => person.ErasedAt == null)
                .Where(person => all != null || people.Contains(person.Id))
                .AsNoTracking()
                .Select(person => new KnownPerson(person.Id, person.Name))
    );

    private readonly RowsOf<TerritoryCode, CommunityContact> contacts = CompiledRows.Of(
        (LmsDbContext db, string? all, IReadOnlyCollection<TerritoryCode> communities) =>
            db
                .CommunityContacts.Where(one => one.RemovedAt == null)
                .Where(one => all != null || communities.Contains(one.Community))
                .OrderByDescending(one => one.RecordedAt)
                .AsNoTracking()
    );

    /// <summary>Of those of them whom the reader may see.</summary>
    public async Task<Dictionary<PersonId, string>> OfAsync(
        LmsDbContext db,
        IReadOnlyCollection<PersonId> asked,
        CancellationToken cancel
    ) =>
        asked.Count == 0
            ? []
            : (await people(db, asked, cancel)).ToDictionary(
                person => person.Id,
                person => person.Name.Full
            );

    /// <summary>The newest of each community.</summary>
    public async Task<Dictionary<TerritoryCode, ContactRow>> ContactsAsync(
        LmsDbContext db,
        IReadOnlyCollection<TerritoryCode> communities,
        DateOnly today,
        CancellationToken cancel
    )
    {
        var newest = new Dictionary<TerritoryCode, ContactRow>();
        foreach (var one in await contacts(db, communities, cancel))
        {
            newest.TryAdd(
                one.Community,
                new(one.Name, one.Number, one.VerifiedOn, one.ReviewDue < today)
            );
        }

        return newest;
    }

    private sealed record KnownPerson(PersonId Id, PersonName Name);
}
