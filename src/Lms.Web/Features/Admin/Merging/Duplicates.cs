using System.Globalization;
using Lms.Domain.People;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Admin.Merging;

/// <summary>An entry that may be the same person as another.</summary>
public sealed record Twin(
    PersonId Id,
    PersonName Name,
    TerritoryCode Community,
    DateTimeOffset CreatedAt,
    string? Login,
    int Certificates
);

/// <summary>Entries of one surname and given name; the first is the one to keep.</summary>
public sealed record TwinGroup(IReadOnlyList<Twin> Entries)
{
    /// <summary>In one community it is likely, in several it may be two people of one name.</summary>
    public bool IsLikely => Entries.Select(entry => entry.Community).Distinct().Count() == 1;
}

/// <summary>
/// Looks for people entered twice: the same surname and given name, whatever the case and the shape of
/// apostrophes. Whether it is one person, somebody says who knows.
/// </summary>
public sealed class Duplicates(LmsDbContext db, OrganisationPack pack)
{
    private readonly CultureInfo names = Texts.In(pack.Languages[0]).Culture;

    /// <param name="only">Groups with this person alone.</param>
    public async Task<IReadOnlyList<TwinGroup>> FindAsync(PersonId? only)
    {
        var people = await db
            .People.AsNoTracking()
            .Where(person => person.MergedInto == null && person.ErasedAt == null)
            .Select(person => new
            {
                person.Id,
                person.Name,
                person.Community,
                person.CreatedAt,
                Login = db
                    .Accounts.Where(account => account.PersonId == person.Id)
                    .Select(account => account.UserName)
                    .FirstOrDefault(),
                Certificates = db.Certificates.Count(one => one.PersonId == person.Id),
            })
            .ToListAsync();
        return
        [
            .. people
                .Select(one => new Twin(
                    one.Id,
                    one.Name,
                    one.Community,
                    one.CreatedAt,
                    one.Login,
                    one.Certificates
                ))
                .GroupBy(one =>
                    $"{SurnameSearch.Plain(one.Name.Family, names)} {SurnameSearch.Plain(one.Name.Given, names)}"
                )
                .Where(group => group.Count() > 1)
                .Where(group => only is null || group.Any(one => one.Id == only))
                .Select(group => new TwinGroup([
                    .. group
                        .OrderBy(one => one.Login is null)
                        .ThenBy(one => one.CreatedAt)
                        .ThenBy(one => one.Id.Value),
                ]))
                .OrderByDescending(group => group.IsLikely)
                .ThenBy(
                    group => group.Entries[0].Name.Full,
                    StringComparer.Create(names, ignoreCase: true)
                ),
        ];
    }

    public async Task<Twin?> OneAsync(PersonId id) =>
        await db
            .People.AsNoTracking()
            .Where(person =>
                person.Id == id && person.MergedInto == null && person.ErasedAt == null
            )
            .Select(person => new Twin(
                person.Id,
                person.Name,
                person.Community,
                person.CreatedAt,
                db.Accounts.Where(account => account.PersonId == person.Id)
                    .Select(account => account.UserName)
                    .FirstOrDefault(),
                db.Certificates.Count(one => one.PersonId == person.Id)
            ))
            .SingleOrDefaultAsync();
}
