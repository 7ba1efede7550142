using System.Collections.Concurrent;
using Lms.Domain.Live;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Attending;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Lms.Web.Features.Attendances;

/// <summary>Sessions that this process has settled for good: a start looks at the last ones again.</summary>
public sealed class SettledSessions
{
    private readonly ConcurrentDictionary<LiveSessionId, bool> all = [];

    public bool Contains(LiveSessionId session) => all.ContainsKey(session);

    public void Add(LiveSessionId session) => all[session] = true;
}

/// <summary>Settles what has ended. Each minute, and once more when late beats have had their time.</summary>
[DisallowConcurrentExecution]
public sealed class SettleEnded(
    LmsDbContext db,
    SettleSession settle,
    CloseSession close,
    SettledSessions settled,
    TimeProvider time
) : IJob
{
    /// <summary>A device that was away may still send what it kept.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan Back = TimeSpan.FromDays(30);

    public async ValueTask Execute(
        IJobExecutionContext context,
        CancellationToken cancellationToken = default
    ) => await RunAsync(cancellationToken);

    public async Task RunAsync(CancellationToken cancel = default)
    {
        var now = time.Now();
        var from = now - Back;
        var ended = await db
            .LiveSessions.Where(one =>
                one.RehearsalOf == null
                && one.EndedAt >= from
                && (
                    one.State == SessionState.Ended
                    || one.State == SessionState.Processing
                    || one.State == SessionState.Published
                )
            )
            .OrderBy(one => one.EndedAt)
            .Select(one => new { one.Id, one.EndedAt })
            .ToListAsync(cancel);
        foreach (var one in ended.Where(one => !settled.Contains(one.Id)))
        {
            await settle.RunAsync(one.Id, cancel);
            await close.RunAsync(one.Id, cancel);
            db.ChangeTracker.Clear();
            if (now >= one.EndedAt + Late)
            {
                settled.Add(one.Id);
            }
        }
    }
}
