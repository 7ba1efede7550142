namespace Lms.Domain.Courses;

public readonly record struct CourseId(Guid Value);

public readonly record struct ActivityId(Guid Value);

/// <summary>
/// The catalogue item, known by its slug. What a learner reads is a <see cref="CourseVersion"/>.
/// </summary>
public sealed class Course
{
    public required CourseId Id { get; init; }

    /// <summary>Latin, <c>[a-z0-9-]{1,60}</c>: the address <c>/courses/{slug}</c>.</summary>
    public required string Slug { get; init; }

    public List<CourseVersion> Versions { get; } = [];

    public List<Activity> Activities { get; } = [];

    /// <summary>When it was taken out of the catalogue and put back; the last one holds.</summary>
    public List<CourseArchival> Archivals { get; } = [];
}

/// <summary>
/// The fact that a course was archived or opened again. An archived course takes no new learners;
/// those who began go on, and what was issued stays.
/// </summary>
public sealed class CourseArchival
{
    public long Position { get; init; }

    public required CourseId CourseId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>False when the course was opened again.</summary>
    public required bool IsArchived { get; init; }
}

/// <summary>What an element of a course is. Names are stored as text and never change.</summary>
public enum ActivityKind
{
    Lesson,
    Quiz,
    Case,

    /// <summary>A live session of the course; its text is the deck.</summary>
    LiveSession,
}

/// <summary>
/// An element of a course that keeps its identity through versions, so that progress survives them.
/// A slug never changes its kind.
/// </summary>
public sealed class Activity
{
    public required ActivityId Id { get; init; }

    public required CourseId CourseId { get; init; }

    public required string Slug { get; init; }

    public required ActivityKind Kind { get; init; }
}
