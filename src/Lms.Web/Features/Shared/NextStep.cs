using Lms.Domain.Learning;
using Lms.Web.Access;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared;

/// <summary>The one next thing of a course.</summary>
/// <param name="Block">Where on its page the learner was; empty at the top.</param>
public sealed record NextStep(PublishedActivity Activity, string Block)
{
    /// <summary>
    /// Where the learner was, if that is not done, else the first step left; in a course in which
    /// nothing counts, what was not opened to its end. Null when the course is completed.
    /// </summary>
    public static NextStep? Of(Standing standing, LastPlace? place)
    {
        var left = LeftIn(standing);
        return left.FirstOrDefault(activity => activity.Id == place?.ActivityId) is { } there
                ? new(there, place!.Block)
            : left is [var first, ..] ? new(first, "")
            : null;
    }

    /// <summary>The address in a course.</summary>
    public string In(PublishedCourse course) =>
        $"/courses/{course.Slug}/{Activity.Slug}" + (Block.Length > 0 ? $"#{Block}" : "");

    private static List<PublishedActivity> LeftIn(Standing standing)
    {
        var (course, progress) = (standing.Course, standing.Progress);
        if (progress.Left.Count > 0)
        {
            return [.. progress.Left.Select(step => course.Find(step.Activity))];
        }

        if (standing.CompletedAt is not null)
        {
            return [];
        }

        var open = course.Activities.Where(one => !progress.Done.Contains(one.Id)).ToList();
        return open.Count > 0 ? open : [course.Activities[0]];
    }
}

/// <summary>Finds the next thing: the same on every page that says «continue».</summary>
public sealed class NextSteps(LmsDbContext db, CurrentViewer current)
{
    public async Task<NextStep?> OfAsync(Standing standing)
    {
        var (person, course) = (current.Viewer.Person, standing.Course.Id);
        var place = await db
            .LastPlaces.AsNoTracking()
            .SingleOrDefaultAsync(known =>
                known.PersonId == person
                && known.CourseId == course
                // Where an edition before this one ended is no place to begin.
                && db.Enrolments.Any(one =>
                    one.Id == standing.Enrolment && one.EnrolledAt <= known.At
                )
            );
        return NextStep.Of(standing, place);
    }
}
