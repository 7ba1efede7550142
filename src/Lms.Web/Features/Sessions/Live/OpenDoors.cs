using Lms.Domain.Live;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Lms.Web.Features.Sessions.Live;

/// <summary>Opens the doors of sessions on time, whoever is there. What is over already stays closed.</summary>
[DisallowConcurrentExecution]
internal sealed class OpenDoors(LmsDbContext db, LiveRooms rooms, TimeProvider time) : IJob
{
    // The longest session that can be planned, in minutes.
    private const int Longest = 600;

    public async ValueTask Execute(
        IJobExecutionContext context,
        CancellationToken cancellationToken = default
    ) => await RunAsync(cancellationToken);

    public async Task RunAsync(CancellationToken cancel = default)
    {
        var now = time.Now();
        var earliest = now.AddMinutes(-Longest);
        var due = await db
            .LiveSessions.AsNoTracking()
            .Where(one =>
                one.State == SessionState.Scheduled
                && one.RehearsalOf == null
                && one.Form != SessionForm.Room
                && one.StartsAt != null
                && one.StartsAt <= now
                && one.StartsAt > earliest
            )
            .Select(one => new
            {
                one.Id,
                one.StartsAt,
                one.Minutes,
            })
            .ToListAsync(cancel);
        foreach (var one in due.Where(one => one.StartsAt!.Value.AddMinutes(one.Minutes) > now))
        {
            await rooms.OpenAsync(one.Id);
        }
    }
}
