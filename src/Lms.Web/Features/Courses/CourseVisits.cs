using Lms.Domain.Courses;
using Lms.Domain.Learning;
using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Courses;

/// <summary>What an address of a course shows to one viewer.</summary>
/// <param name="Course">The version the viewer learns on, else the newest.</param>
public sealed record CourseVisit(
    PublishedCourse Course,
    Standing? Standing,
    PublishedActivity Activity,
    CourseEntry Entry
);

/// <summary>Whether an activity may be opened now, and if not, what comes first.</summary>
public abstract record CourseEntry
{
    private CourseEntry() { }

    public sealed record Open : CourseEntry;

    /// <summary>Only courses with public access open without an account.</summary>
    public sealed record SignIn : CourseEntry;

    /// <summary>A sequential course: this is to be done before.</summary>
    public sealed record AfterActivity(PublishedActivity First) : CourseEntry;

    /// <summary>These courses are to be completed before.</summary>
    public sealed record AfterCourses(IReadOnlyList<PublishedCourse> Missing) : CourseEntry;

    /// <summary>The course takes no new learners.</summary>
    public sealed record Archived : CourseEntry;

    /// <summary>The version the learner is on has it no more: what they did there can be read.</summary>
    public sealed record Gone : CourseEntry;
}

/// <summary>
/// Finds what an address names and decides, in this one place, whether the viewer may open it: access,
/// prerequisites, then the order of the course.
/// </summary>
public sealed class CourseVisits(
    PublishedCourses courses,
    CatchUp catchUp,
    PastWork past,
    LmsDbContext db,
    CurrentViewer current
)
{
    /// <summary>Null when the course or the activity does not exist, or is of another kind.</summary>
    public async Task<CourseVisit?> FindAsync(string course, string activity, ActivityKind kind)
    {
        if (await courses.FindAsync(course) is not { } newest)
        {
            return null;
        }

        var standing = await catchUp.RunAsync(current.Viewer, newest);
        var shown = standing?.Course ?? newest;
        if (IsHidden(shown, standing))
        {
            return null;
        }

        if (shown.Find(activity) is { } found)
        {
            return found.Kind != kind ? null
                : await IsClosedAsync(shown, standing)
                    ? new(shown, standing, found, new CourseEntry.Archived())
                : new(
                    shown,
                    standing,
                    found,
                    Entry(shown, standing, found, await MissingAsync(shown))
                );
        }

        return
            standing is not null
            && await past.FindAsync(standing.Enrolment, shown.Id, activity, kind) is { } gone
            ? new(shown, standing, gone, new CourseEntry.Gone())
            : null;
    }

    /// <summary>The course is archived, and the viewer is none of those who go on with it.</summary>
    public async ValueTask<bool> IsClosedAsync(PublishedCourse course, Standing? standing) =>
        standing is null
        && (current.Viewer.Person is not null || !current.Viewer.IsSignedIn)
        && await courses.IsArchivedAsync(course.Id);

    /// <summary>A private course does not exist for managers, unless they learn in it themselves.</summary>
    public bool IsHidden(PublishedCourse course, Standing? standing) =>
        course.Manifest.IsPrivate && standing is null && current.Viewer.Has(AccessRole.Manager);

    /// <summary>All that the viewer may open of a course.</summary>
    public async Task<IEnumerable<ActivityId>> OpenAsync(PublishedCourse course, Standing? standing)
    {
        var missing = await MissingAsync(course);
        return course
            .Activities.Where(activity =>
                Entry(course, standing, activity, missing) is CourseEntry.Open
            )
            .Select(activity => activity.Id);
    }

    /// <summary>Courses to be completed first that the viewer has not.</summary>
    public async Task<IReadOnlyList<PublishedCourse>> MissingAsync(PublishedCourse course)
    {
        if (course.Manifest.Prerequisites.Count == 0 || current.Viewer.Person is not { } person)
        {
            return [];
        }

        var required = new List<PublishedCourse>();
        foreach (var slug in course.Manifest.Prerequisites)
        {
            // An archived one can no longer be asked of anybody.
            if (
                await courses.FindAsync(slug) is { } known
                && !await courses.IsArchivedAsync(known.Id)
            )
            {
                required.Add(known);
            }
        }

        var done = await CompletedAsync(person, [.. required.Select(one => one.Id)]);
        return [.. required.Where(one => !done.Contains(one.Id))];
    }

    private CourseEntry Entry(
        PublishedCourse course,
        Standing? standing,
        PublishedActivity activity,
        IReadOnlyList<PublishedCourse> missing
    )
    {
        if (!current.Viewer.IsSignedIn)
        {
            return course.Manifest.Access == CourseAccess.Public
                ? new CourseEntry.Open()
                : new CourseEntry.SignIn();
        }

        // Who has no person cannot do anything in the order that is asked for: they only read.
        if (current.Viewer.Person is null || standing?.CompletedAt is not null)
        {
            return new CourseEntry.Open();
        }

        if (missing.Count > 0)
        {
            return new CourseEntry.AfterCourses(missing);
        }

        var progress =
            standing?.Progress
            ?? CourseProgress.Of(course.Steps, NothingDone, course.Manifest.Completion.Sessions);
        return progress.IsOpen(activity.Id, course.Steps, course.Manifest.Order)
            ? new CourseEntry.Open()
            : new CourseEntry.AfterActivity(course.Find(progress.Left[0].Activity));
    }

    private static readonly HashSet<ActivityId> NothingDone = [];

    private Task<List<CourseId>> CompletedAsync(PersonId person, List<CourseId> required) =>
        db
            .Completions.Where(completion =>
                completion.PersonId == person && required.Contains(completion.CourseId)
            )
            .Select(completion => completion.CourseId)
            .Distinct()
            .ToListAsync();
}
