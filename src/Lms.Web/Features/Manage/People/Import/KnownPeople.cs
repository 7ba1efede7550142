using Lms.Domain.People;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared.WaysIn;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Manage.People.Import;

/// <summary>
/// Who of the importer's scope a row may mean: by a login, else by name and community. Whoever works
/// elsewhere is not among them, and so answers like someone unknown.
/// </summary>
internal sealed class KnownPeople
{
    // Within one query so many values at most, whatever the database allows.
    private const int AtOnce = 500;

    private readonly Dictionary<string, PersonId> byLogin = new(StringComparer.Ordinal);
    private readonly ILookup<(TerritoryCode, string), Person> byName;
    private readonly Dictionary<PersonId, Person> all;

    private KnownPeople(IEnumerable<Person> people)
    {
        all = people.ToDictionary(one => one.Id);
        byName = all.Values.ToLookup(one => (one.Community, KeyOf(one.Name)));
    }

    public Person? ByLogin(IEnumerable<LoginName> logins) =>
        logins
            .Select(login => byLogin.TryGetValue(login.Key, out var id) ? all[id] : null)
            .FirstOrDefault(person => person is not null);

    /// <summary>Of the same name in the community, and of the institution where the row names one.</summary>
    public Person? ByName(ImportRow row)
    {
        var same = byName[(row.Community, KeyOf(row.Name))].ToList();
        return row.Institution is { } institution
            ? same.Find(one => one.Posts.Exists(post => post.Institution == institution))
                ?? same.FirstOrDefault()
            : same.FirstOrDefault();
    }

    public static string KeyOf(PersonName name) => NameKeys.Fold(name.Full);

    /// <param name="db">Sees everyone: what lies outside is left out here.</param>
    public static async Task<KnownPeople> ReadAsync(
        LmsDbContext db,
        IReadOnlyList<ImportRow> rows,
        Viewer viewer
    )
    {
        var logins = rows.SelectMany(row => row.Logins).Select(one => one.Key).Distinct().ToList();
        var owners = await OwnersAsync(db, logins);
        // A login that a file gave for someone who has no account yet.
        var given = (
            await db
                .ImportedPeople.AsNoTracking()
                .Where(one => one.Effect == ImportEffect.Added)
                .ToListAsync()
        )
            .SelectMany(one =>
                ImportFields.LoginsOf(one).Select(login => (Login: login, one.PersonId))
            )
            .Where(one => logins.Contains(one.Login) && !owners.ContainsKey(one.Login))
            .ToList();
        var names = rows.Select(row => KeyOf(row.Name)).Distinct().ToList();
        var ids = owners.Values.Concat(given.Select(one => one.PersonId)).Distinct().ToList();
        var people = await PeopleAsync(db, names, ids);
        var known = new KnownPeople(people.Where(one => viewer.Answers(one.Community)));
        foreach (
            var (login, person) in given
                .Select(one => (one.Login, one.PersonId))
                .Concat(owners.Select(one => (one.Key, one.Value)))
                .Where(one => known.all.ContainsKey(one.Item2))
        )
        {
            known.byLogin[login] = person;
        }

        return known;
    }

    private static async Task<Dictionary<string, PersonId>> OwnersAsync(
        LmsDbContext db,
        IReadOnlyList<string> logins
    )
    {
        var owners = new Dictionary<string, PersonId>(StringComparer.Ordinal);
        foreach (var some in logins.Chunk(AtOnce).Select(part => part.ToList()))
        {
            var accounts = await db
                .Accounts.Where(one =>
                    one.PersonId != null
                    && (
                        some.Contains(one.NormalizedUserName!)
                        || some.Contains(one.NormalizedEmail!)
                        || some.Contains(one.PhoneNumber!)
                    )
                )
                .Select(one => new
                {
                    one.PersonId,
                    one.NormalizedUserName,
                    one.NormalizedEmail,
                    one.PhoneNumber,
                })
                .ToListAsync();
            foreach (var one in accounts)
            {
                foreach (
                    var key in new[]
                    {
                        one.NormalizedUserName,
                        one.NormalizedEmail,
                        one.PhoneNumber,
                    }
                )
                {
                    if (key is not null)
                    {
                        owners[key] = one.PersonId!.Value;
                    }
                }
            }
        }

        return owners;
    }

    private static async Task<List<Person>> PeopleAsync(
        LmsDbContext db,
        List<string> names,
        List<PersonId> ids
    )
    {
        var people = new Dictionary<PersonId, Person>();
        var inUse = db
            .People.Include(one => one.Posts)
            .Where(one => one.ErasedAt == null && one.MergedInto == null);
        foreach (var some in names.Chunk(AtOnce).Select(part => part.ToList()))
        {
            foreach (
                var one in await inUse.Where(one => some.Contains(one.SearchName)).ToListAsync()
            )
            {
                people[one.Id] = one;
            }
        }

        foreach (var some in ids.Chunk(AtOnce).Select(part => part.ToList()))
        {
            foreach (var one in await inUse.Where(one => some.Contains(one.Id)).ToListAsync())
            {
                people[one.Id] = one;
            }
        }

        return [.. people.Values];
    }
}
