using Lms.Domain.Courses;

namespace Lms.Domain.Learning;

/// <summary>A step of a course as progress counts it.</summary>
public sealed record Step(ActivityId Activity, ActivityKind Kind, bool Counts);

/// <summary>
/// How far a learner is, computed from facts and from nothing else: it cannot pass 100 % and says
/// the same on every screen.
/// </summary>
/// <param name="Done">Activities with their fact: a lesson read, a quiz passed.</param>
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
        || steps
            .TakeWhile(step => step.Activity != activity)
            .All(step => !step.Counts || Done.Contains(step.Activity));

    public int LeftOf(ActivityKind kind) => Left.Count(step => step.Kind == kind);

    public static CourseProgress Of(IReadOnlyList<Step> steps, IReadOnlySet<ActivityId> done)
    {
        var counting = steps.Where(step => step.Counts).ToList();
        return new(
            done,
            [.. counting.Where(step => !done.Contains(step.Activity))],
            counting.Count
        );
    }
}
