using Lms.Domain.Courses;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Author;

public enum ArchiveAnswer
{
    /// <summary>Now, or it was so before.</summary>
    Done,

    /// <summary>There is no reason, or one of more than 200 characters.</summary>
    BadReason,

    /// <summary>Nothing of the course is published.</summary>
    Unknown,
}

/// <summary>Takes a course out of the catalogue, or puts it back; each time a fact, with its reason in the log.</summary>
public sealed class Archive(
    LmsDbContext db,
    PublishedCourses courses,
    CurrentViewer current,
    TimeProvider time
)
{
    public const int LongestReason = 200;

    public async Task<ArchiveAnswer> RunAsync(string slug, bool isArchived, string reason)
    {
        var words = reason.Trim();
        if (words.Length is 0 or > LongestReason)
        {
            return ArchiveAnswer.BadReason;
        }

        var answer = await db.WriteAsync(async () =>
        {
            if (
                await db.Courses.SingleOrDefaultAsync(known => known.Slug == slug) is not { } course
            )
            {
                return ArchiveAnswer.Unknown;
            }

            if (await IsArchivedAsync(course.Id) != isArchived)
            {
                Add(course, isArchived, words);
                await db.SaveChangesAsync();
            }

            return ArchiveAnswer.Done;
        });
        courses.Forget();
        return answer;
    }

    private void Add(Course course, bool isArchived, string words)
    {
        var now = time.Now();
        db.CourseArchivals.Add(
            new CourseArchival
            {
                CourseId = course.Id,
                At = now,
                IsArchived = isArchived,
            }
        );
        db.Audit.Add(
            new AuditEntry
            {
                At = now,
                Action = isArchived ? AuditAction.CourseArchived : AuditAction.CourseReopened,
                Actor = current.Viewer.Account,
                Detail = $"{course.Slug}: {words}",
            }
        );
    }

    private Task<bool> IsArchivedAsync(CourseId course) =>
        db
            .CourseArchivals.Where(fact => fact.CourseId == course)
            .OrderByDescending(fact => fact.Position)
            .Select(fact => fact.IsArchived)
            .FirstOrDefaultAsync();
}
