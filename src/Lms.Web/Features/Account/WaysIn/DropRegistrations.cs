using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Lms.Web.Features.Account.WaysIn;

/// <summary>
/// Deletes requests for an account sixty days after they were asked or decided: what was decided
/// stands in the audit, without a name.
/// </summary>
[DisallowConcurrentExecution]
public sealed class DropRegistrations(LmsDbContext db, TimeProvider time) : IJob
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(60);

    public async ValueTask Execute(
        IJobExecutionContext context,
        CancellationToken cancellationToken = default
    ) => await RunAsync(cancellationToken);

    public async Task RunAsync(CancellationToken cancel = default)
    {
        var before = time.Now() - Kept;
        db.Registrations.RemoveRange(
            await db
                .Registrations.Where(one => (one.DecidedAt ?? one.AskedAt) < before)
                .ToListAsync(cancel)
        );
        await db.SaveChangesAsync(cancel);
    }
}
