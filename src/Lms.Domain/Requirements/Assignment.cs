using Lms.Domain.People;
using Lms.Domain.Shared;

namespace Lms.Domain.Requirements;

public readonly record struct AssignmentId(Guid Value);

/// <summary>Why nothing more is asked of an assignment. Names are stored as text and never change.</summary>
public enum AssignmentEnd
{
    /// <summary>The person no longer falls under the rule.</summary>
    LeftRule,

    /// <summary>The rule itself ended.</summary>
    RuleEnded,

    /// <summary>Taken back by a manager.</summary>
    TakenBack,

    /// <summary>
    /// It was done when the rule ended, by what was on record then: what lapses or is withdrawn later asks
    /// for nothing anew, and what is entered later, whatever day it is dated, was not done by then.
    /// </summary>
    Done,
}

/// <summary>
/// That a person must complete a course or hold a certification, by a day. Exactly one of
/// <see cref="Course"/> and <see cref="Certification"/> is named. Whether it is fulfilled or overdue
/// is computed, never stored.
/// </summary>
public sealed class Assignment : IOfPerson
{
    public required AssignmentId Id { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>Slug of the course.</summary>
    public string? Course { get; init; }

    /// <summary>Code of the certification.</summary>
    public string? Certification { get; init; }

    /// <summary>The last day in time; null when no day is set. An extension may move it.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>The rule it comes from; null when given by hand.</summary>
    public RequirementId? RequirementId { get; init; }

    /// <summary>First day under the rule.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The account that gave it; null when a rule did.</summary>
    public ActorId? By { get; init; }

    public required DateTimeOffset AssignedAt { get; init; }

    /// <summary>Named by the client or the rule: given twice, it is there once.</summary>
    public required string Operation { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    public AssignmentEnd? End { get; set; }

    public List<Extension> Extensions { get; } = [];
}

public readonly record struct ExtensionId(Guid Value);

/// <summary>Names are stored as text and never change.</summary>
public enum ExtensionVerdict
{
    Granted,
    Refused,
}

/// <summary>
/// More time for an assignment: asked for by the person, or given by a manager unasked. One that nobody
/// asked for and nobody gave is the product's own: it follows the person's leave, there and back, or
/// stands for good where an <see cref="AirAlert"/> took the last day.
/// </summary>
public sealed class Extension : IOfPerson
{
    /// <summary>The remark of one that the product gave for an air alert.</summary>
    public const string AirAlert = "air-alert";

    public required ExtensionId Id { get; init; }

    public required AssignmentId AssignmentId { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>The day asked for, or given.</summary>
    public required DateOnly Until { get; set; }

    /// <summary>Why, in the person's words; empty when nobody asked.</summary>
    public string Reason { get; set; } = "";

    /// <summary>Null when it was given unasked.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    public ExtensionVerdict? Verdict { get; set; }

    public string Remark { get; set; } = "";

    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>The account that decided.</summary>
    public ActorId? By { get; set; }
}

/// <summary>
/// That a person was reminded of an event: at most once each, a crash included. The key names it, such
/// as <c>assignment:{id}:7</c>.
/// </summary>
public sealed class Reminder : IOfPerson
{
    public required PersonId PersonId { get; init; }

    public required string Event { get; init; }

    public required DateTimeOffset At { get; init; }
}
