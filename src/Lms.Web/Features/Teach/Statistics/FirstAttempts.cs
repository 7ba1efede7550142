using Lms.Domain.Courses;
using Lms.Domain.Learning;
using Lms.Domain.Quizzes;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Teach.Statistics;

/// <summary>
/// Statistics of a quiz's questions from the first closed attempt of each learner. Answers are read with
/// the product's own eyes and leave here as numbers. The caller has checked that the viewer trains the
/// course.
/// </summary>
public sealed class FirstAttempts(LmsDatabase database, PublishedCourses courses)
{
    private static readonly Viewer Reader = Viewer.System("statistics of a quiz");

    /// <summary>Each question of the newest version, in its order.</summary>
    public async Task<IReadOnlyList<(Question Question, QuestionStatistics Seen)>> OfAsync(
        PublishedActivity activity
    )
    {
        var quiz = activity.Quiz!;
        var sittings = new Dictionary<string, List<FirstAnswer>>(StringComparer.Ordinal);
        foreach (var attempt in await ReadAsync(activity.Id))
        {
            var taken = (await courses.OfAsync(attempt.CourseVersionId)).Find(activity.Id).Quiz!;
            foreach (var (id, sitting) in SittingsOf(attempt, taken, quiz))
            {
                if (!sittings.TryGetValue(id, out var rows))
                {
                    sittings.Add(id, rows = []);
                }

                rows.Add(sitting);
            }
        }

        var all = quiz.Questions.Concat(quiz.Drawable);
        return
        [
            .. all.Where(question => question.IsMarkedByRule && question is not Scale)
                .Select(question =>
                    (
                        question,
                        QuestionStatistics.Of(
                            question,
                            sittings.GetValueOrDefault(question.Id) ?? []
                        )
                    )
                ),
        ];
    }

    private async Task<List<Attempt>> ReadAsync(ActivityId quiz)
    {
        await using var db = database.Open(Reader);
        return await db
            .Attempts.AsNoTracking()
            .Include(attempt => attempt.Responses)
            .Where(attempt =>
                attempt.ActivityId == quiz && attempt.Number == 1 && attempt.Result != null
            )
            // Whose answers were erased, or given so long ago that they are gone, did not fail here.
            .Where(attempt => attempt.Responses.Any())
            .ListAtOnceAsync(db);
    }

    /// <summary>
    /// Judged by the newest keys, which the page marks. A question whose parts have changed since is not
    /// the same question.
    /// </summary>
    private static IEnumerable<(string Id, FirstAnswer FirstAnswer)> SittingsOf(
        Attempt attempt,
        Quiz taken,
        Quiz now
    )
    {
        var (values, judged) = (attempt.LastValues(), taken.JudgedBy(now));
        var rows = attempt
            .Paper.Questions.Select(placed =>
                (Placed: placed, Question: judged.Question(placed.QuestionId))
            )
            .Where(row => row.Question.IsMarkedByRule && row.Question is not Scale)
            .Select(row =>
            {
                var given = values.GetValueOrDefault(row.Placed.QuestionId) ?? [];
                var earned = Lms
                    .Domain.Quizzes.Grading.Earned(row.Question, row.Placed, given)
                    .Thousandths;
                return (row.Placed, row.Question, Given: given, Earned: earned);
            })
            .ToList();
        var (all, possible) = (
            rows.Sum(row => row.Earned),
            rows.Sum(row => row.Question.Points.Thousandths)
        );
        foreach (var (placed, question, given, earned) in rows)
        {
            var own = question.Points.Thousandths;
            if (
                now.Find(question.Id) is { } same
                && taken.Question(question.Id).JudgedBy(same) is not null
            )
            {
                var chosen =
                    question is ChoiceQuestion
                        ? placed
                            .Options.Where(option => given.Contains(option.Id))
                            .Select(o => o.Index)
                        : [];
                var rest = possible == own ? 0 : (double)(all - earned) / (possible - own);
                yield return (
                    question.Id,
                    new(own == 0 ? 0 : (double)earned / own, rest, [.. chosen])
                );
            }
        }
    }
}
