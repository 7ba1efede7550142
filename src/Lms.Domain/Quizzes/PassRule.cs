using Lms.Domain.Shared;

namespace Lms.Domain.Quizzes;

/// <summary>The share of points that passes (cmi5 <em>masteryScore</em>), in whole percent, 0 to 100.</summary>
public sealed record PassRule(int Percent)
{
    /// <summary>
    /// Exact in integers: earned × 100 ≥ percent × possible. Where nothing could be earned, nothing
    /// was passed.
    /// </summary>
    public bool IsPassed(Points earned, Points possible) =>
        possible > Points.None && 100L * earned.Thousandths >= (long)Percent * possible.Thousandths;
}
