using System.Globalization;
using System.Text.Json;
using Lms.Web.Features.Shared;

namespace Lms.Web.Features.Author;

/// <summary>What an activity and a course consist of, in a form that two versions can be compared in.</summary>
internal static class ActivityParts
{
    /// <summary>Id → all that it says: the blocks of a lesson, the questions of a quiz with those it draws from, scenes, slides.</summary>
    public static IReadOnlyDictionary<string, string> Of(PublishedText text)
    {
        var parts = new List<(string Id, string Says)>();
        parts.AddRange((text.Lesson?.Blocks ?? []).Select(block => (block.Id, block.Hash)));
        if (text.Quiz is { } quiz)
        {
            parts.AddRange(
                quiz.Questions.Concat(quiz.Banks.SelectMany(bank => bank.Questions))
                    .Select(question => (question.Id, QuizJson.Keep([question]).Json))
            );
        }

        parts.AddRange(
            (text.Case?.Scenes ?? []).Select(scene =>
                (scene.Id, QuizJson.Keep(new Domain.Cases.Case([], [scene])).Json)
            )
        );
        parts.AddRange(
            (text.Deck?.Slides ?? [])
                .Index()
                .Select(slide =>
                    (slide.Index.ToString(CultureInfo.InvariantCulture), Json(slide.Item))
                )
        );
        return parts
            .DistinctBy(part => part.Id)
            .ToDictionary(part => part.Id, part => part.Says, StringComparer.Ordinal);
    }

    /// <summary>All that a reader meets of the activity, in every language.</summary>
    public static string Whole(PublishedActivity activity) =>
        Json(
            new
            {
                activity.Minutes,
                activity.Counts,
                activity.End,
                Texts = activity
                    .Texts.OrderBy(text => text.Language, StringComparer.Ordinal)
                    .Select(text => new
                    {
                        text.Language,
                        text.Title,
                        text.IsStale,
                        Lesson = text.Lesson is { } lesson
                            ? Json(new { lesson.Outcomes, lesson.ContentNote })
                            : null,
                        Body = text.Body.Value,
                        Practice = QuizJson.Keep(text.Practice).Json,
                        Quiz = text.Quiz is { } quiz ? QuizJson.Keep(quiz).Json : null,
                        Case = text.Case is { } branching ? QuizJson.Keep(branching).Json : null,
                        text.Deck,
                    }),
            }
        );

    /// <summary>What course.md and the modules say to readers; not the history of its changes.</summary>
    public static string OfCourse(PublishedCourse course) =>
        Json(course.Manifest with { Changes = [], Media = [] })
        + string.Join(',', course.Activities.Select(activity => (activity.Module, activity.Slug)));

    private static string Json<T>(T of) => JsonSerializer.Serialize(of);
}
