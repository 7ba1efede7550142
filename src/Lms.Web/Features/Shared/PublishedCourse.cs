using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lms.Domain.Courses;
using Lms.Domain.Learning;
using Lms.Domain.Quizzes;
using Microsoft.AspNetCore.Html;

namespace Lms.Web.Features.Shared;

/// <summary>A published version in memory: immutable, so it is read from the database once.</summary>
public sealed class PublishedCourse
{
    private static readonly JsonSerializerOptions QuizJson = new()
    {
        Converters = { new JsonStringEnumConverter() },
    };

    private readonly FrozenDictionary<string, PublishedActivity> bySlug;

    public PublishedCourse(Course course, CourseVersion version)
    {
        Slug = course.Slug;
        Id = course.Id;
        Version = version.Id;
        Number = version.Number;
        PublishedAt = version.PublishedAt;
        Manifest = version.Manifest;
        Activities =
        [
            .. version
                .Activities.OrderBy(activity => activity.Position)
                .Select(activity => new PublishedActivity(activity)),
        ];
        bySlug = Activities.ToFrozenDictionary(activity => activity.Slug);
        Steps =
        [
            .. Activities.Select(activity => new Step(activity.Id, activity.Kind, activity.Counts)),
        ];
    }

    public string Slug { get; }
    public CourseId Id { get; }
    public CourseVersionId Version { get; }
    public int Number { get; }
    public DateTimeOffset PublishedAt { get; }
    public CourseManifest Manifest { get; }

    /// <summary>In the order of the course.</summary>
    public IReadOnlyList<PublishedActivity> Activities { get; }

    public IReadOnlyList<Step> Steps { get; }

    public PublishedActivity? Find(string slug) => bySlug.GetValueOrDefault(slug);

    public PublishedActivity Find(ActivityId id) =>
        Activities.Single(activity => activity.Id == id);

    public static QuizText Keep(Quiz quiz) => new(JsonSerializer.Serialize(quiz, QuizJson));

    internal static Quiz Read(QuizText quiz) =>
        JsonSerializer.Deserialize<Quiz>(quiz.Json, QuizJson)!;
}

public sealed class PublishedActivity
{
    public PublishedActivity(ActivityVersion version)
    {
        Id = version.ActivityId;
        Position = version.Position;
        Module = version.Module;
        Slug = version.Slug;
        Kind = version.Kind;
        Title = version.Title;
        Minutes = version.Minutes;
        Counts = version.CountsForCompletion;
        Lesson = version.Lesson;
        Body = new HtmlString(version.Lesson?.Html);
        Quiz = version.Quiz is null ? null : PublishedCourse.Read(version.Quiz);
    }

    public ActivityId Id { get; }
    public int Position { get; }
    public int? Module { get; }
    public string Slug { get; }
    public ActivityKind Kind { get; }
    public string Title { get; }
    public int Minutes { get; }
    public bool Counts { get; }
    public LessonText? Lesson { get; }

    /// <summary>Made safe when the version was published; printed as it is.</summary>
    public HtmlString Body { get; }

    /// <summary>With its keys: never handed to a page whole.</summary>
    public Quiz? Quiz { get; }
}
