using Lms.Domain.Cases;
using Lms.Domain.Courses;
using Lms.Domain.Quizzes;
using Lms.Web.Content.Assets;
using Lms.Web.Content.Quizzes;

namespace Lms.Web.Content;

/// <summary>A course as its folder says today; publishing makes a version of it.</summary>
public sealed record CourseDraft
{
    public required string Slug { get; init; }

    /// <summary>The author's number of the version, 1 and up.</summary>
    public required int Revision { get; init; }

    /// <summary>SHA-256 of all files of the folder, in lower-case hexadecimal.</summary>
    public required string ContentHash { get; init; }

    public required CourseManifest Manifest { get; init; }

    /// <summary>In the order of the course.</summary>
    public required IReadOnlyList<ActivityDraft> Activities { get; init; }

    public IReadOnlyList<BankDraft> Banks { get; init; } = [];

    /// <summary>The files that its texts show or link to.</summary>
    public IReadOnlyList<MediaFile> Media { get; init; } = [];

    /// <summary>Ids of questions, and the questions that have none.</summary>
    internal CourseQuestions Questions { get; init; } = new([]);

    /// <summary>The folder, in full.</summary>
    public required string SourcePath { get; init; }
}

/// <param name="ModuleIndex">In <see cref="CourseManifest.Modules"/>; null straight in the course.</param>
public sealed record ActivityDraft(
    string Slug,
    ActivityKind Kind,
    int? ModuleIndex,
    int Minutes,
    bool CountsForCompletion,
    ActivityWords Words
)
{
    public LessonEnd End { get; init; }

    /// <summary>Language → the same in it.</summary>
    public IReadOnlyDictionary<string, ActivityWords> Translations { get; init; } =
        new Dictionary<string, ActivityWords>();

    public string Title => Words.Title;

    public LessonText? Lesson => Words.Lesson;

    public Quiz? Quiz => Words.Quiz;
}

/// <summary>What an activity says in one language: the text of its kind, and no other.</summary>
public sealed record ActivityWords(string Title)
{
    public LessonText? Lesson { get; init; }

    /// <summary>Of a lesson, with their keys.</summary>
    public IReadOnlyList<Question> Practice { get; init; } = [];

    /// <summary>With its keys and draws; the banks are the course's.</summary>
    public Quiz? Quiz { get; init; }

    public Case? Case { get; init; }

    public DeckText? Deck { get; init; }

    /// <summary>A translation made from another state of its source.</summary>
    public bool IsStale { get; init; }
}

/// <param name="Translations">Language → the questions in it.</param>
public sealed record BankDraft(
    string Slug,
    IReadOnlyList<Question> Questions,
    IReadOnlyDictionary<string, IReadOnlyList<Question>> Translations
);
