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
}

/// <summary>What an element of a course is. Names are stored as text and never change.</summary>
public enum ActivityKind
{
    Lesson,
    Quiz,
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
