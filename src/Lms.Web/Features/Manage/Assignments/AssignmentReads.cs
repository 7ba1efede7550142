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

/// <summary>What a list of assignments shows; stands in the address, so that a view can be sent.</summary>
public sealed record AssignmentFilter(
    TerritoryCode? Community,
    Demand? What,
    AssignmentState? State,
    DateOnly? DueUntil,
    PersonId? Person
);

/// <param name="First">The day it was due first.</param>
/// <param name="Due">The day it is due now.</param>
/// <param name="IsByRule">False when given by hand.</param>
public sealed record AssignmentRow(
    AssignmentId Id,
    PersonId Person,
    string Name,
    TerritoryCode Community,
    Demand What,
    DateOnly? First,
    DateOnly? Due,
    AssignmentState State,
    bool IsByRule
);

/// <summary>Assignments of the viewer's people, filtered, sorted and paged by the database.</summary>
public sealed class AssignmentReads(
    LmsDbContext db,
    CurrentViewer current,
    OrganisationPack pack,
    TimeProvider time
)
{
    public DateOnly Today => pack.DayOf(time.Now());

    public async Task<(int Found, IReadOnlyList<AssignmentRow> Rows)> PageAsync(
        AssignmentFilter filter,
        int skip,
        int take
    )
    {
        var today = Today;
        var found = Filtered(filter, today);
        var rows = await found
            .OrderBy(one => one.Due == null)
            .ThenBy(one => one.Due)
            .ThenBy(one => one.Person.SortKey)
            .ThenBy(one => one.Given.Id)
            .Skip(skip)
            .Take(take)
            .Select(one => new
            {
                one.Given.Id,
                one.Given.PersonId,
                one.Person.Name.Family,
                one.Person.Name.Given,
                one.Person.Name.Patronymic,
                one.Person.Community,
                one.Given.Course,
                one.Given.Certification,
                one.Given.DueOn,
                one.Due,
                IsEnded = one.Given.EndedAt != null,
                IsByRule = one.Given.RequirementId != null,
            })
            .ToListAsync();
        var ids = rows.Select(one => one.Id).ToList();
        var done = await db
            .Assignments.Where(one => ids.Contains(one.Id))
            .Where(DutyDone.Of(db, today))
            .Select(one => one.Id)
            .ToListAsync();
        return (
            await found.CountAsync(),
            [
                .. rows.Select(one => new AssignmentRow(
                    one.Id,
                    one.PersonId,
                    new PersonName(one.Family, one.Given, one.Patronymic).Full,
                    one.Community,
                    one.Course is { } slug
                        ? new Demand.Course(slug)
                        : new Demand.Certification(one.Certification!),
                    one.DueOn,
                    one.Due,
                    AssignmentStates.Of(
                        one.DueOn,
                        one.Due,
                        done.Contains(one.Id),
                        one.IsEnded,
                        today
                    ),
                    one.IsByRule
                )),
            ]
        );
    }

    /// <summary>How many people have something in this state, within the filter.</summary>
    public Task<int> CountAsync(AssignmentFilter filter, AssignmentState state) =>
        Filtered(filter with { State = state }, Today).CountAsync();

    /// <summary>The names were read: it stands in the log.</summary>
    public async Task RecordAsync(int people)
    {
        db.Audit.Add(
            new AuditEntry
            {
                At = time.Now(),
                Action = AuditAction.PeopleListed,
                Actor = current.Viewer.Account,
                Detail = people.ToString(CultureInfo.InvariantCulture),
            }
        );
        await db.SaveChangesAsync();
    }

    private IQueryable<Found> Filtered(AssignmentFilter filter, DateOnly today)
    {
        var given = db.Assignments.AsNoTracking();
        given =
            filter.State == AssignmentState.Ended
                ? given.Where(one => one.EndedAt != null)
                : given.Where(one => one.EndedAt == null || one.End == AssignmentEnd.Done);
        given = filter.State switch
        {
            null => given,
            AssignmentState.Done => given.Where(DutyDone.Of(db, today)),
            _ => given.Where(DutyDone.NotOf(db, today)),
        };
        if (filter.Person is { } person)
        {
            given = given.Where(one => one.PersonId == person);
        }

        if (filter.What is Demand.Course(var slug))
        {
            given = given.Where(one => one.Course == slug);
        }
        else if (filter.What is Demand.Certification(var code))
        {
            given = given.Where(one => one.Certification == code);
        }

        var people = db.People.Where(one => one.MergedInto == null && one.ErasedAt == null);
        if (filter.Community is { } community)
        {
            people = people.Where(one => one.Community == community);
        }

        var found =
            from one in given
            join known in people on one.PersonId equals known.Id
            select new Found
            {
                Given = one,
                Person = known,
                Due =
                    one.Extensions.Where(more => more.Verdict == ExtensionVerdict.Granted)
                        .Max(more => (DateOnly?)more.Until)
                    ?? one.DueOn,
            };
        if (filter.DueUntil is { } until)
        {
            found = found.Where(one => one.Due <= until);
        }

        return filter.State is not { } state
            ? found
            : state switch
            {
                AssignmentState.Overdue => found.Where(one => one.Due < today),
                AssignmentState.Extended => found.Where(one =>
                    one.Due >= today && one.Due > one.Given.DueOn
                ),
                AssignmentState.Due => found.Where(one =>
                    one.Due == null || (one.Due >= today && !(one.Due > one.Given.DueOn))
                ),
                AssignmentState.Done or AssignmentState.Ended => found,
            };
    }

    private sealed class Found
    {
        public required Assignment Given { get; init; }

        public required Person Person { get; init; }

        public DateOnly? Due { get; init; }
    }
}
