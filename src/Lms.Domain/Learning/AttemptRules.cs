using Lms.Domain.Quizzes;

namespace Lms.Domain.Learning;

/// <summary>An earlier attempt as the opening of the next one sees it.</summary>
/// <param name="IsExtra">Granted beyond the rule: it does not count towards the limit.</param>
public sealed record PastAttempt(
    DateTimeOffset OpenedAt,
    DateTimeOffset? ClosedAt,
    bool IsExtra = false
);

/// <summary>What the rules say to a wish to open an attempt.</summary>
public abstract record OpeningDecision
{
    private OpeningDecision() { }

    /// <param name="Number">The attempt's number, from 1.</param>
    /// <param name="UsesExtra">The rule alone would not open it.</param>
    public sealed record Open(int Number, DateTimeOffset? DeadlineAt, bool UsesExtra = false)
        : OpeningDecision;

    /// <summary>An attempt is open already: go on with it.</summary>
    public sealed record GoOn : OpeningDecision;

    public sealed record WaitUntil(DateTimeOffset Instant) : OpeningDecision;

    public sealed record NoneLeft : OpeningDecision;
}

public static class AttemptRules
{
    /// <summary>Decides over limit, window and cool-down at <paramref name="now"/> (server time).</summary>
    /// <param name="factor">The person's: it stretches the time to the deadline.</param>
    /// <param name="hasExtra">A trainer granted one more attempt that is not used yet.</param>
    public static OpeningDecision MayOpen(
        QuizRules rules,
        IReadOnlyList<PastAttempt> past,
        DateTimeOffset now,
        TimeFactor factor = TimeFactor.Standard,
        bool hasExtra = false
    )
    {
        if (past.Any(attempt => attempt.ClosedAt is null))
        {
            return new OpeningDecision.GoOn();
        }

        var open = new OpeningDecision.Open(past.Count + 1, now + factor.Of(rules.Time));
        var rested = past.Max(attempt => attempt.ClosedAt) + rules.CoolDown;
        var counted = past.Where(attempt => !attempt.IsExtra).Select(attempt => attempt.OpenedAt);
        var next = rules.Limit.Next(counted, now);
        if (next is NextAttempt.Now && !(rested > now))
        {
            return open;
        }

        return hasExtra
            ? open with
            {
                UsesExtra = true,
            }
            : next switch
            {
                NextAttempt.Never => new OpeningDecision.NoneLeft(),
                NextAttempt.At { Instant: var at } when !(rested > at) =>
                    new OpeningDecision.WaitUntil(at),
                _ => new OpeningDecision.WaitUntil(rested!.Value),
            };
    }

    /// <summary>
    /// Whether an answer that arrives at <paramref name="now"/> is taken: before the deadline, or
    /// within the grace after it when it was given before.
    /// </summary>
    /// <param name="givenAt">When the device says it was given; null when it does not say.</param>
    public static bool TakesAnswer(
        QuizRules rules,
        DateTimeOffset? deadline,
        DateTimeOffset now,
        DateTimeOffset? givenAt
    ) => !(deadline <= now) || (givenAt < deadline && now < deadline + rules.OfflineGrace);

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
