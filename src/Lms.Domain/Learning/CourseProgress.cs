using Lms.Domain.Courses;

namespace Lms.Domain.Learning;

/// <summary>A step of a course as progress counts it.</summary>
public sealed record Step(ActivityId Activity, ActivityKind Kind, bool Counts);

/// <summary>
/// How far a learner is, computed from facts and from nothing else: it cannot pass 100 % and says
/// the same on every screen.
/// </summary>
/// <param name="Done">Activities with their fact: a lesson read, a quiz passed, a session attended.</param>
/// <param name="Left">Counting steps without their fact, in the order of the course.</param>
public sealed record CourseProgress(
    IReadOnlySet<ActivityId> Done,
    IReadOnlyList<Step> Left,
    int CountingSteps
)
{
    public int CountingDone => CountingSteps - Left.Count;

    /// <summary>Whole percent, rounded down, so that 100 means done.</summary>
    public int Percent => CountingSteps == 0 ? 0 : 100 * CountingDone / CountingSteps;

    /// <summary>
    /// Everything that counts is done: the default rule, all lessons and every graded quiz passed.
    /// A course in which nothing counts is never complete.
    /// </summary>
    public bool IsComplete => CountingSteps > 0 && Left.Count == 0;

    /// <summary>
    /// Whether an activity may be opened: in a sequential course when everything before it that counts
    /// is done. What is done stays open.
    /// </summary>
    public bool IsOpen(ActivityId activity, IReadOnlyList<Step> steps, ActivityOrder order) =>
        order == ActivityOrder.Free
        || Done.Contains(activity)
        || steps.TakeWhile(step => step.Activity != activity).All(step => !Left.Contains(step));

    public int LeftOf(ActivityKind kind) => Left.Count(step => step.Kind == kind);

    /// <param name="sessions">Live sessions asked for, of those that count; null for all of them.</param>
    /// <param name="others">Sessions attended that show no deck of the course: each stands for one.</param>
    public static CourseProgress Of(
        IReadOnlyList<Step> steps,
        IReadOnlySet<ActivityId> done,
        int? sessions = null,
        int others = 0
    )
    {
        var counting = steps.Where(step => step.Counts).ToList();
        var decks = counting.Where(step => step.Kind == ActivityKind.LiveSession).ToList();
        var asked = Math.Min(sessions ?? decks.Count, decks.Count);
        var held = decks.Count(step => done.Contains(step.Activity)) + others;
        var open = decks
            .Where(step => !done.Contains(step.Activity))
            .Take(Math.Max(0, asked - held))
            .ToHashSet();
        return new(
            done,
            [
                .. counting.Where(step =>
                    step.Kind == ActivityKind.LiveSession
                        ? open.Contains(step)
                        : !done.Contains(step.Activity)
                ),
            ],
            counting.Count - decks.Count + asked
        );
    }
}
