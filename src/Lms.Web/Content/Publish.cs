using Lms.Domain.Courses;
using Lms.Domain.Learning;
using Lms.Web.Access;
using Lms.Web.Content.Assets;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Content;

/// <summary>What publishing a clean draft came to.</summary>
public abstract record PublishAnswer
{
    private PublishAnswer() { }

    public sealed record Published(int Number) : PublishAnswer;

    /// <summary>The version stands already, with the same bytes.</summary>
    public sealed record Unchanged(int Number) : PublishAnswer;

    /// <summary>The files changed and <c>revision</c> did not rise above <paramref name="Newest"/>.</summary>
    public sealed record RevisionMustRise(int Newest) : PublishAnswer;

    /// <summary>An activity's slug named another kind of activity in an earlier version.</summary>
    public sealed record KindChanged(string Activity) : PublishAnswer;

    /// <summary>A picture or recording is no longer what was checked.</summary>
    public sealed record FilesChanged : PublishAnswer;
}

/// <summary>Makes an immutable version of a draft; activities keep their ids from version to version.</summary>
public sealed class Publish(
    LmsDatabase database,
    CurrentViewer current,
    PublishedCourses courses,
    CarryLearners carry,
    MediaStore media,
    TimeProvider time
) : IAsyncDisposable
{
    // An author sees no learner; publishing moves them all.
    private readonly LmsDbContext db = database.Open(Viewer.System("publish a course"));

    public ValueTask DisposeAsync() => db.DisposeAsync();

    public async Task<PublishAnswer> RunAsync(CourseDraft draft)
    {
        if (!await media.KeepAsync(draft.Media))
        {
            return new PublishAnswer.FilesChanged();
        }

        var answer = await db.WriteAsync(() => InsideAsync(draft));
        courses.Forget();
        return answer;
    }

    private async Task<PublishAnswer> InsideAsync(CourseDraft draft)
    {
        var course = await db
            .Courses.Include(c => c.Activities)
            .SingleOrDefaultAsync(c => c.Slug == draft.Slug);
        if (course is null)
        {
            course = new Course { Id = new(time.NewId()), Slug = draft.Slug };
            db.Courses.Add(course);
        }

        var newest = await db
            .CourseVersions.Where(v => v.CourseId == course.Id)
            .OrderByDescending(v => v.Number)
            .Select(v => new { v.Number, v.ContentHash })
            .FirstOrDefaultAsync();
        if (newest is not null && draft.Revision <= newest.Number)
        {
            return draft.Revision == newest.Number && draft.ContentHash == newest.ContentHash
                ? new PublishAnswer.Unchanged(newest.Number)
                : new PublishAnswer.RevisionMustRise(newest.Number);
        }

        draft = await new SettleBlocks(db, course).RunAsync(draft);
        var stable = new Dictionary<string, ActivityId>(StringComparer.Ordinal);
        foreach (var activity in draft.Activities)
        {
            var known = course.Activities.Find(one => one.Slug == activity.Slug);
            if (known is not null && known.Kind != activity.Kind)
            {
                return new PublishAnswer.KindChanged(activity.Slug);
            }

            if (known is null)
            {
                known = new Activity
                {
                    Id = new(time.NewId()),
                    CourseId = course.Id,
                    Slug = activity.Slug,
                    Kind = activity.Kind,
                };
                db.Activities.Add(known);
            }

            stable.Add(activity.Slug, known.Id);
        }

        var version = VersionText.Of(
            draft,
            new(time.NewId()),
            course.Id,
            time.Now(),
            activity => stable[activity.Slug]
        );
        db.CourseVersions.Add(version);
        db.Audit.Add(
            new AuditEntry
            {
                At = version.PublishedAt,
                Action = AuditAction.CoursePublished,
                Actor = current.Viewer.Account,
                Detail = $"{draft.Slug} {draft.Revision}",
            }
        );
        await db.SaveChangesAsync();
        await carry.AllInsideAsync(db, course.Id, OutlineOf(version));
        return new PublishAnswer.Published(version.Number);
    }

    private static VersionOutline OutlineOf(CourseVersion version) =>
        new(
            version.Id,
            version.Number,
            version.Activities.Select(activity => activity.ActivityId).ToHashSet()
        );
}
