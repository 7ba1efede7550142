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
    private readonly Func<
        LmsDbContext,
        IReadOnlyCollection<PersonId>,
        IAsyncEnumerable<KnownPerson>
    > people = EF.CompileAsyncQuery(
        (LmsDbContext db, IReadOnlyCollection<PersonId> people) =>
            db
                .People.Where(person => people.Contains(person.Id) && person.ErasedAt == null)
                .AsNoTracking()
                .Select(person => new KnownPerson(person.Id, person.Name))
    );

    private readonly Func<
        LmsDbContext,
        IReadOnlyCollection<TerritoryCode>,
        IAsyncEnumerable<CommunityContact>
    > contacts = EF.CompileAsyncQuery(
        (LmsDbContext db, IReadOnlyCollection<TerritoryCode> communities) =>
            db
                .CommunityContacts.Where(one =>
                    one.RemovedAt == null && communities.Contains(one.Community)
                )
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
            : await people(db, asked)
                .ToDictionaryAsync(
                    person => person.Id,
                    person => person.Name.Full,
                    cancellationToken: cancel
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
        await foreach (var one in contacts(db, communities).WithCancellation(cancel))
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
