using Lms.Domain.Courses;
using Lms.Domain.Learning;
using Lms.Domain.People;
using Lms.Web.Data;
using Lms.Web.Features.Shared.Certifying;

namespace Lms.Web.Features.Shared;

/// <summary>
/// After a fact that may have been the last one: writes the completion, and with it the certificate,
/// once. Part of the write that added the fact.
/// </summary>
public sealed class CompleteCourse(
    LmsDbContext db,
    Standings standings,
    IssueCertificate issue,
    RecordPeriods periods,
    TimeProvider time
)
{
    public async Task InsideAsync(PersonId person, CourseId course)
    {
        var standing = await standings.InsideAsync(db, person, course);
        if (standing.CompletedAt is not null || !standing.Progress.IsComplete)
        {
            return;
        }

        var completion = new Completion
        {
            Id = new(time.NewId()),
            EnrolmentId = standing.Enrolment,
            PersonId = person,
            CourseId = course,
            CourseVersionId = standing.Course.Version,
            CompletedAt = time.Now(),
        };
        db.Completions.Add(completion);
        await issue.InsideAsync(completion, standing.Course);
        await db.SaveChangesAsync();
        await periods.InsideAsync(db, [person]);
    }
}
