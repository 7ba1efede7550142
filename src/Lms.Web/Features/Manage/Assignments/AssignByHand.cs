using System.Globalization;
using Lms.Domain.People;
using Lms.Domain.Requirements;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Assigning;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Manage.Assignments;

/// <summary>Whom a manager means: at least one is named.</summary>
/// <param name="StaffRoles">Whoever has one of them; empty for any.</param>
public sealed record Meant(
    TerritoryCode? Community,
    IReadOnlyList<string> StaffRoles,
    PersonId? Person
)
{
    public bool IsNobody => Community is null && StaffRoles.Count == 0 && Person is null;
}

/// <param name="IsDone">Fulfils it already.</param>
/// <param name="HasIt">It is assigned to them already.</param>
public sealed record Addressee(
    PersonId Id,
    string Name,
    TerritoryCode Community,
    bool IsDone,
    bool HasIt
);

/// <summary>Gives an assignment to people of the viewer's scope: once to each, however often it is sent.</summary>
public sealed class AssignByHand(
    LmsDbContext db,
    CurrentViewer current,
    OrganisationPack pack,
    TimeProvider time
)
{
    public const int Most = 1000;

    public DateOnly Today => pack.DayOf(time.Now());

    /// <summary>Who is meant, by name.</summary>
    public async Task<IReadOnlyList<Addressee>> WhoAsync(Demand what, Meant meant)
    {
        var people = await People(meant)
            .OrderBy(person => person.SortKey)
            .ThenBy(person => person.Id)
            .Take(Most)
            .Select(person => new
            {
                person.Id,
                person.Name,
                person.Community,
            })
            .ToListAsync();
        var ids = people.Select(person => person.Id).ToList();
        var done = await DutyDone.ByAsync(db, what, Today, ids);
        var has = await HoldersAsync(what, ids);
        return
        [
            .. people.Select(person => new Addressee(
                person.Id,
                person.Name.Full,
                person.Community,
                done.Contains(person.Id),
                has.Contains(person.Id)
            )),
        ];
    }

    /// <summary>To how many it was given: those of <paramref name="chosen"/> who are meant and have it not yet.</summary>
    /// <param name="operation">Named by the form: sent twice, it is given once.</param>
    public Task<int> RunAsync(
        Guid operation,
        Demand what,
        DateOnly? due,
        Meant meant,
        IReadOnlyList<PersonId> chosen
    ) =>
        db.WriteAsync(async () =>
        {
            var ids = await People(meant)
                .Where(person => chosen.Contains(person.Id))
                .Select(person => person.Id)
                .ToListAsync();
            var has = await HoldersAsync(what, ids);
            var operations = ids.Select(id => OperationOf(operation, id)).ToList();
            var given = await db
                .Assignments.Where(one => operations.Contains(one.Operation))
                .Select(one => one.PersonId)
                .ToListAsync();
            var fresh = ids.Where(id => !has.Contains(id) && !given.Contains(id)).ToList();
            foreach (var id in fresh)
            {
                db.Assignments.Add(
                    new Assignment
                    {
                        Id = new(time.NewId()),
                        PersonId = id,
                        Course = (what as Demand.Course)?.Slug,
                        Certification = (what as Demand.Certification)?.Code,
                        DueOn = due,
                        From = Today,
                        By = current.Viewer.Account?.Actor,
                        AssignedAt = time.Now(),
                        Operation = OperationOf(operation, id),
                    }
                );
            }

            if (fresh.Count > 0)
            {
                Record(what, fresh);
                await db.SaveChangesAsync();
            }

            return fresh.Count;
        });

    private void Record(Demand what, List<PersonId> people) =>
        db.Audit.Add(
            new AuditEntry
            {
                At = time.Now(),
                Action = AuditAction.AssignmentGiven,
                Actor = current.Viewer.Account,
                Subject = people is [var only] ? only : null,
                Detail = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Choices.ValueOf(what)} {people.Count}"
                ),
            }
        );

    private async Task<IReadOnlySet<PersonId>> HoldersAsync(Demand what, List<PersonId> ids)
    {
        var (slug, code) = ((what as Demand.Course)?.Slug, (what as Demand.Certification)?.Code);
        return (
            await db
                .Assignments.Where(one =>
                    ids.Contains(one.PersonId)
                    && one.EndedAt == null
                    && one.Course == slug
                    && one.Certification == code
                )
                .Select(one => one.PersonId)
                .ToListAsync()
        ).ToHashSet();
    }

    private IQueryable<Person> People(Meant meant)
    {
        var today = Today;
        // A manager follows communities; that they see their own record elsewhere makes it no duty to give.
        var people = db.People.Where(person =>
            person.MergedInto == null && person.ErasedAt == null
        );
        if (!current.Viewer.SeesEveryone)
        {
            var followed = current.Viewer.Communities;
            people = people.Where(person => followed.Contains(person.Community));
        }

        if (meant.Community is { } community)
        {
            people = people.Where(person => person.Community == community);
        }

        if (meant.Person is { } id)
        {
            people = people.Where(person => person.Id == id);
        }

        return meant.StaffRoles is { Count: > 0 } roles
            ? people.Where(person =>
                db.Posts.Any(post =>
                    post.PersonId == person.Id
                    && roles.Contains(post.StaffRole)
                    && post.From <= today
                    && (post.To == null || post.To >= today)
                )
            )
            : people;
    }

    private static string OperationOf(Guid operation, PersonId person) =>
        $"hand:{operation}:{person.Value}";
}
