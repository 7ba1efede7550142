using Lms.Domain.Learning;
using Lms.Domain.Quizzes;
using Lms.Domain.Shared;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Files;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Courses;

/// <summary>
/// Keeps a file as the answer to a question of the viewer's open attempt, in the place of an earlier
/// one, or takes it back. The bytes of what was replaced are gone.
/// </summary>
public sealed class KeepFile(LmsDbContext db, PublishedCourses courses, TimeProvider time)
{
    /// <param name="file">Null to take the file back.</param>
    /// <returns>False when the attempt is not open, or has no such question.</returns>
    public Task<bool> RunAsync(
        AttemptId id,
        string question,
        CheckedFile? file,
        OperationId operation
    ) =>
        db.WriteAsync(async () =>
        {
            var now = time.Now();
            var attempt = await db
                .Attempts.AsNoTracking()
                .Include(found => found.Result)
                .Include(found => found.Responses)
                .SingleOrDefaultAsync(found => found.Id == id);
            if (attempt is null || attempt.Result is not null || attempt.DeadlineAt <= now)
            {
                return false;
            }

            var course = await courses.OfAsync(attempt.CourseVersionId);
            if (
                attempt.Paper.Find(question) is null
                || course.Find(attempt.ActivityId).Quiz!.Find(question) is not FileUpload
                || !IsAsked(attempt, question)
            )
            {
                return false;
            }

            if (attempt.Responses.Exists(response => response.Operation == operation))
            {
                return true;
            }

            db.AnswerFiles.RemoveRange(
                await db
                    .AnswerFiles.Where(one => one.AttemptId == id && one.QuestionId == question)
                    .ToListAsync()
            );
            var kept = file is null ? null : FileOf(attempt, question, file, now);
            if (kept is not null)
            {
                db.AnswerFiles.Add(kept);
            }

            IReadOnlyList<string> values = kept is null ? [] : [kept.Id.Value.ToString()];
            db.Responses.Add(
                new GivenAnswer(id, attempt.PersonId, question, values, operation).At(now)
            );
            await db.SaveChangesAsync();
            return true;
        });

    private static bool IsAsked(Attempt attempt, string question) =>
        !attempt.Rules.IsOneAtATime
        || OneAtATime.IsAsked(
            attempt.Paper,
            attempt.Responses.Select(response => response.QuestionId),
            question
        );

    private AnswerFile FileOf(
        Attempt attempt,
        string question,
        CheckedFile file,
        DateTimeOffset now
    ) =>
        new()
        {
            Id = new(time.NewId()),
            AttemptId = attempt.Id,
            PersonId = attempt.PersonId,
            QuestionId = question,
            Name = file.Name,
            MediaType = file.MediaType,
            Bytes = file.Bytes,
            StoredAt = now,
        };
}
