namespace Lms.Domain.Courses;

public readonly record struct CourseVersionId(Guid Value);

/// <summary>
/// The text of a course as published: written once, never changed. Enrolments, attempts,
/// completions and certificates name the version they belong to.
/// </summary>
public sealed class CourseVersion
{
    public required CourseVersionId Id { get; init; }

    public required CourseId CourseId { get; init; }

    /// <summary>The author's <c>revision</c>, 1 and up; unique in the course.</summary>
    public required int Number { get; init; }

    /// <summary>SHA-256 of the course's files, in lower-case hexadecimal.</summary>
    public required string ContentHash { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public required CourseManifest Manifest { get; init; }

    public List<ActivityVersion> Activities { get; } = [];
}

/// <summary>One activity as one version shows it. Written once.</summary>
public sealed class ActivityVersion
{
    public required CourseVersionId CourseVersionId { get; init; }

    public required ActivityId ActivityId { get; init; }

    /// <summary>Order in the whole course, from 0.</summary>
    public required int Position { get; init; }

    /// <summary>Index in <see cref="CourseManifest.Modules"/>; null straight in the course.</summary>
    public int? Module { get; init; }

    public required string Slug { get; init; }

    public required ActivityKind Kind { get; init; }

    public required string Title { get; init; }

    /// <summary>Minutes a learner is told to plan, 1 to 600.</summary>
    public required int Minutes { get; init; }

    public required bool CountsForCompletion { get; init; }

    /// <summary>A lesson; null for the other kinds.</summary>
    public LessonText? Lesson { get; init; }

    /// <summary>A quiz with its keys, which never leave the server; null for the other kinds.</summary>
    public QuizText? Quiz { get; init; }
}

/// <summary>A lesson made into safe HTML once, at publishing.</summary>
public sealed record LessonText(
    IReadOnlyList<string> Outcomes,
    string? ContentNote,
    string Html,
    IReadOnlyList<LessonSection> Sections
)
{
    /// <summary>In the order of the page; empty in versions published before blocks had ids.</summary>
    public IReadOnlyList<LessonBlock> Blocks { get; init; } = [];

    /// <summary>
    /// The practice questions with their keys, which never leave the server; null when there are none.
    /// </summary>
    public QuizText? Practice { get; init; }
}

/// <summary>A heading of the lesson that its contents list links to.</summary>
public sealed record LessonSection(string Anchor, string Title);

/// <summary>A quiz as published, opaque here: the concept Quizzes reads it.</summary>
public sealed record QuizText(string Json);
