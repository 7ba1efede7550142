using Lms.Domain.Courses;
using Lms.Web.Access;
using Lms.Web.Content;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared;

/// <summary>A draft as it would stand if it were published now. Nothing is stored.</summary>
public sealed class DraftCourses(LmsDatabase database, TimeProvider time)
{
    private static readonly Viewer Reader = Viewer.System("compare a draft with what is published");

    /// <summary>
    /// With the ids that activities have already, and new ones for those that are new. A draft with
    /// errors may name an activity twice: the first one is taken.
    /// </summary>
    public async Task<PublishedCourse> OfAsync(CourseDraft draft)
    {
        await using var db = database.Open(Reader);
        var course =
            await db
                .Courses.AsNoTracking()
                .Include(one => one.Activities)
                .SingleOrDefaultAsync(one => one.Slug == draft.Slug)
            ?? new Course { Id = new(time.NewId()), Slug = draft.Slug };
        var known = course.Activities.ToDictionary(
            activity => (activity.Slug, activity.Kind),
            activity => activity.Id
        );
        var single = draft with
        {
            Activities = [.. draft.Activities.DistinctBy(activity => activity.Slug)],
        };
        return new(
            course,
            VersionText.Of(
                single,
                new(time.NewId()),
                course.Id,
                time.Now(),
                activity =>
                    known.GetValueOrDefault((activity.Slug, activity.Kind), new(time.NewId()))
            )
        );
    }

    /// <summary>The same with the ids of its blocks carried over, as publishing would do. The draft is clean.</summary>
    public async Task<PublishedCourse> SettledAsync(CourseDraft draft)
    {
        await using var db = database.Open(Reader);
        var course = await db
            .Courses.AsNoTracking()
            .SingleOrDefaultAsync(known => known.Slug == draft.Slug);
        return await OfAsync(
            course is null ? draft : await new SettleBlocks(db, course).RunAsync(draft)
        );
    }
}
