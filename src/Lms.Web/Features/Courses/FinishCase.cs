using Lms.Domain.Courses;
using Lms.Domain.Learning;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Certifying;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Courses;

/// <summary>
/// Keeps the fact that a case was finished, once, whatever its ending. Part of the write that made the
/// last choice.
/// </summary>
public sealed class FinishCase(
    LmsDbContext db,
    CompleteCourse complete,
    RecordPeriods periods,
    TimeProvider time
)
{
    public async Task InsideAsync(CaseRun run, CourseId course)
    {
        var isKnown = await db.CaseFinishes.AnyAsync(finish =>
            finish.EnrolmentId == run.EnrolmentId && finish.ActivityId == run.ActivityId
        );
        if (isKnown)
        {
            return;
        }

        db.CaseFinishes.Add(
            new CaseFinish
            {
                EnrolmentId = run.EnrolmentId,
                PersonId = run.PersonId,
                ActivityId = run.ActivityId,
                RunId = run.Id,
                FinishedAt = time.Now(),
            }
        );
        await db.SaveChangesAsync();
        await complete.InsideAsync(run.PersonId, course);
        await periods.InsideAsync(db, [run.PersonId]);
    }
}
