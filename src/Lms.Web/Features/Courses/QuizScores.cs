using Lms.Domain.Courses;
using Lms.Domain.Learning;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Courses;

/// <summary>The scores that a course's outline shows beside its quizzes.</summary>
public sealed class QuizScores(LmsDbContext db)
{
    /// <summary>
    /// Of each quiz with a closed attempt the score that its rule keeps; none where nothing could be
    /// earned.
    /// </summary>
    public async Task<IReadOnlyDictionary<ActivityId, Score>> OfAsync(Standing standing)
    {
        var closed = await db
            .Attempts.AsNoTracking()
            .Where(attempt => attempt.EnrolmentId == standing.Enrolment && attempt.Result != null)
            .Select(attempt => new
            {
                attempt.ActivityId,
                attempt.Number,
                Result = attempt.Result!,
                Rescores = attempt.Rescores.ToList(),
            })
            .ToListAsync();
        var kept = new Dictionary<ActivityId, Score>();
        foreach (var quiz in closed.GroupBy(attempt => attempt.ActivityId))
        {
            var scores = quiz.Select(attempt =>
                (
                    attempt.Number,
                    attempt.Rescores.MaxBy(rescore => rescore.Position)?.Score
                        ?? attempt.Result.Score
                )
            );
            if (
                standing.Course.TryFind(quiz.Key)?.Quiz is { } published
                && published.Rules.Keep.Of(scores) is { Possible.Thousandths: > 0 } score
            )
            {
                kept.Add(quiz.Key, score);
            }
        }

        return kept;
    }
}
