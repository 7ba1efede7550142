using Lms.Domain.Courses;
using Lms.Domain.Shared;
using Lms.Domain.Territories;

namespace Lms.Domain.Live;

public readonly record struct LiveSessionId(Guid Value);

/// <summary>Sessions planned together, such as a webinar held every month.</summary>
public readonly record struct SessionSeriesId(Guid Value);

/// <summary>Where people are. Names are stored as text and never change.</summary>
public enum SessionForm
{
    Online,

    /// <summary>Face to face.</summary>
    Room,

    /// <summary>Some in a room, others online.</summary>
    Mixed,
}

/// <summary>
/// A webinar or a meeting led by trainers (schema.org <em>Event</em>, xAPI activity <em>meeting</em>).
/// What happened in it is its log (<see cref="LiveEvent"/>); who attended is computed
/// (<see cref="Attendance"/>).
/// </summary>
public sealed class LiveSession
{
    public required LiveSessionId Id { get; init; }

    /// <summary>Named by the client: planned twice, it is there once.</summary>
    public required OperationId Operation { get; init; }

    /// <summary>The course it belongs to; null for a session of its own. Fixed once the doors open.</summary>
    public CourseId? CourseId { get; set; }

    /// <summary>The deck, an activity of the course; null for a session without slides.</summary>
    public ActivityId? ActivityId { get; set; }

    /// <summary>The version whose deck is shown: stamped when the doors open, null before.</summary>
    public CourseVersionId? CourseVersionId { get; set; }

    public SessionSeriesId? SeriesId { get; set; }

    /// <summary>The session this one tries out: its trainers alone may enter, and nothing counts.</summary>
    public LiveSessionId? RehearsalOf { get; init; }

    public required string Title { get; set; }

    /// <summary>Spoken in it, <c>uk</c> or <c>en</c>.</summary>
    public required string Language { get; set; }

    /// <summary>Null while it only collects demand.</summary>
    public DateTimeOffset? StartsAt { get; set; }

    /// <summary>Planned length, 5 to 600.</summary>
    public required int Minutes { get; set; }

    /// <summary>Seats, 1 to 2,000; null for no limit.</summary>
    public int? Capacity { get; set; }

    public required Admission Admission { get; set; }

    public required SessionForm Form { get; set; }

    /// <summary>
    /// Where people meet, in words; empty online. Shown to those with a seat alone, from a day before,
    /// and never in a feed or a letter.
    /// </summary>
    public string Place { get; set; } = "";

    /// <summary>Whose air alerts stop it; null when none do.</summary>
    public TerritoryCode? Territory { get; set; }

    /// <summary>Stamped when it is scheduled: a later change of the default decides nothing again.</summary>
    public AttendanceRule Rule { get; set; } = AttendanceRule.Default;

    /// <summary>Whether a recording is planned; people are told before they enter.</summary>
    public bool IsRecorded { get; set; }

    /// <summary>Whether there can be one: of a rehearsal nothing is kept.</summary>
    public bool MayBeRecorded => IsRecorded && RehearsalOf is null;

    public required SessionState State { get; set; }

    /// <summary>SEQUENCE of its invitations (RFC 5545, 3.8.7.4): grows with every change people are told of.</summary>
    public int Sequence { get; set; }

    /// <summary>When the doors opened for the first time: time 0 of its log.</summary>
    public DateTimeOffset? OpenedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public required ActorId By { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>
    /// Seats that may be taken: none while there is no date, so that everyone who asks waits and a date
    /// lets them in, in their order.
    /// </summary>
    public int? OpenSeats => StartsAt is null ? 0 : Capacity;
}
