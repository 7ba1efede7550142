namespace Lms.Domain.Requirements;

/// <summary>Where an assignment stands on a day: computed, never a column.</summary>
public enum AssignmentState
{
    /// <summary>To be done, in time or without a date.</summary>
    Due,

    /// <summary>To be done, by a day later than the first one.</summary>
    Extended,

    /// <summary>Not done, and the last day has passed.</summary>
    Overdue,

    /// <summary>The course is completed, or the certification held; or so it was when the rule ended.</summary>
    Done,

    /// <summary>Closed without being done: taken back, or the rule no longer holds.</summary>
    Ended,
}

public static class AssignmentStates
{
    /// <summary>The day it is due now: the latest that was granted, else the first; null without a date.</summary>
    public static DateOnly? DueNow(this Assignment assignment) =>
        assignment
            .Extensions.Where(one => one.Verdict == ExtensionVerdict.Granted)
            .Select(one => (DateOnly?)one.Until)
            .Max()
        ?? assignment.DueOn;

    /// <param name="first">The day it was due first.</param>
    /// <param name="due">The day it is due now.</param>
    public static AssignmentState Of(
        DateOnly? first,
        DateOnly? due,
        bool isDone,
        bool isEnded,
        DateOnly today
    ) =>
        isDone ? AssignmentState.Done
        : isEnded ? AssignmentState.Ended
        : due < today ? AssignmentState.Overdue
        : due > first ? AssignmentState.Extended
        : AssignmentState.Due;
}
