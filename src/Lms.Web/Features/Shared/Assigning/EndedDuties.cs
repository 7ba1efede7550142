using Lms.Domain.Requirements;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared.Assigning;

/// <summary>
/// What becomes of the assignments of a requirement that has ended: kept, or closed as done or not done
/// on its last day, by what was on record by its end. Asked again, or late, it answers the same: also when
/// what was done has lapsed since, and when something dated before the end was entered after it.
/// </summary>
internal static class EndedDuties
{
    private const int PerWrite = 500;

    public static async Task CloseAsync(
        LmsDbContext db,
        KnownRequirement ended,
        DateOnly lastDay,
        DateTimeOffset dayEnded,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        if (ended.Rule.Leaving == LeavingPolicy.Keep)
        {
            return;
        }

        var open = db.Assignments.Where(one =>
            one.RequirementId == ended.Id && one.EndedAt == null
        );
        var notDone = open.Where(DutyDone.NotOf(db, lastDay, dayEnded));
        await CloseAsync(db, notDone, AssignmentEnd.RuleEnded, now, cancel);
        var done = open.Where(DutyDone.Of(db, lastDay, dayEnded));
        await CloseAsync(db, done, AssignmentEnd.Done, now, cancel);
    }

    private static async Task CloseAsync(
        LmsDbContext db,
        IQueryable<Assignment> which,
        AssignmentEnd end,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        var ids = await which.Select(one => one.Id).ToListAsync(cancel);
        foreach (var some in ids.Chunk(PerWrite))
        {
            await db.WriteAsync(
                async () =>
                {
                    var rows = await db
                        .Assignments.Where(one => some.Contains(one.Id) && one.EndedAt == null)
                        .ToListAsync(cancel);
                    rows.ForEach(one => (one.EndedAt, one.End) = (now, end));
                    await db.SaveChangesAsync(cancel);
                },
                cancel
            );
            db.ChangeTracker.Clear();
        }
    }
}
