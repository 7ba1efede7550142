using Lms.Domain.Learning;
using Lms.Domain.People;
using Lms.Domain.Quizzes;
using Lms.Domain.Shared;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Courses;

/// <summary>Opens an attempt with its own paper and rules, or says why not.</summary>
public sealed class StartAttempt(LmsDbContext db, Enrol enrol, IChance chance, TimeProvider time)
{
    public Task<OpeningDecision> RunAsync(
        PersonId person,
        PublishedCourse course,
        PublishedActivity activity,
        OperationId operation
    ) =>
        db.WriteAsync(async () =>
        {
            var enrolment = await enrol.InsideAsync(person, course);
            var past = await db
                .Attempts.Where(a => a.EnrolmentId == enrolment && a.ActivityId == activity.Id)
                .Select(a => new
                {
                    a.Operation,
                    Seen = new PastAttempt(
                        a.OpenedAt,
                        a.Result == null ? null : a.Result.ClosedAt,
                        a.Extra != null
                    ),
                })
                .ToListAsync();
            if (past.Exists(attempt => attempt.Operation == operation))
            {
                return new OpeningDecision.GoOn();
            }

            var quiz = activity.Quiz!;
            var now = time.Now();
            var allowance = await db.AllowanceAsync(person, enrolment, activity.Id);
            var decision = allowance.MayOpen(
                quiz.Rules,
                [.. past.Select(attempt => attempt.Seen)],
                now
            );
            if (decision is OpeningDecision.Open open)
            {
                db.Attempts.Add(
                    new Attempt
                    {
                        Id = new(time.NewId()),
                        PersonId = person,
                        EnrolmentId = enrolment,
                        ActivityId = activity.Id,
                        CourseVersionId = course.Version,
                        Number = open.Number,
                        Operation = operation,
                        OpenedAt = now,
                        DeadlineAt = open.DeadlineAt,
                        Extra = open.UsesExtra ? allowance.Extra!.Id : null,
                        Rules = quiz.Rules,
                        Paper = Paper.Of(quiz, await UsesAsync(person, course, quiz), chance),
                    }
                );
                await db.SaveChangesAsync();
            }

            return decision;
        });

    /// <summary>
    /// How often the person met each question before, at any quiz of the course: several may draw from
    /// one bank.
    /// </summary>
    private async Task<IReadOnlyDictionary<string, int>> UsesAsync(
        PersonId person,
        PublishedCourse course,
        Quiz quiz
    )
    {
        if (quiz.Draws.Count == 0)
        {
            return new Dictionary<string, int>();
        }

        var activities = course.Activities.Select(one => one.Id).ToList();
        var papers = await db
            .Attempts.Where(a => a.PersonId == person && activities.Contains(a.ActivityId))
            .Select(a => a.Paper)
            .ToListAsync();
        return papers
            .SelectMany(paper => paper.Questions)
            .CountBy(placed => placed.QuestionId)
            .ToDictionary();
    }
}
