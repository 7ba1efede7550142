using Lms.Domain.Courses;
using Lms.Domain.Learning;
using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;

namespace Lms.Web.Features.Courses;

/// <summary>
/// Brings a learner to where they belong by now: to a newer version, when what kept them has ended,
/// and to the completion, when the version they came to asks for nothing more.
/// </summary>
public sealed class CatchUp(
    LmsDbContext db,
    Standings standings,
    CarryReads reads,
    CarryLearners carry,
    CompleteCourse complete
)
{
    /// <summary>
    /// Where the viewer stands, brought up to date. Whoever is on the newest version, or is kept
    /// by their work, costs no more than reading it.
    /// </summary>
    public async Task<Standing?> RunAsync(Viewer viewer, PublishedCourse newest)
    {
        var standing = await standings.FindAsync(viewer, newest.Id);
        if (
            standing is not { CompletedAt: null }
            || viewer.Person is not { } person
            || !(standing.Progress.IsComplete || await MayMoveAsync(standing, newest))
        )
        {
            return standing;
        }

        await db.WriteAsync(() => InsideAsync(person, newest.Id, standing.Enrolment));
        return await standings.FindAsync(viewer, newest.Id);
    }

    /// <summary>As part of the write that ended an attempt or a run.</summary>
    public async Task InsideAsync(PersonId person, CourseId course, EnrolmentId enrolment)
    {
        await carry.OneInsideAsync(db, course, enrolment);
        await complete.InsideAsync(person, course);
    }

    private async Task<bool> MayMoveAsync(Standing standing, PublishedCourse newest) =>
        standing.Course.Number < newest.Number
        && standing.Progress.Done.IsSubsetOf(newest.Outline.Activities)
        && await reads.DecideAsync(db, newest.Id, [newest.Outline], standing.Enrolment)
            is [{ Decision: CarryDecision.Moves }];
}
