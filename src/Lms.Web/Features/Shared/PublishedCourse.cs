using System.Collections.Frozen;
using Lms.Domain.Cases;
using Lms.Domain.Courses;
using Lms.Domain.Learning;
using Lms.Domain.Quizzes;
using Microsoft.AspNetCore.Html;

namespace Lms.Web.Features.Shared;

/// <summary>A published version in memory: immutable, so it is read from the database once.</summary>
public sealed class PublishedCourse
{
    private readonly FrozenDictionary<string, PublishedActivity> bySlug;
    private readonly FrozenDictionary<string, CourseWords> words;
    private readonly CourseWords own;

    public PublishedCourse(Course course, CourseVersion version)
    {
        Slug = course.Slug;
        Id = course.Id;
        Version = version.Id;
        Number = version.Number;
        PublishedAt = version.PublishedAt;
        Manifest = version.Manifest;
        own = CourseWords.Of(Manifest);
        words = Manifest.Translations.ToFrozenDictionary(
            translated => translated.Key,
            translated => CourseWords.Of(translated.Key, translated.Value)
        );
        var banks = version
            .Banks.GroupBy(bank => bank.Language)
            .ToDictionary(
                inOne => inOne.Key,
                inOne =>
                    (IReadOnlyList<Bank>)
                        [
                            .. inOne.Select(bank => new Bank(
                                bank.Slug,
                                QuizJson.ReadQuestions(bank.Questions)
                            )),
                        ]
            );
        Activities =
        [
            .. version
                .Activities.OrderBy(activity => activity.Position)
                .Select(activity => new PublishedActivity(activity, Manifest.Language, banks)),
        ];
        bySlug = Activities.ToFrozenDictionary(activity => activity.Slug);
        Steps =
        [
            .. Activities.Select(activity => new Step(activity.Id, activity.Kind, activity.Counts)),
        ];
        Outline = new(Version, Number, Activities.Select(activity => activity.Id).ToHashSet());
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

    public VersionOutline Outline { get; }

    /// <summary>In <paramref name="language"/> where it is translated, else in its own.</summary>
    public CourseWords In(string language) => words.GetValueOrDefault(language) ?? own;

    /// <summary>Words with the course's code before them, where it has one.</summary>
    public string Coded(string words) =>
        Manifest.Code.Length == 0 ? words : $"{Manifest.Code} · {words}";

    public PublishedActivity? Find(string slug) => bySlug.GetValueOrDefault(slug);

    /// <summary>Title of <c>course/activity</c>; null when this version has no such activity.</summary>
    public string? TryName(string path, string language) =>
        Find(path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..])?.In(language).Title;

    public PublishedActivity Find(ActivityId id) =>
        Activities.Single(activity => activity.Id == id);

    /// <summary>Null when this version has no such activity.</summary>
    public PublishedActivity? TryFind(ActivityId id) =>
        Activities.FirstOrDefault(activity => activity.Id == id);
}

/// <summary>An activity of a published version, in the languages it speaks.</summary>
public sealed class PublishedActivity
{
    private readonly FrozenDictionary<string, PublishedText> texts;

    internal PublishedActivity(
        ActivityVersion version,
        string language,
        IReadOnlyDictionary<string, IReadOnlyList<Bank>> banks
    )
    {
        Id = version.ActivityId;
        Position = version.Position;
        Module = version.Module;
        Slug = version.Slug;
        Kind = version.Kind;
        Minutes = version.Minutes;
        Counts = version.CountsForCompletion;
        End = version.End;
        texts = version
            .Texts.Select(text => new PublishedText(
                text,
                banks.GetValueOrDefault(text.Language) ?? []
            ))
            // Drawn questions in another language than their quiz would be half a translation.
            .Where(text => text.Language == language || text.Quiz?.HasItsBanks != false)
            .ToFrozenDictionary(text => text.Language);
        Text = texts[language];
    }

    public ActivityId Id { get; }
    public int Position { get; }
    public int? Module { get; }
    public string Slug { get; }
    public ActivityKind Kind { get; }
    public int Minutes { get; }
    public bool Counts { get; }
    public LessonEnd End { get; }

    /// <summary>In the course's own language: its keys judge, whatever language was read.</summary>
    public PublishedText Text { get; }

    public string Title => Text.Title;

    public LessonText? Lesson => Text.Lesson;

    public HtmlString Body => Text.Body;

    /// <summary>With its keys: never handed to a page whole.</summary>
    public Quiz? Quiz => Text.Quiz;

    public Case? Case => Text.Case;

    /// <summary>In every language it speaks.</summary>
    public IReadOnlyList<PublishedText> Texts => texts.Values;

    /// <summary>In <paramref name="language"/> where it is translated, else in its own.</summary>
    public PublishedText In(string language) => texts.GetValueOrDefault(language) ?? Text;
}

/// <summary>What an activity says in one language.</summary>
public sealed class PublishedText
{
    internal PublishedText(ActivityText text, IReadOnlyList<Bank> banks)
    {
        Language = text.Language;
        Title = text.Title;
        IsStale = text.IsStale;
        Lesson = text.Lesson;
        Deck = text.Deck;
        Body = new HtmlString(
            text.Body is { } packed ? PackedHtml.Unpack(packed) : text.Lesson?.Html
        );
        Practice = text.Lesson?.Practice is { } practice ? QuizJson.ReadQuestions(practice) : [];
        Quiz = text.Quiz is null ? null : QuizJson.Read(text.Quiz, banks);
        Case = text.Case is null ? null : QuizJson.Read(text.Case);
    }

    public string Language { get; }
    public string Title { get; }

    /// <summary>A translation whose source has changed since.</summary>
    public bool IsStale { get; }

    /// <summary>Without its HTML, which is <see cref="Body"/>.</summary>
    public LessonText? Lesson { get; }

    /// <summary>Made safe when the version was published; printed as it is.</summary>
    public HtmlString Body { get; }

    /// <summary>Of a lesson, with their keys.</summary>
    public IReadOnlyList<Question> Practice { get; }

    public Quiz? Quiz { get; }

    public Case? Case { get; }

    public DeckText? Deck { get; }
}
