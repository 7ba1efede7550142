using Lms.Domain.Courses;
using Lms.Web.Search;

namespace Lms.Web.Features.Shared;

/// <summary>What of a published course can be searched: itself and its lessons, in every language.</summary>
public static class CourseDocuments
{
    public static IEnumerable<SearchDocument> Of(PublishedCourse course)
    {
        var manifest = course.Manifest;
        yield return OfCourse(
            course,
            manifest.Language,
            new ManifestTranslation
            {
                Title = manifest.Title,
                Summary = manifest.Summary,
                DescriptionHtml = manifest.DescriptionHtml,
                Outcomes = manifest.Outcomes,
                Modules = manifest.Modules,
            }
        );
        foreach (var (language, words) in manifest.Translations)
        {
            yield return OfCourse(course, language, words);
        }

        foreach (var activity in course.Activities)
        {
            foreach (var text in activity.Texts)
            {
                if (text.Lesson is { } lesson)
                {
                    yield return OfLesson(course, activity, text, lesson);
                }
            }
        }
    }

    /// <summary>Whether a reader of <paramref name="language"/> is shown this text of the course.</summary>
    public static bool IsShown(PublishedCourse course, SearchDocument document, string language) =>
        document.Key.Activity is { } activity
            ? course.Find(activity).In(language).Language == document.Key.Language
            : LanguageOf(course.Manifest, language) == document.Key.Language;

    private static string LanguageOf(CourseManifest manifest, string language) =>
        manifest.Translations.ContainsKey(language) ? language : manifest.Language;

    private static SearchDocument OfCourse(
        PublishedCourse course,
        string language,
        ManifestTranslation words
    ) =>
        new(
            new(course.Version, null, language),
            DocumentKind.Course,
            $"/courses/{course.Slug}",
            words.Title,
            [
                new("", "", "", words.Summary),
                new("", "", "", string.Join(' ', words.Outcomes)),
                .. words.Modules.Select(module => new Passage(
                    "",
                    "",
                    module.Title,
                    module.Summary
                )),
                .. HtmlPassages.Of(words.DescriptionHtml, []),
            ]
        )
        {
            Code = course.Manifest.Code,
        };

    private static SearchDocument OfLesson(
        PublishedCourse course,
        PublishedActivity activity,
        PublishedText text,
        LessonText lesson
    ) =>
        new(
            new(course.Version, activity.Id, text.Language),
            DocumentKind.Lesson,
            $"/courses/{course.Slug}/{activity.Slug}",
            text.Title,
            [.. PassagesOf(text, lesson)]
        )
        {
            Code = course.Manifest.Code,
        };

    private static IEnumerable<Passage> PassagesOf(PublishedText text, LessonText lesson) =>
        // Versions published before blocks had ids have none.
        (
            lesson.Blocks.Count == 0
                ? HtmlPassages.Of(text.Body.Value ?? "", lesson.Sections)
                : BlockPassages(lesson)
        ).Append(new("", "", "", string.Join(' ', lesson.Outcomes)));

    /// <summary>
    /// A sensitive block opens when the learner asks for it, after its note: search does not show it.
    /// </summary>
    private static IEnumerable<Passage> BlockPassages(LessonText lesson)
    {
        var titles = lesson
            .Sections.DistinctBy(one => one.Anchor)
            .ToDictionary(one => one.Anchor, one => one.Title);
        var blocks = lesson
            .Blocks.Where(block => block.Kind != LessonBlockKind.Sensitive)
            .Select(block => new Passage(
                block.Id,
                block.Section,
                titles.GetValueOrDefault(block.Section, ""),
                block.Text
            ));
        var filled = lesson.Blocks.Select(block => block.Section).ToHashSet();
        var bare = lesson
            .Sections.Where(section => !filled.Contains(section.Anchor))
            .Select(section => new Passage("", section.Anchor, section.Title, ""));
        return blocks.Concat(bare);
    }
}
