using Lms.Domain.Courses;
using Lms.Web.Features.Shared;

namespace Lms.Web.Content;

/// <summary>What a draft says, as a version keeps it.</summary>
internal static class VersionText
{
    /// <param name="idOf">The id of an activity that survives versions.</param>
    public static CourseVersion Of(
        CourseDraft draft,
        CourseVersionId id,
        CourseId course,
        DateTimeOffset at,
        Func<ActivityDraft, ActivityId> idOf
    )
    {
        var version = new CourseVersion
        {
            Id = id,
            CourseId = course,
            Number = draft.Revision,
            ContentHash = draft.ContentHash,
            PublishedAt = at,
            Manifest = draft.Manifest,
        };
        foreach (var (position, activity) in draft.Activities.Index())
        {
            version.Activities.Add(ActivityOf(activity, idOf(activity), version, position));
        }

        version.Banks.AddRange(draft.Banks.SelectMany(bank => TextsOf(bank, version)));
        return version;
    }

    private static ActivityVersion ActivityOf(
        ActivityDraft draft,
        ActivityId activity,
        CourseVersion version,
        int position
    )
    {
        var made = new ActivityVersion
        {
            CourseVersionId = version.Id,
            ActivityId = activity,
            Position = position,
            Module = draft.ModuleIndex,
            Slug = draft.Slug,
            Kind = draft.Kind,
            Minutes = draft.Minutes,
            CountsForCompletion =
                draft.CountsForCompletion && version.Manifest.Completion.Counts(draft.Kind),
            End = draft.End,
        };
        made.Texts.Add(TextOf(made, version.Manifest.Language, draft.Words));
        made.Texts.AddRange(
            draft.Translations.Select(words => TextOf(made, words.Key, words.Value))
        );
        return made;
    }

    private static ActivityText TextOf(
        ActivityVersion version,
        string language,
        ActivityWords words
    ) =>
        new()
        {
            CourseVersionId = version.CourseVersionId,
            ActivityId = version.ActivityId,
            Language = language,
            Title = words.Title,
            IsStale = words.IsStale,
            Lesson = words.Lesson is { } lesson
                ? lesson with
                {
                    Html = "",
                    Practice = words.Practice.Count == 0 ? null : QuizJson.Keep(words.Practice),
                }
                : null,
            Body = words.Lesson is { } text ? PackedHtml.Pack(text.Html) : null,
            Quiz = words.Quiz is { } quiz ? QuizJson.Keep(quiz) : null,
            Case = words.Case is { } branching ? QuizJson.Keep(branching) : null,
            Deck = words.Deck,
        };

    private static IEnumerable<BankText> TextsOf(BankDraft bank, CourseVersion version) =>
        bank
            .Translations.Prepend(new(version.Manifest.Language, bank.Questions))
            .Select(inOne => new BankText
            {
                CourseVersionId = version.Id,
                Slug = bank.Slug,
                Language = inOne.Key,
                Questions = QuizJson.Keep(inOne.Value),
            });
}
