using Lms.Domain.People;
using Lms.Domain.Requirements;
using Lms.Domain.Territories;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared.Assigning;
using Lms.Web.Features.Shared.Certifying;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Manage.Assignments.Reminding;

/// <summary>Which events fall on a day: assignments that are not done, and certifications that end.</summary>
public sealed class DueEvents(CertificationReads certifications, OrganisationPack pack)
{
    public async Task<IReadOnlyList<DueEvent>> OnAsync(
        LmsDbContext db,
        DateOnly today,
        CancellationToken cancel
    ) =>
        [
            .. await AssignmentsAsync(db, today, cancel),
            .. await CertificationsAsync(db, today, cancel),
        ];

    private async Task<IReadOnlyList<DueEvent>> AssignmentsAsync(
        LmsDbContext db,
        DateOnly today,
        CancellationToken cancel
    )
    {
        var (from, days) = (today.AddDays(-ReminderDays.Told), LastDays(today));
        var rows = await (
            from one in db
                .Assignments.Where(one => one.EndedAt == null)
                .Where(DutyDone.NotOf(db, today))
            join person in Living(db) on one.PersonId equals person.Id
            select new
            {
                one.Id,
                one.PersonId,
                person.Community,
                one.AssignedAt,
                Due = one.Extensions.Where(more => more.Verdict == ExtensionVerdict.Granted)
                    .Max(more => (DateOnly?)more.Until)
                    ?? one.DueOn,
            }
        )
            .Where(one => one.Due != null)
            .Where(one => days.Contains(one.Due!.Value) || (one.Due >= from && one.Due < today))
            .ToListAsync(cancel);
        return
        [
            .. rows.Select(one =>
                    EventOf(
                        one.PersonId,
                        one.Community,
                        one.Id,
                        one.Due!.Value,
                        pack.DayOf(one.AssignedAt),
                        today
                    )
                )
                .OfType<DueEvent>(),
        ];
    }

    private static DueEvent? EventOf(
        PersonId person,
        TerritoryCode community,
        AssignmentId assignment,
        DateOnly due,
        DateOnly given,
        DateOnly today
    )
    {
        var of = $"assignment:{assignment.Value}";
        return due < today
            ? new(person, community, of, due, Before: null)
            : DueEvent.On(person, community, of, due, given, today);
    }

    private async Task<IReadOnlyList<DueEvent>> CertificationsAsync(
        LmsDbContext db,
        DateOnly today,
        CancellationToken cancel
    )
    {
        var days = LastDays(today);
        var ending = await (
            from period in db.CertificationPeriods.Where(one => days.Contains(one.Until))
            join person in Living(db) on period.PersonId equals person.Id
            select new { period.PersonId, person.Community }
        )
            .Distinct()
            .ToListAsync(cancel);
        var events = new List<DueEvent>();
        foreach (var some in ending.Chunk(500))
        {
            var book = await certifications.ReadAsync(
                db,
                [.. some.Select(one => one.PersonId)],
                withSteps: false,
                cancel
            );
            events.AddRange(
                from one in some
                from offered in pack.Certifications
                let held = book.HeldDays(one.PersonId, offered.Code)
                where held.Count > 0 && held[^1].Has(today)
                let due = DueEvent.On(
                    one.PersonId,
                    one.Community,
                    $"certification:{offered.Code}",
                    held[^1].Until,
                    null,
                    today
                )
                where due is not null
                select due
            );
        }

        return events;
    }

    private static IQueryable<Person> Living(LmsDbContext db) =>
        db.People.Where(person => person.MergedInto == null && person.ErasedAt == null);

    private static List<DateOnly> LastDays(DateOnly today) =>
        [
            .. ReminderDays
                .Before.SelectMany(days => Enumerable.Range(days - ReminderDays.Late, 2))
                .Select(today.AddDays),
        ];
}
