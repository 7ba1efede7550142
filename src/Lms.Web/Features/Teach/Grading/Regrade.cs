using Lms.Domain.Courses;
using Lms.Domain.Learning;
using Lms.Domain.People;
using Lms.Domain.Quizzes;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Teach.Grading;

/// <param name="Score">As it stands.</param>
/// <param name="Grade">By the other keys.</param>
public sealed record RegradedAttempt(Attempt Attempt, Score Score, Grade Grade, PersonName Learner)
{
    public bool WouldPass => Grade.IsPassed && !Score.IsPassed;

    public bool WouldFail => !Grade.IsPassed && Score.IsPassed;
}

/// <summary>
/// Judges the closed attempts at a quiz by the keys of another version of it: first shown, then applied
/// as facts with a reason. The keys of an earlier version undo it. A pass once reached is never taken
/// back. The caller has checked that the actor trains the course.
/// </summary>
public sealed class Regrade(IServiceProvider services, PublishedCourses courses, TimeProvider time)
{
    public const int LongestReason = 500;

    /// <summary>Attempts whose score would change, by the keys of <paramref name="judging"/>.</summary>
    public async Task<IReadOnlyList<RegradedAttempt>> PreviewAsync(
        PublishedCourse judging,
        ActivityId quiz
    )
    {
        await using var work = services.WorkAs("a trainer looks at a regrade");
        var db = work.Services.GetRequiredService<LmsDbContext>();
        return await ChangedAsync(db, judging, quiz);
    }

    /// <returns>How many attempts were scored anew; null when the reason is empty or too long.</returns>
    public async Task<int?> ApplyAsync(
        PublishedCourse judging,
        ActivityId quiz,
        string reason,
        Actor by
    )
    {
        if (reason.Trim().Length is 0 or > LongestReason)
        {
            return null;
        }

        await using var work = services.WorkAs("a trainer regrades");
        var db = work.Services.GetRequiredService<LmsDbContext>();
        return await db.WriteAsync(async () =>
        {
            var changed = await ChangedAsync(db, judging, quiz);
            var stamp = new RescoreStamp(time.Now(), by.Person, reason.Trim());
            foreach (var (attempt, _, grade, _) in changed)
            {
                db.Rescores.Add(
                    attempt.Rescored(grade, RescoreCause.KeyChanged, judging.Version, stamp)
                );
                if (grade.IsPassed)
                {
                    await work
                        .Services.GetRequiredService<KeepPass>()
                        .InsideAsync(attempt, stamp.At);
                }
            }

            db.Audit.Add(
                new AuditEntry
                {
                    At = stamp.At,
                    Action = AuditAction.QuizRegraded,
                    Actor = by.Account,
                    Detail =
                        $"{judging.Slug} {judging.Find(quiz).Slug} {judging.Number} {changed.Count}",
                }
            );
            await db.SaveChangesAsync();
            foreach (var person in changed.Select(one => one.Attempt.PersonId).Distinct())
            {
                await work
                    .Services.GetRequiredService<CompleteCourse>()
                    .InsideAsync(person, judging.Id);
            }

            return changed.Count;
        });
    }

    private async Task<List<RegradedAttempt>> ChangedAsync(
        LmsDbContext db,
        PublishedCourse judging,
        ActivityId quiz
    )
    {
        var attempts = await db
            .Attempts.AsNoTracking()
            .Include(attempt => attempt.Result)
            .Include(attempt => attempt.Responses)
            .Include(attempt => attempt.Marks)
            .Include(attempt => attempt.Rescores)
            .Where(attempt => attempt.ActivityId == quiz && attempt.Result != null)
            // Without its answers, erased or gone with time, an attempt keeps the score it has.
            .Where(attempt => attempt.Responses.Any())
            .ListAtOnceAsync(db);
        var people = attempts.Select(attempt => attempt.PersonId).Distinct().ToList();
        var names = await db
            .People.Where(person => people.Contains(person.Id))
            .ToDictionaryAsync(person => person.Id, person => person.Name);
        var keys = judging.Find(quiz).Quiz!;
        var changed = new List<RegradedAttempt>();
        foreach (var attempt in attempts)
        {
            var taken = (await courses.OfAsync(attempt.CourseVersionId)).Find(quiz).Quiz!;
            var judged = taken.JudgedBy(keys) with { Rules = attempt.Rules };
            var grade = Lms.Domain.Quizzes.Grading.Of(
                judged,
                attempt.Paper,
                attempt.LastValues(),
                attempt.LastMarks()
            );
            var score = attempt.Score!;
            if ((score.Earned, score.Possible) != (grade.Earned, grade.Possible))
            {
                changed.Add(new(attempt, score, grade, names[attempt.PersonId]));
            }
        }

        return [.. changed.OrderByDescending(one => one.WouldPass).ThenBy(one => one.Learner.Full)];
    }
}
