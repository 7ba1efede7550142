using Lms.Domain.Learning;
using Lms.Domain.Quizzes;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Courses;

/// <summary>
/// Closes an attempt and grades it, exactly once: by the learner's button, by the timer, or by the
/// next look at an overdue attempt.
/// </summary>
public sealed class SubmitAttempt(
    LmsDbContext db,
    PublishedCourses courses,
    KeepPass pass,
    CompleteCourse complete,
    CatchUp catchUp,
    TimeProvider time
)
{
    /// <summary>The result, the first one when there was one; null when the viewer has no such attempt.</summary>
    public Task<AttemptResult?> RunAsync(AttemptId id) =>
        db.WriteAsync<AttemptResult?>(async () =>
        {
            var attempt = await db
                .Attempts.AsNoTracking()
                .Include(a => a.Result)
                .Include(a => a.Responses)
                .Where(a => a.Id == id)
                .SingleOrDefaultAtOnceAsync(db);
            if (attempt is null || attempt.Result is not null)
            {
                return attempt?.Result;
            }

            var course = await courses.OfAsync(attempt.CourseVersionId);
            var quiz = course.Find(attempt.ActivityId).Quiz! with { Rules = attempt.Rules };
            var grade = Grading.Of(quiz, attempt.Paper, attempt.LastValues());
            var now = time.Now();
            var isOverdue = attempt.IsOverdue(now);
            var result = new AttemptResult
            {
                AttemptId = id,
                PersonId = attempt.PersonId,
                ClosedAt = isOverdue ? attempt.ClosesAt!.Value : now,
                ClosedBy = isOverdue ? ClosedBy.Deadline : ClosedBy.Learner,
                Earned = grade.Earned,
                Possible = grade.Possible,
                IsPassed = grade.IsPassed,
                Waiting = grade.Waiting,
            };
            db.AttemptResults.Add(result);
            if (result.IsPassed)
            {
                await pass.InsideAsync(attempt, result.ClosedAt);
            }

            await db.SaveChangesAsync();
            await complete.InsideAsync(attempt.PersonId, course.Id);
            await catchUp.InsideAsync(attempt.PersonId, course.Id, attempt.EnrolmentId);
            return result;
        });
}
