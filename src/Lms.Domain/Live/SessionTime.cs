using Lms.Domain.Courses;
using Lms.Domain.People;
using Lms.Domain.Shared;

namespace Lms.Domain.Live;

public readonly record struct PresenceId(Guid Value);

/// <summary>
/// One connection of a person to a room, from its first beat to its last, in milliseconds since the
/// doors opened. Written before a beat is acknowledged.
/// </summary>
public sealed class LivePresence : IOfPerson
{
    /// <summary>Made by the device for each connection.</summary>
    public required PresenceId Id { get; init; }

    public required LiveSessionId SessionId { get; init; }

    public required PersonId PersonId { get; init; }

    public required long From { get; init; }

    public required long LastBeat { get; set; }

    /// <summary>
    /// Kept by the device while nothing could be sent; see <see cref="AttendanceFacts.Kept"/>.
    /// </summary>
    public bool IsKept { get; init; }

    /// <summary>Of it, how long the page was hidden and silent, in milliseconds: told apart, not taken off.</summary>
    public long Background { get; set; }
}

/// <summary>
/// When the server itself held the room open, in milliseconds since the doors opened: between the end of
/// one run and the start of the next it was down.
/// </summary>
public sealed class LiveRun
{
    public required LiveSessionId SessionId { get; init; }

    /// <summary>From 1: the epoch that clients are told.</summary>
    public required int Number { get; init; }

    public required long From { get; init; }

    public required long Until { get; set; }
}

/// <summary>Time of a session that a person saw again in the recording, as the server counted it.</summary>
public sealed class WatchedSpan : IOfPerson
{
    public long Position { get; init; }

    public required LiveSessionId SessionId { get; init; }

    public required PersonId PersonId { get; init; }

    public required long From { get; init; }

    public required long Until { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>Questions asked of a block of missed time; it counts as made up once they were answered.</summary>
public sealed class MadeUpBlock : IPrivateToPerson
{
    public required LiveSessionId SessionId { get; init; }

    public required PersonId PersonId { get; init; }

    public required long From { get; init; }

    public required long Until { get; init; }

    /// <summary>Of the deck or the course, by their ids; at most five.</summary>
    public required IReadOnlyList<string> Questions { get; init; }

    /// <summary>When all of them were answered; null until then.</summary>
    public DateTimeOffset? AnsweredAt { get; set; }
}

/// <summary>What a trainer decided about someone's attendance. Rows are only added; the last one holds.</summary>
public sealed class AttendanceDecision : IOfPerson
{
    public long Position { get; init; }

    public required LiveSessionId SessionId { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>Null takes an earlier decision back: the minutes decide again.</summary>
    public required bool? IsAttended { get; init; }

    public required string Reason { get; init; }

    public required ActorId By { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>
/// The fact that a person attended a session: written once it is known, never taken back by minutes.
/// </summary>
public sealed class AttendedSession : IOfPerson
{
    public required LiveSessionId SessionId { get; init; }

    public required PersonId PersonId { get; init; }

    public CourseId? CourseId { get; init; }

    public ActivityId? ActivityId { get; init; }

    public required AttendanceVerdict Verdict { get; init; }

    /// <summary>Whole minutes present, rounded down, made-up ones not among them.</summary>
    public required int Minutes { get; init; }

    public required int MadeUpMinutes { get; init; }

    public required DateTimeOffset At { get; init; }
}
