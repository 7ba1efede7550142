using System.Globalization;
using Lms.Domain.People;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Assigning;
using Lms.Web.Features.Shared.WaysIn;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Manage.People.Import;

/// <param name="Kept">Names of those in the viewer's scope for whom something stays as it is.</param>
/// <param name="Others">How many are in nobody's scope that the viewer follows.</param>
public sealed record UndoAnswer(int Undone, IReadOnlyList<string> Kept, int Others);

/// <summary>
/// Takes an import back: changed fields are what they were, unless someone changed them since; who was
/// added goes, unless they have learnt something or can sign in by now.
/// </summary>
public sealed class UndoImport(
    LmsDbContext scoped,
    LmsDatabase database,
    RecomputeMemberships memberships,
    CurrentViewer current,
    TimeProvider time
)
{
    /// <summary>Null for an import that is not the viewer's, or was undone.</summary>
    public async Task<UndoAnswer?> RunAsync(PeopleImportId id)
    {
        if (!await scoped.PeopleImports.AnyAsync(one => one.Id == id && one.UndoneAt == null))
        {
            return null;
        }

        await using var db = database.Open(Viewer.System("undo an import"));
        return await db.WriteAsync(async () =>
        {
            db.ChangeTracker.Clear();
            var import = await db.PeopleImports.SingleAsync(one => one.Id == id);
            if (import.UndoneAt is not null)
            {
                return null;
            }

            var answer = await UndoAsync(db, id);
            import.UndoneAt = time.Now();
            db.Audit.Add(
                new AuditEntry
                {
                    At = time.Now(),
                    Action = AuditAction.ImportUndone,
                    Actor = current.Viewer.Account,
                    Detail = string.Create(
                        CultureInfo.InvariantCulture,
                        $"{answer.Undone} {answer.Kept.Count + answer.Others}"
                    ),
                }
            );
            await db.SaveChangesAsync();
            return answer;
        });
    }

    private async Task<UndoAnswer> UndoAsync(LmsDbContext db, PeopleImportId id)
    {
        var rows = await db.ImportedPeople.Where(one => one.ImportId == id).ToListAsync();
        var (undone, others, kept) = (0, 0, new List<string>());
        memberships.After(db, [.. rows.Select(row => row.PersonId)]);
        foreach (var some in rows.Chunk(500))
        {
            var ids = some.Select(one => one.PersonId).ToList();
            var people = await db
                .People.Include(one => one.Posts)
                .Where(one => ids.Contains(one.Id))
                .ToDictionaryAsync(one => one.Id);
            var busy = await BusyAsync(db, ids);
            foreach (var row in some)
            {
                var person = people[row.PersonId];
                if (
                    person.ErasedAt is not null
                    || person.MergedInto is not null
                    || !current.Viewer.Answers(person.Community)
                )
                {
                    others++;
                    continue;
                }

                var isWhole =
                    row.Effect == ImportEffect.Added
                        ? !busy.Contains(person.Id) && await RemoveAsync(db, person)
                        : await RestoreAsync(db, person, row.Before);
                undone += isWhole ? 1 : 0;
                if (!isWhole)
                {
                    kept.Add(person.Name.Full);
                }
            }
        }

        return new(undone, kept, others);
    }

    // Whoever can sign in, has learnt, was asked to, or counts in a session.
    private static async Task<HashSet<PersonId>> BusyAsync(LmsDbContext db, List<PersonId> ids)
    {
        var busy = (
            await db
                .Accounts.Where(one => one.PersonId != null && ids.Contains(one.PersonId.Value))
                .Select(one => one.PersonId!.Value)
                .ToListAsync()
        ).ToHashSet();
        await AddAsync(db.Enrolments);
        await AddAsync(db.Evidence);
        await AddAsync(db.Waivers);
        await AddAsync(db.Suspensions);
        await AddAsync(db.CertificationPeriods);
        // What a rule gave by itself is no more than the list itself said.
        await AddAsync(
            db.Assignments.Where(one =>
                one.RequirementId == null
                || one.Extensions.Any(more => more.AskedAt != null || more.By != null)
            )
        );
        await AddAsync(db.Erasures);
        await AddAsync(db.NoticesSeen);
        await AddAsync(db.SessionSeats);
        await AddAsync(db.CheckIns);
        await AddAsync(db.AttendanceDecisions);
        await AddAsync(db.AttendedSessions);
        busy.UnionWith(
            await db
                .PersonMerges.Where(one => ids.Contains(one.Into))
                .Select(one => one.Into)
                .ToListAsync()
        );
        return busy;

        async Task AddAsync<T>(IQueryable<T> table)
            where T : class, IOfPerson =>
            busy.UnionWith(
                await table
                    .Where(row => ids.Contains(row.PersonId))
                    .Select(row => row.PersonId)
                    .ToListAsync()
            );
    }

    private static async Task<bool> RemoveAsync(LmsDbContext db, Person person)
    {
        var id = person.Id;
        db.ImportedPeople.RemoveRange(
            await db.ImportedPeople.Where(one => one.PersonId == id).ToListAsync()
        );
        db.CommunityMoves.RemoveRange(
            await db.CommunityMoves.Where(one => one.PersonId == id).ToListAsync()
        );
        db.ServedTerritories.RemoveRange(
            await db.ServedTerritories.Where(one => one.PersonId == id).ToListAsync()
        );
        db.Unavailabilities.RemoveRange(
            await db.Unavailabilities.Where(one => one.PersonId == id).ToListAsync()
        );
        db.Extensions.RemoveRange(
            await db.Extensions.Where(one => one.PersonId == id).ToListAsync()
        );
        db.Assignments.RemoveRange(
            await db.Assignments.Where(one => one.PersonId == id).ToListAsync()
        );
        db.Reminders.RemoveRange(await db.Reminders.Where(one => one.PersonId == id).ToListAsync());
        db.Posts.RemoveRange(person.Posts);
        db.People.Remove(person);
        return true;
    }

    private async Task<bool> RestoreAsync(
        LmsDbContext db,
        Person person,
        IReadOnlyDictionary<string, string> before
    )
    {
        var name = person.Name;
        person.Name = new(
            Was(ImportFields.Family, name.Family),
            Was(ImportFields.Given, name.Given),
            Was(ImportFields.Patronymic, name.Patronymic)
        );
        var latin = Was(ImportFields.Latin, person.LatinName ?? "");
        person.LatinName = latin.Length > 0 ? latin : null;
        var community = new TerritoryCode(Was(ImportFields.Community, person.Community.Value));
        if (community != person.Community)
        {
            var moved = await db
                .CommunityMoves.Where(one =>
                    one.PersonId == person.Id && one.From == community && one.To == person.Community
                )
                .ToListAsync();
            db.CommunityMoves.RemoveRange(moved.OrderBy(one => one.RecordedAt).TakeLast(1));
            person.Community = community;
        }

        var isWhole = Fields.All(field => IsAsBefore(field));
        if (before.TryGetValue(ImportFields.Posts, out var added))
        {
            var post = person.Posts.Find(one => one.Id.Value == Guid.Parse(added));
            if (post is { To: null })
            {
                db.Posts.Remove(post);
            }
            else
            {
                isWhole = false;
            }
        }

        return isWhole;

        string Was(string field, string now) =>
            before.TryGetValue(field, out var was) && before[ImportFields.Now(field)] == now
                ? was
                : now;

        bool IsAsBefore(string field) =>
            !before.TryGetValue(field, out var was)
            || was
                == field switch
                {
                    ImportFields.Family => person.Name.Family,
                    ImportFields.Given => person.Name.Given,
                    ImportFields.Patronymic => person.Name.Patronymic,
                    ImportFields.Latin => person.LatinName ?? "",
                    _ => person.Community.Value,
                };
    }

    private static readonly string[] Fields =
    [
        ImportFields.Family,
        ImportFields.Given,
        ImportFields.Patronymic,
        ImportFields.Latin,
        ImportFields.Community,
    ];
}
