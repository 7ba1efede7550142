using Lms.Domain.Learning;
using Lms.Domain.People;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Courses;

/// <summary>What became of a choice.</summary>
public enum ChoiceAnswer
{
    /// <summary>It stands, made now or by an earlier press of the same button.</summary>
    Made,

    /// <summary>The page was an old one: the run has gone on, or another one was begun.</summary>
    Late,

    /// <summary>No such run of this person, or no such choice in its scene.</summary>
    Unknown,
}

/// <summary>
/// Makes a choice in a case, once: its place in the run is what a second press repeats.
/// </summary>
public sealed class ChooseStep(
    LmsDbContext db,
    PublishedCourses courses,
    FinishCase finish,
    CatchUp catchUp,
    TimeProvider time
)
{
    /// <param name="position">Of the step in the run, from 1, as the page showed it.</param>
    /// <param name="choice">Index in the scene, from 0.</param>
    public Task<ChoiceAnswer> RunAsync(PersonId person, CaseRunId id, int position, int choice) =>
        db.WriteAsync(async () =>
        {
            var run = await db
                .CaseRuns.AsNoTracking()
                .Include(found => found.Steps)
                .SingleOrDefaultAsync(found => found.Id == id && found.PersonId == person);
            if (run is null)
            {
                return ChoiceAnswer.Unknown;
            }

            if (run.Steps.Find(step => step.Position == position) is { } made)
            {
                return made.Choice == choice ? ChoiceAnswer.Made : ChoiceAnswer.Late;
            }

            var course = await courses.OfAsync(run.CourseVersionId);
            var played = PlayedRun.Of(run, course.Find(run.ActivityId).Case!);
            if (position != played.Play.Steps + 1 || !played.Play.IsOpen || await IsLeftAsync(run))
            {
                return ChoiceAnswer.Late;
            }

            return choice >= 0 && choice < played.Play.Scene.Choices.Count
                ? await KeepAsync(played, choice, course)
                : ChoiceAnswer.Unknown;
        });

    private async Task<ChoiceAnswer> KeepAsync(PlayedRun played, int choice, PublishedCourse course)
    {
        var (run, branching, play) = played;
        db.CaseSteps.Add(
            new CaseStep
            {
                RunId = run.Id,
                Position = play.Steps + 1,
                PersonId = run.PersonId,
                Scene = play.Scene.Id,
                Choice = choice,
                At = time.Now(),
            }
        );
        await db.SaveChangesAsync();
        var next = play.Choose(branching, choice);
        if (next.Ending is not null)
        {
            await finish.InsideAsync(run, course.Id);
        }

        if (!next.IsOpen)
        {
            await catchUp.InsideAsync(run.PersonId, course.Id, run.EnrolmentId);
        }

        return ChoiceAnswer.Made;
    }

    private Task<bool> IsLeftAsync(CaseRun run) =>
        db.CaseRuns.AnyAsync(later =>
            later.EnrolmentId == run.EnrolmentId
            && later.ActivityId == run.ActivityId
            && later.Number > run.Number
        );
}
