using Lms.Domain.Courses;
using Lms.Web.Content.Blocks.Ids;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Content;

/// <summary>
/// Carries the ids of blocks over from the newest version that has the same lesson, so that notes,
/// checklists and change tracking survive it.
/// </summary>
internal sealed class SettleBlocks(LmsDbContext db, Course course)
{
    public async Task<CourseDraft> RunAsync(CourseDraft draft)
    {
        var before = await BeforeAsync();
        var language = draft.Manifest.Language;
        return draft with
        {
            Activities =
            [
                .. draft.Activities.Select(activity => Settled(activity, language, before)),
            ],
        };
    }

    private ActivityDraft Settled(
        ActivityDraft activity,
        string language,
        Dictionary<(string Slug, string Language), IReadOnlyList<LessonBlock>> before
    )
    {
        var words = Settled(activity.Slug, language, activity.Words, before);
        return activity with
        {
            Words = words,
            Translations = activity.Translations.ToDictionary(
                translated => translated.Key,
                translated =>
                    AsIn(words, translated.Value)
                    ?? Settled(activity.Slug, translated.Key, translated.Value, before)
            ),
        };
    }

    private static ActivityWords? AsIn(ActivityWords source, ActivityWords translated) =>
        source.Lesson is { } original
        && translated.Lesson is { } lesson
        && StableIds.SettleAs(lesson, original) is { } settled
            ? translated with
            {
                Lesson = settled,
            }
            : null;

    private ActivityWords Settled(
        string slug,
        string language,
        ActivityWords words,
        Dictionary<(string Slug, string Language), IReadOnlyList<LessonBlock>> before
    ) =>
        words.Lesson is not { } lesson
            ? words
            : words with
            {
                Lesson = StableIds.Settle(
                    lesson,
                    before.GetValueOrDefault((slug, language)) ?? [],
                    $"{course.Slug}/{slug}"
                ),
            };

    /// <summary>The blocks of each lesson in the newest version that has it in that language.</summary>
    private async Task<
        Dictionary<(string Slug, string Language), IReadOnlyList<LessonBlock>>
    > BeforeAsync()
    {
        var newest = await db
            .CourseVersions.Where(version => version.CourseId == course.Id)
            .SelectMany(
                version => version.Activities.Where(one => one.Kind == ActivityKind.Lesson),
                (version, activity) => new { version.Number, Activity = activity }
            )
            .SelectMany(
                place => place.Activity.Texts,
                (place, text) =>
                    new
                    {
                        place.Number,
                        place.Activity.Slug,
                        text.Language,
                    }
            )
            .GroupBy(place => new { place.Slug, place.Language })
            .Select(group => new
            {
                group.Key.Slug,
                group.Key.Language,
                Number = group.Max(place => place.Number),
            })
            .ToListAsync();
        var numbers = newest.Select(place => place.Number).Distinct().ToList();
        var texts = await db
            .CourseVersions.Where(version =>
                version.CourseId == course.Id && numbers.Contains(version.Number)
            )
            .SelectMany(
                version => version.Activities.Where(one => one.Kind == ActivityKind.Lesson),
                (version, activity) => new { version.Number, Activity = activity }
            )
            .SelectMany(
                place => place.Activity.Texts,
                (place, text) =>
                    new
                    {
                        place.Number,
                        place.Activity.Slug,
                        text.Language,
                        text.Lesson,
                    }
            )
            .ToListAsync();
        var blocks = texts.ToDictionary(
            text => (text.Slug, text.Language, text.Number),
            text => text.Lesson?.Blocks ?? []
        );
        return newest.ToDictionary(
            place => (place.Slug, place.Language),
            place => blocks[(place.Slug, place.Language, place.Number)]
        );
    }
}
