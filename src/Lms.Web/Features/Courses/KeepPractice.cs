using Lms.Domain.Courses;
using Lms.Domain.Learning;
using Lms.Domain.People;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Courses;

/// <summary>Keeps how a learner answered a practice question; their progress knows nothing of it.</summary>
public sealed class KeepPractice(LmsDbContext db, TimeProvider time)
{
    /// <summary>The last answer to the question; null before the first.</summary>
    public Task<PracticeAnswer?> LastAsync(PersonId person, ActivityId lesson, string question) =>
        db
            .PracticeAnswers.Where(answer =>
                answer.PersonId == person
                && answer.ActivityId == lesson
                && answer.QuestionId == question
            )
            .OrderByDescending(answer => answer.Position)
            .FirstOrDefaultAsync();

    public Task RunAsync(PersonId person, ActivityId lesson, string question, bool isRight) =>
        db.WriteAsync(async () =>
        {
            db.PracticeAnswers.Add(
                new PracticeAnswer
                {
                    PersonId = person,
                    ActivityId = lesson,
                    QuestionId = question,
                    IsRight = isRight,
                    At = time.Now(),
                }
            );
            await db.SaveChangesAsync();
        });
}
