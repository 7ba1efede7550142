using Lms.Domain.Courses;
using Lms.Domain.Quizzes;

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

    /// <summary>The folder, in full.</summary>
    public required string SourcePath { get; init; }
}

/// <param name="ModuleIndex">In <see cref="CourseManifest.Modules"/>; null straight in the course.</param>
/// <param name="Lesson">Null for other kinds.</param>
/// <param name="Quiz">With its keys; null for other kinds.</param>
public sealed record ActivityDraft(
    string Slug,
    ActivityKind Kind,
    int? ModuleIndex,
    string Title,
    int Minutes,
    bool CountsForCompletion,
    LessonText? Lesson,
    Quiz? Quiz
);
