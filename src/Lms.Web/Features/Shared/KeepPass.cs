using Lms.Domain.Learning;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared;

/// <summary>
/// Keeps the fact that a quiz was passed, once for each quiz of an enrolment: the first passing attempt
/// stays it. Part of the write that scored the attempt.
/// </summary>
public sealed class KeepPass(LmsDbContext db)
{
    public async Task InsideAsync(Attempt attempt, DateTimeOffset passedAt)
    {
        var isKnown = await db.Passes.AnyAsync(passed =>
            passed.EnrolmentId == attempt.EnrolmentId && passed.ActivityId == attempt.ActivityId
        );
        if (!isKnown)
        {
            db.Passes.Add(
                new Passed
                {
                    EnrolmentId = attempt.EnrolmentId,
                    PersonId = attempt.PersonId,
                    ActivityId = attempt.ActivityId,
                    AttemptId = attempt.Id,
                    PassedAt = passedAt,
                }
            );
        }
    }
}
