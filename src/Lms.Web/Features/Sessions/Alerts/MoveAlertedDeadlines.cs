using Lms.Domain.Live;
using Lms.Domain.Requirements;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Lms.Web.Features.Sessions.Alerts;

/// <summary>
/// A deadline that fell within an air alert over a person's territory moves to its end plus its length.
/// A day that is due ends with its last instant in the organisation's time zone; what the deadline moves
/// to is the day of that moment, the next one at least. Twice is once: what has moved falls there no
/// more.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class MoveAlertedDeadlines(
    LmsDbContext db,
    OrganisationPack pack,
    TimeProvider time
) : IJob
{
    // A server that was off during an alert and after it.
    private static readonly TimeSpan LookedBack = TimeSpan.FromDays(7);

    public async ValueTask Execute(
        IJobExecutionContext context,
        CancellationToken cancellationToken = default
    ) => await RunAsync(cancellationToken);

    public async Task RunAsync(CancellationToken cancel = default)
    {
        var since = time.Now() - LookedBack;
        var alerts = await db
            .AirAlerts.AsNoTracking()
            .Where(one => one.Until != null && one.Until >= since)
            .OrderBy(one => one.From)
            .ToListAsync(cancel);
        foreach (var alert in alerts)
        {
            for (
                var day = pack.DayOf(alert.From);
                day <= pack.DayOf(alert.Until!.Value);
                day = day.AddDays(1)
            )
            {
                if (EndsWithin(day, alert))
                {
                    await MoveAsync(day, alert, cancel);
                }
            }
        }
    }

    private bool EndsWithin(DateOnly day, AirAlert alert)
    {
        var last = pack.StartOf(day.AddDays(1)).AddMilliseconds(-1);
        return alert.From <= last && last <= alert.Until;
    }

    private async Task MoveAsync(DateOnly day, AirAlert alert, CancellationToken cancel)
    {
        var until = alert.Until!.Value;
        var to = pack.DayOf(until + (until - alert.From));
        var next = to > day ? to : day.AddDays(1);
        var communities = pack.Territories.CommunitiesWithin(alert.Territory).ToList();
        var now = time.Now();
        await db.WriteAsync(
            async () =>
            {
                db.ChangeTracker.Clear();
                var assignments = await db
                    .Assignments.Include(one => one.Extensions)
                    .Where(one =>
                        one.EndedAt == null
                        && one.AssignedAt <= until
                        && (one.DueOn == day || one.Extensions.Any(more => more.Until == day))
                        && db.People.Any(person =>
                            person.Id == one.PersonId && communities.Contains(person.Community)
                        )
                    )
                    .ToListAsync(cancel);
                foreach (var one in assignments.Where(one => one.DueNow() == day))
                {
                    db.Extensions.Add(
                        new Extension
                        {
                            Id = new(time.NewId()),
                            AssignmentId = one.Id,
                            PersonId = one.PersonId,
                            Until = next,
                            Verdict = ExtensionVerdict.Granted,
                            Remark = Extension.AirAlert,
                            DecidedAt = now,
                        }
                    );
                }

                await db.SaveChangesAsync(cancel);
            },
            cancel
        );
    }
}
