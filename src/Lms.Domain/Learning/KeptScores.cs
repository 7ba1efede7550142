using Lms.Domain.Quizzes;

namespace Lms.Domain.Learning;

public static class KeptScores
{
    /// <summary>The score shown of several attempts; null before the first is closed.</summary>
    /// <param name="closed">Number of the attempt and its score, in any order.</param>
    public static Score? Of(this KeptScore keep, IEnumerable<(int Number, Score Score)> closed) =>
        keep switch
        {
            // Papers drawn from banks may be worth different points: shares are compared, exactly.
            KeptScore.Best => closed
                .OrderBy(attempt => attempt.Number)
                .Select(attempt => attempt.Score)
                .Aggregate(
                    (Score?)null,
                    (best, score) => best is null || IsMore(score, best) ? score : best
                ),
            KeptScore.Last => closed
                .OrderByDescending(attempt => attempt.Number)
                .Select(attempt => attempt.Score)
                .FirstOrDefault(),
        };

    private static bool IsMore(Score one, Score other) =>
        (long)one.Earned.Thousandths * other.Possible.Thousandths
        > (long)other.Earned.Thousandths * one.Possible.Thousandths;
}
