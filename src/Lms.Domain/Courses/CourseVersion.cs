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

    public List<BankText> Banks { get; } = [];
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

    /// <summary>Minutes a learner is told to plan, 1 to 600.</summary>
    public required int Minutes { get; init; }

    public required bool CountsForCompletion { get; init; }

    /// <summary>What the learner of a lesson does at its end.</summary>
    public LessonEnd End { get; init; }

    /// <summary>In the course's language, and its translations.</summary>
    public List<ActivityText> Texts { get; } = [];
}

/// <summary>How a lesson is completed. Names are stored as text and never change.</summary>
public enum LessonEnd
{
    /// <summary>Marked as read.</summary>
    Read,

    /// <summary>Confirmed by the learner in so many words.</summary>
    Acknowledge,

    /// <summary>Nothing is asked.</summary>
    None,
}

/// <summary>
/// What an activity says in one language. Written once; exactly one of the four texts is there, as
/// the kind of the activity tells.
/// </summary>
public sealed class ActivityText
{
    public required CourseVersionId CourseVersionId { get; init; }

    public required ActivityId ActivityId { get; init; }

    /// <summary><c>uk</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    public required string Title { get; init; }

    /// <summary>A translation whose source has changed since it was made.</summary>
    public bool IsStale { get; init; }

    /// <summary>Without its HTML where <see cref="Body"/> has it.</summary>
    public LessonText? Lesson { get; init; }

    /// <summary>The HTML of a lesson, compressed with Brotli; null in versions of old, whose lesson has it.</summary>
    public byte[]? Body { get; init; }

    /// <summary>With its keys, which never leave the server.</summary>
    public QuizText? Quiz { get; init; }

    public CaseText? Case { get; init; }

    public DeckText? Deck { get; init; }
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

/// <summary>A branching case as published, opaque here: the concept Cases reads it.</summary>
public sealed record CaseText(string Json);

/// <summary>The slides of a live session as published, with the trainer's notes apart.</summary>
public sealed record DeckText(IReadOnlyList<Slide> Slides);

/// <param name="Html">What everybody sees.</param>
/// <param name="NotesHtml">For the trainer alone; null when there are none.</param>
/// <param name="Polls">Questions of the slide, with keys; the concept Quizzes reads them.</param>
public sealed record Slide(string Title, string Html, string? NotesHtml, QuizText? Polls);

/// <summary>
/// Questions that quizzes of one version draw from, in one language. Written once; keys never leave
/// the server.
/// </summary>
public sealed class BankText
{
    public required CourseVersionId CourseVersionId { get; init; }

    public required string Slug { get; init; }

    public required string Language { get; init; }

    public required QuizText Questions { get; init; }
}
