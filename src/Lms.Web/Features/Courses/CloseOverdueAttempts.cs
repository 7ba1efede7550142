using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Lms.Web.Features.Courses;

/// <summary>Closes attempts whose deadline has passed while nobody looked.</summary>
[DisallowConcurrentExecution]
public sealed class CloseOverdueAttempts(LmsDbContext db, SubmitAttempt submit, TimeProvider time)
    : IJob
{
    public async ValueTask Execute(
        IJobExecutionContext context,
        CancellationToken cancellationToken = default
    )
    {
        var now = time.Now();
        // Past the deadline, yet perhaps still open for answers that come late from a device.
        var late = await db
            .Attempts.AsNoTracking()
            .Where(attempt => attempt.Result == null && attempt.DeadlineAt <= now)
            .ToListAsync(cancellationToken);
        foreach (var attempt in late.Where(attempt => attempt.IsOverdue(now)))
        {
            await submit.RunAsync(attempt.Id);
            db.ChangeTracker.Clear();
        }
    }
}
