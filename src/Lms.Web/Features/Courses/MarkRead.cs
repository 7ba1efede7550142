using Lms.Domain.Courses;
using Lms.Domain.Learning;
using Lms.Domain.People;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Courses;

/// <summary>Keeps the fact that a lesson was read; the second time changes nothing.</summary>
public sealed class MarkRead(
    LmsDbContext db,
    Enrol enrol,
    CompleteCourse complete,
    TimeProvider time
)
{
    public Task RunAsync(PersonId person, PublishedCourse course, ActivityId lesson) =>
        db.WriteAsync(async () =>
        {
            var enrolment = await enrol.InsideAsync(person, course);
            if (
                await db.LessonProgress.AnyAsync(p =>
                    p.EnrolmentId == enrolment && p.ActivityId == lesson
                )
            )
            {
                return;
            }

            db.LessonProgress.Add(
                new LessonProgress
                {
                    EnrolmentId = enrolment,
                    PersonId = person,
                    ActivityId = lesson,
                    ReadAt = time.Now(),
                }
            );
            await db.SaveChangesAsync();
            await complete.InsideAsync(person, course.Id);
        });
}
