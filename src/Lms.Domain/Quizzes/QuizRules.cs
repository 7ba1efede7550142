namespace Lms.Domain.Quizzes;

/// <summary>The rules of a quiz; an attempt keeps a copy of those it was opened under.</summary>
public sealed record QuizRules
{
    public PassRule Pass { get; init; } = new(80);

    public AttemptLimit Limit { get; init; } = AttemptLimit.Unlimited;

    /// <summary>Pause after a submission before the next attempt opens; zero means none.</summary>
    public TimeSpan CoolDown { get; init; }

    /// <summary>Time from opening to the deadline, enforced on the server; null means untimed.</summary>
    public TimeSpan? Time { get; init; }

    /// <summary>Questions and answers in a random order, fixed per attempt.</summary>
    public bool Shuffle { get; init; }

    public KeyRelease Show { get; init; } = KeyRelease.AfterPass;

    public KeptScore Keep { get; init; } = KeptScore.Best;

    /// <summary>Counts for completion; a quiz that is not graded is practice or a survey.</summary>
    public bool IsGraded { get; init; } = true;

    /// <summary>One question a page, no way back; not to be had offline.</summary>
    public bool IsOneAtATime { get; init; }

    /// <summary>How long after the deadline answers given before it may still arrive, at most 30 minutes.</summary>
    public TimeSpan OfflineGrace { get; init; }

    /// <summary>Each answer is asked for with «певен / не певен».</summary>
    public bool AsksConfidence { get; init; }
}

/// <summary>When keys and explanations are shown. Names are stored as text and never change.</summary>
public enum KeyRelease
{
    AfterPass,
    AfterAttempt,
    Never,
}

/// <summary>
/// Which score is shown of several. The first passing attempt stays the fact <c>Passed</c> whatever
/// this says. Names are stored as text and never change.
/// </summary>
public enum KeptScore
{
    Best,
    Last,
}
