using Lms.Domain.Courses;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Courses;

/// <summary>What a learner has not been told yet of the versions they moved through.</summary>
public sealed class NewsReads(LmsDbContext db, PublishedCourses courses, TimeProvider time)
{
    /// <summary>
    /// For whoever moved: since the version they were last told of. For whoever completed the
    /// course: since the version they completed. Null when there is nothing to tell.
    /// </summary>
    public async Task<VersionNews?> FindAsync(Standing standing, PublishedCourse newest)
    {
        var (course, done) = (standing.Course, standing.Progress.Done);
        if (standing.CompletedAt is not null)
        {
            return course.Number < newest.Number ? VersionNews.Of(course, newest, done) : null;
        }

        var history = await db
            .EnrolmentVersions.Where(step => step.EnrolmentId == standing.Enrolment)
            .OrderBy(step => step.Position)
            .Select(step => new { step.CourseVersionId, step.ToldAt })
            .ToListAsync();
        var untold = history.FindIndex(1, step => step.ToldAt is null);
        return untold < 0
            ? null
            : VersionNews.Of(
                await courses.OfAsync(history[untold - 1].CourseVersionId),
                course,
                done
            );
    }

    /// <summary>The learner has read the notice; the second time changes nothing.</summary>
    public Task ToldAsync(Standing standing) =>
        db.WriteAsync(async () =>
        {
            var untold = await db
                .EnrolmentVersions.Where(step =>
                    step.EnrolmentId == standing.Enrolment && step.ToldAt == null
                )
                .ToListAsync();
            untold.ForEach(step => step.ToldAt = time.Now());
            await db.SaveChangesAsync();
        });
}
