using Lms.Domain.Courses;

namespace Lms.Domain.Learning;

/// <summary>What carry-over looks at of a published version.</summary>
/// <param name="Number">Its revision; a newer version has a higher one.</param>
public sealed record VersionOutline(
    CourseVersionId Version,
    int Number,
    IReadOnlySet<ActivityId> Activities
);

/// <summary>What a learner has done on one edition of a course.</summary>
/// <param name="Work">Activities with a fact: a lesson read, a quiz passed, a case finished.</param>
/// <param name="HasOpenAttempt">An attempt has no result yet.</param>
/// <param name="HasOpenRun">A run through a case has not ended.</param>
/// <param name="IsCompleted">The course is complete; that survives every version.</param>
public sealed record LearnerFacts(
    IReadOnlySet<ActivityId> Work,
    bool HasOpenAttempt,
    bool HasOpenRun,
    bool IsCompleted
);

/// <summary>Why a learner stays on their version.</summary>
public enum StayReason
{
    NothingNewer,
    Completed,
    OpenAttempt,
    OpenRun,

    /// <summary>A fact belongs to an activity that the newer version does not have.</summary>
    WorkIsGone,
}

/// <summary>Whether a learner goes over to another version.</summary>
public abstract record CarryDecision
{
    private CarryDecision() { }

    public sealed record Moves(VersionOutline To) : CarryDecision;

    public sealed record Stays(StayReason Reason) : CarryDecision;
}

/// <summary>
/// Who moves to a new version: a learner in progress whose whole work the version has, while nothing
/// is open. Ids of activities decide, and nothing else.
/// </summary>
public static class CarryOver
{
    /// <summary>
    /// The newest version that has all of the learner's work. Deciding after each publication, or
    /// once after all of them, comes to the same.
    /// </summary>
    /// <param name="on">Revision of the version the learner is on.</param>
    /// <param name="published">Versions of the course, in any order; older ones are passed over.</param>
    public static CarryDecision Decide(
        int on,
        IEnumerable<VersionOutline> published,
        LearnerFacts facts
    )
    {
        var newer = published
            .Where(version => version.Number > on)
            .OrderByDescending(version => version.Number)
            .ToList();
        var fitting = newer.Find(version => facts.Work.IsSubsetOf(version.Activities));
        StayReason? reason =
            newer.Count == 0 ? StayReason.NothingNewer
            : facts.IsCompleted ? StayReason.Completed
            : facts.HasOpenAttempt ? StayReason.OpenAttempt
            : facts.HasOpenRun ? StayReason.OpenRun
            : fitting is null ? StayReason.WorkIsGone
            : null;
        return reason is { } why ? new CarryDecision.Stays(why) : new CarryDecision.Moves(fitting!);
    }
}
