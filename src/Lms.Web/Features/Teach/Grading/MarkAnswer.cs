using Lms.Domain.Learning;
using Lms.Domain.Quizzes;
using Lms.Domain.Shared;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Teach.Grading;

/// <summary>What became of a mark.</summary>
public enum MarkAnswerReply
{
    /// <summary>Kept now, or by the same operation before.</summary>
    Kept,

    /// <summary>Points that the question does not have, or a remark that is too long.</summary>
    Refused,
}

/// <summary>
/// Keeps a trainer's mark and scores the attempt anew: a pass, the completion and the certificate follow
/// in the same write. When nothing waits any more the learner is told. The caller has found the answer
/// among those of the trainer's courses.
/// </summary>
public sealed class MarkAnswer(
    IServiceProvider services,
    PublishedCourses courses,
    OrganisationPack pack,
    LmsSettings settings,
    TimeProvider time
)
{
    public const int LongestRemark = 4_000;

    public async Task<MarkAnswerReply> RunAsync(
        WaitingAnswer answer,
        Points points,
        string remark,
        OperationId operation,
        Actor by
    )
    {
        if (points > answer.Question.Points || remark.Length > LongestRemark)
        {
            return MarkAnswerReply.Refused;
        }

        await using var work = services.WorkAs("a trainer marks an answer");
        var db = work.Services.GetRequiredService<LmsDbContext>();
        await db.WriteAsync(async () =>
        {
            if (await db.Marks.AnyAsync(mark => mark.Operation == operation))
            {
                return;
            }

            db.Marks.Add(
                new Mark
                {
                    AttemptId = answer.Attempt.Id,
                    PersonId = answer.Attempt.PersonId,
                    QuestionId = answer.Question.Id,
                    Points = points,
                    Remark = remark,
                    MarkedBy = by.Person,
                    MarkedAt = time.Now(),
                    Operation = operation,
                }
            );
            await db.SaveChangesAsync();
            await ScoreAsync(work.Services, db, answer.Attempt.Id, by);
        });
        return MarkAnswerReply.Kept;
    }

    private async Task ScoreAsync(IServiceProvider scope, LmsDbContext db, AttemptId id, Actor by)
    {
        var attempt = await db
            .Attempts.AsNoTracking()
            .Include(a => a.Result)
            .Include(a => a.Responses)
            .Include(a => a.Marks)
            .Include(a => a.Rescores)
            .Where(a => a.Id == id)
            .SingleAtOnceAsync(db);
        var last = attempt.Rescores.MaxBy(rescore => rescore.Position);
        var keysOf = last?.KeysOf ?? attempt.CourseVersionId;
        var taken = (await courses.OfAsync(attempt.CourseVersionId)).Find(attempt.ActivityId).Quiz!;
        var judging = (await courses.OfAsync(keysOf)).Find(attempt.ActivityId).Quiz!;
        var quiz = taken.JudgedBy(judging) with { Rules = attempt.Rules };
        var grade = Lms.Domain.Quizzes.Grading.Of(
            quiz,
            attempt.Paper,
            attempt.LastValues(),
            attempt.LastMarks()
        );
        var now = time.Now();
        db.Rescores.Add(
            attempt.Rescored(grade, RescoreCause.Marked, keysOf, new(now, by.Person, ""))
        );
        if (grade.IsPassed)
        {
            await scope.GetRequiredService<KeepPass>().InsideAsync(attempt, now);
        }

        var course = await courses.OfAsync(attempt.CourseVersionId);
        db.Audit.Add(
            new AuditEntry
            {
                At = now,
                Action = AuditAction.AnswerMarked,
                Actor = by.Account,
                Subject = attempt.PersonId,
                Detail = $"{course.Slug} {course.Find(attempt.ActivityId).Slug}",
            }
        );
        if (grade.Waiting == 0)
        {
            await TellAsync(db, attempt, course);
        }

        await db.SaveChangesAsync();
        await scope.GetRequiredService<CompleteCourse>().InsideAsync(attempt.PersonId, course.Id);
    }

    private Task TellAsync(LmsDbContext db, Attempt attempt, PublishedCourse course)
    {
        var texts = Texts.In(pack.Languages[0]);
        var slug = course.Find(attempt.ActivityId).Slug;
        var link = new Uri(settings.Site.Uri, $"/courses/{course.Slug}/{slug}");
        return db.TellAsync(
            time,
            attempt.PersonId,
            $"attempt-marked:{attempt.Id.Value:N}:{attempt.Rescores.Count + 1}",
            texts["teach.marked.mail.subject"],
            texts.Fill("teach.marked.mail.body", link)
        );
    }
}
