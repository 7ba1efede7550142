using Lms.Domain.Cases;
using Lms.Domain.Courses;
using Lms.Domain.Learning;
using Lms.Domain.People;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared;

/// <summary>
/// Reads what carry-over decides on, for all learners of a course who have not completed it. A fact
/// on an activity that every newer version has keeps nobody, so only the others are read.
/// </summary>
public sealed class CarryReads(PublishedCourses courses)
{
    /// <param name="published">Versions that they may go over to.</param>
    /// <param name="only">One enrolment of the course; all of them when null.</param>
    public async Task<IReadOnlyList<CarriedLearner>> DecideAsync(
        LmsDbContext db,
        CourseId course,
        IReadOnlyList<VersionOutline> published,
        EnrolmentId? only = null
    )
    {
        var numbers = await db
            .CourseVersions.Where(version => version.CourseId == course)
            .ToDictionaryAsync(version => version.Id, version => version.Number);
        var activities = await db
            .Activities.Where(activity => activity.CourseId == course)
            .Select(activity => new { activity.Id, activity.Kind })
            .ToListAsync();
        var learners = await LearnersAsync(db, course, only);
        var work = await WorkAsync(
            db,
            [
                .. activities
                    .Select(activity => activity.Id)
                    .Where(id => !published.All(version => version.Activities.Contains(id))),
            ],
            only
        );
        var inRun = activities.Exists(activity => activity.Kind == ActivityKind.Case)
            ? await InRunAsync(db, course, only)
            : [];
        return
        [
            .. learners.Select(learner => new CarriedLearner(
                learner.Enrolment,
                learner.Person,
                learner.Position,
                CarryOver.Decide(
                    numbers[learner.On],
                    published,
                    new(
                        work[learner.Enrolment].ToHashSet(),
                        learner.HasOpenAttempt,
                        inRun.Contains(learner.Enrolment),
                        IsCompleted: false
                    )
                )
            )),
        ];
    }

    private static Task<List<Learner>> LearnersAsync(
        LmsDbContext db,
        CourseId course,
        EnrolmentId? only
    ) =>
        db
            .Enrolments.Where(e =>
                e.CourseId == course && e.Completion == null && (only == null || e.Id == only)
            )
            .Select(e => new Learner(
                e.Id,
                e.PersonId,
                e.Versions.Max(step => step.Position),
                e.Versions.OrderByDescending(step => step.Position)
                    .Select(step => step.CourseVersionId)
                    .First(),
                e.Attempts.Any(attempt => attempt.Result == null)
            ))
            .ToListAsync();

    private static async Task<ILookup<EnrolmentId, ActivityId>> WorkAsync(
        LmsDbContext db,
        IReadOnlyList<ActivityId> gone,
        EnrolmentId? only
    )
    {
        var facts = db
            .LessonProgress.Select(fact => new { fact.EnrolmentId, fact.ActivityId })
            .Concat(db.Passes.Select(fact => new { fact.EnrolmentId, fact.ActivityId }))
            .Concat(db.CaseFinishes.Select(fact => new { fact.EnrolmentId, fact.ActivityId }))
            .Concat(
                from one in db.AttendedSessions
                join e in db.Enrolments on one.PersonId equals e.PersonId
                where
                    one.ActivityId != null
                    && one.CourseId == e.CourseId
                    && (e.Edition == 1 || one.At >= e.EnrolledAt)
                select new { EnrolmentId = e.Id, ActivityId = one.ActivityId!.Value }
            )
            .Where(fact =>
                gone.Contains(fact.ActivityId) && (only == null || fact.EnrolmentId == only)
            );
        var rows = gone.Count == 0 ? [] : await facts.ToListAsync();
        return rows.ToLookup(fact => fact.EnrolmentId, fact => fact.ActivityId);
    }

    /// <summary>
    /// Enrolments whose last run through a case has not come to its end; who began anew has left the
    /// runs before.
    /// </summary>
    private async Task<HashSet<EnrolmentId>> InRunAsync(
        LmsDbContext db,
        CourseId course,
        EnrolmentId? only
    )
    {
        var runs = await db
            .CaseRuns.Where(run =>
                db.Enrolments.Any(e =>
                    e.Id == run.EnrolmentId && e.CourseId == course && e.Completion == null
                ) && (only == null || run.EnrolmentId == only)
            )
            .Where(run =>
                !db.CaseRuns.Any(later =>
                    later.EnrolmentId == run.EnrolmentId
                    && later.ActivityId == run.ActivityId
                    && later.Number > run.Number
                )
            )
            .Select(run => new
            {
                run.EnrolmentId,
                run.CourseVersionId,
                run.ActivityId,
                Choices = run
                    .Steps.OrderBy(step => step.Position)
                    .Select(step => step.Choice)
                    .ToList(),
            })
            .ToListAsync();
        var open = new HashSet<EnrolmentId>();
        foreach (var run in runs)
        {
            var version = await courses.OfAsync(run.CourseVersionId);
            if (CasePlay.Of(version.Find(run.ActivityId).Case!, run.Choices).IsOpen)
            {
                open.Add(run.EnrolmentId);
            }
        }

        return open;
    }

    private sealed record Learner(
        EnrolmentId Enrolment,
        PersonId Person,
        int Position,
        CourseVersionId On,
        bool HasOpenAttempt
    );
}
