using Lms.Domain.Courses;
using Lms.Domain.People;
using Lms.Domain.Shared;
using Lms.Domain.Territories;

namespace Lms.Domain.Live;

/// <summary>One line of a room's log as it is kept; written before it is sent to anybody.</summary>
public sealed class LiveEvent
{
    public required LiveSessionId SessionId { get; init; }

    /// <summary>From 1, without a gap.</summary>
    public required long Number { get; init; }

    /// <summary>Milliseconds since the doors opened, by the server's clock.</summary>
    public required long At { get; init; }

    /// <summary>
    /// Null for the product itself, for a question asked without a name, and once its person was erased.
    /// </summary>
    public PersonId? By { get; set; }

    /// <summary>Named by the client: sent twice, it happened once.</summary>
    public OperationId? Operation { get; init; }

    public required RoomEvent What { get; set; }

    public LoggedEvent Line => new(Number, At, By, What);
}

/// <summary>Time that was taken out of a recording: of its media, captions, events and downloads.</summary>
public sealed class RecordingCut
{
    public long Position { get; init; }

    public required LiveSessionId SessionId { get; init; }

    /// <summary>Milliseconds since the doors opened.</summary>
    public required long From { get; init; }

    public required long Until { get; init; }

    /// <summary>Never what was said.</summary>
    public required string Reason { get; init; }

    public required ActorId By { get; init; }

    public required DateTimeOffset At { get; init; }
}

public readonly record struct CourseQuestionId(Guid Value);

/// <summary>
/// A question to the trainers of a course that a session left open. Who asked is not kept.
/// </summary>
public sealed class CourseQuestion
{
    public required CourseQuestionId Id { get; init; }

    public required CourseId CourseId { get; init; }

    public required LiveSessionId SessionId { get; init; }

    /// <summary>Of the log, so that it is taken over once.</summary>
    public required long EventNumber { get; init; }

    public required string Text { get; set; }

    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Empty until a trainer answered.</summary>
    public string Answer { get; set; } = "";

    public ActorId? AnsweredBy { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>Taken away by a trainer: not a question for the course.</summary>
    public bool IsDismissed { get; set; }
}

public readonly record struct AirAlertId(Guid Value);

/// <summary>Names are stored as text and never change.</summary>
public enum AlertSource
{
    /// <summary>A trainer or a moderator in a room.</summary>
    Room,

    /// <summary>The feed of the settings.</summary>
    Feed,
}

/// <summary>An air alert over a territory and all within it.</summary>
public sealed class AirAlert
{
    public required AirAlertId Id { get; init; }

    public required TerritoryCode Territory { get; init; }

    public required DateTimeOffset From { get; init; }

    /// <summary>Null while it lasts.</summary>
    public DateTimeOffset? Until { get; set; }

    public required AlertSource Source { get; init; }
}
