using Lms.Domain.Requirements;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared.Assigning;

/// <summary>
/// What becomes of the assignments of a requirement that has ended: kept, or closed where they were not
/// done on its last day. Asked again, it changes nothing, also when what was done has lapsed since.
/// </summary>
internal static class EndedDuties
{
    private const int PerWrite = 500;

    public static async Task CloseAsync(
        LmsDbContext db,
        KnownRequirement ended,
        DateOnly lastDay,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        if (ended.Rule.Leaving == LeavingPolicy.Keep)
        {
            return;
        }

        var open = await db
            .Assignments.Where(one => one.RequirementId == ended.Id && one.EndedAt == null)
            .Where(DutyDone.NotOf(db, lastDay))
            .Select(one => one.Id)
            .ToListAsync(cancel);
        foreach (var some in open.Chunk(PerWrite))
        {
            await db.WriteAsync(
                async () =>
                {
                    var rows = await db
                        .Assignments.Where(one => some.Contains(one.Id) && one.EndedAt == null)
                        .ToListAsync(cancel);
                    rows.ForEach(one => (one.EndedAt, one.End) = (now, AssignmentEnd.RuleEnded));
                    await db.SaveChangesAsync(cancel);
                },
                cancel
            );
            db.ChangeTracker.Clear();
        }
    }
}
