using Lms.Domain.Quizzes;

namespace Lms.Domain.Learning;

/// <summary>An earlier attempt as the opening of the next one sees it.</summary>
public sealed record PastAttempt(DateTimeOffset OpenedAt, DateTimeOffset? ClosedAt);

/// <summary>What the rules say to a wish to open an attempt.</summary>
public abstract record OpeningDecision
{
    private OpeningDecision() { }

    /// <param name="Number">The attempt's number, from 1.</param>
    public sealed record Open(int Number, DateTimeOffset? DeadlineAt) : OpeningDecision;

    /// <summary>An attempt is open already: go on with it.</summary>
    public sealed record GoOn : OpeningDecision;

    public sealed record WaitUntil(DateTimeOffset Instant) : OpeningDecision;

    public sealed record NoneLeft : OpeningDecision;
}

public static class AttemptRules
{
    /// <summary>Decides over limit, window and cool-down at <paramref name="now"/> (server time).</summary>
    public static OpeningDecision MayOpen(
        QuizRules rules,
        IReadOnlyList<PastAttempt> past,
        DateTimeOffset now
    )
    {
        if (past.Any(attempt => attempt.ClosedAt is null))
        {
            return new OpeningDecision.GoOn();
        }

        var rested = past.Max(attempt => attempt.ClosedAt) + rules.CoolDown;
        return rules.Limit.Next(past.Select(attempt => attempt.OpenedAt), now) switch
        {
            NextAttempt.Never => new OpeningDecision.NoneLeft(),
            NextAttempt.At { Instant: var at } => new OpeningDecision.WaitUntil(
                rested > at ? rested.Value : at
            ),
            _ when rested > now => new OpeningDecision.WaitUntil(rested.Value),
            _ => new OpeningDecision.Open(past.Count + 1, now + rules.Time),
        };
    }

    /// <summary>Whether keys and explanations may be shown beside a closed attempt.</summary>
    /// <param name="hasPassed">The learner has passed the quiz, in this attempt or another.</param>
    public static bool ShowsKeys(QuizRules rules, bool hasPassed) =>
        rules.Show switch
        {
            KeyRelease.AfterPass => hasPassed,
            KeyRelease.AfterAttempt => true,
            KeyRelease.Never => false,
        };
}
