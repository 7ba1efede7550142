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
        var overdue = await db
            .Attempts.Where(attempt => attempt.Result == null && attempt.DeadlineAt <= now)
            .Select(attempt => attempt.Id)
            .ToListAsync(cancellationToken);
        foreach (var attempt in overdue)
        {
            await submit.RunAsync(attempt);
            db.ChangeTracker.Clear();
        }
    }
}
