using Lms.Domain.Courses;
using Lms.Domain.Learning;
using Lms.Domain.People;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared;

/// <summary>What was decided of one learner in progress.</summary>
/// <param name="Position">The last one of the enrolment's history.</param>
public sealed record CarriedLearner(
    EnrolmentId Enrolment,
    PersonId Person,
    int Position,
    CarryDecision Decision
);

/// <summary>
/// Moves learners in progress to newer versions that have all their work, as part of the write that
/// made it possible: a publication, or the end of what was open. Reads are one for all learners.
/// </summary>
public sealed class CarryLearners(CarryReads reads, PublishedCourses courses, TimeProvider time)
{
    /// <param name="db">Sees all learners.</param>
    public async Task AllInsideAsync(LmsDbContext db, CourseId course, VersionOutline published) =>
        await MoveAsync(db, await reads.DecideAsync(db, course, [published]));

    /// <summary>One enrolment, to any newer version of its course.</summary>
    /// <returns>Whether it moved.</returns>
    public async Task<bool> OneInsideAsync(LmsDbContext db, CourseId course, EnrolmentId enrolment)
    {
        var on = await db
            .EnrolmentVersions.Where(step => step.EnrolmentId == enrolment)
            .OrderByDescending(step => step.Position)
            .Select(step => step.CourseVersionId)
            .FirstAsync();
        var newer = await db
            .CourseVersions.Where(version =>
                version.CourseId == course
                && version.Number > db.CourseVersions.First(standing => standing.Id == on).Number
            )
            .Select(version => version.Id)
            .ToListAsync();
        var outlines = new List<VersionOutline>();
        foreach (var version in newer)
        {
            outlines.Add((await courses.OfAsync(version)).Outline);
        }

        return outlines.Count > 0
            && await MoveAsync(db, await reads.DecideAsync(db, course, outlines, enrolment)) > 0;
    }

    private async Task<int> MoveAsync(LmsDbContext db, IEnumerable<CarriedLearner> learners)
    {
        var now = time.Now();
        db.EnrolmentVersions.AddRange(
            learners
                .Where(learner => learner.Decision is CarryDecision.Moves)
                .Select(learner => new EnrolmentVersion
                {
                    EnrolmentId = learner.Enrolment,
                    PersonId = learner.Person,
                    Position = learner.Position + 1,
                    CourseVersionId = ((CarryDecision.Moves)learner.Decision).To.Version,
                    From = now,
                    Reason = VersionReason.CarriedOver,
                })
        );
        return await db.SaveChangesAsync();
    }
}
