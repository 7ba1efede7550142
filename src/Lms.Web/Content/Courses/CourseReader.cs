using Lms.Domain.Courses;
using Lms.Web.Content.Assets;
using Lms.Web.Content.Cases;
using Lms.Web.Content.Decks;
using Lms.Web.Content.Files;
using Lms.Web.Content.Markup;
using Lms.Web.Content.Quizzes;
using Lms.Web.Content.Yaml;

namespace Lms.Web.Content.Courses;

/// <summary>
/// One course from its folder: first every text, then the links between them, then the HTML; a lesson
/// that leads to no other text is written at once. An error leaves a hole in the draft and never stops
/// the reading.
/// </summary>
internal static class CourseReader
{
    /// <summary>Null when course.md cannot be read; the other files are checked all the same.</summary>
    public static CourseDraft? Read(CourseFolder folder, CourseSurroundings surroundings)
    {
        var state = FolderState.Of(folder.Full);
        var hash = ContentHash.Of(folder.Full);
        var source = folder.Open(CourseFolder.CourseFile);
        var front = source is null ? null : FrontMatter.Read(source);
        var keys = front is null ? null : ManifestReader.Read(front.Fields, folder, surroundings);
        var language = keys?.Manifest.Language ?? surroundings.Pack.Languages[0];
        var setting = new MarkupSetting(language, surroundings.Pack.Acts)
        {
            Questions = new(surroundings.Competences),
            Terms = surroundings.Glossary.In(language),
        };
        setting = setting with { Snippets = new(folder.Snippets, folder.Open) };
        var description = front is null
            ? null
            : MarkupText.OfPage(source!, front.BodyStart, setting);
        var modules = folder.Modules.Select(module => ModuleReader.Read(folder, module)).ToList();
        var parsed = folder.Activities.Select(file => Parse(folder, file, setting, surroundings));
        var activities = parsed.OfType<ParsedActivity>().ToList();
        var translations = CourseTranslations.Read(
            folder,
            setting,
            surroundings.Glossary,
            activities
        );
        var assets = new AssetFolder(folder, surroundings.MediaAddress).Read();
        var targets = TargetsOf(folder, description, activities, surroundings) with
        {
            Assets = assets,
        };
        var banks = folder
            .Banks.Select(file =>
                BankReader.Read(folder, file, setting, targets) is { } bank
                    ? translations.Finish(file, bank, targets)
                    : null
            )
            .OfType<BankDraft>()
            .ToList();
        var finished = activities
            .Select(activity => translations.Finish(activity, targets))
            .ToList();
        new DrawCheck(folder, banks).Run(activities.OfType<ParsedQuiz>(), finished);
        if (folder.Activities.Count == 0)
        {
            folder.Report("", CourseTexts.EmptyCourse);
        }

        if (keys is null || description is null)
        {
            return null;
        }

        Links.Follow(description, CourseFolder.CourseFile, targets);
        var translated = translations.OfManifest(source!, modules, targets);
        setting.Snippets.WarnOfUnused(setting);
        assets.WarnOfUnused(folder);
        StatedHours.Check(front!.Fields, keys.Manifest, finished);
        CompletionReader.Check(front.Fields, keys.Manifest, finished);
        // An activity that cannot be read might count.
        if (
            finished.Count > 0
            && finished.Count == folder.Activities.Count
            && !finished.Exists(one =>
                one.CountsForCompletion && keys.Manifest.Completion.Counts(one.Kind)
            )
        )
        {
            front.Fields.ReportKey("completion", CourseTexts.NothingCounts);
        }

        if (FolderState.Of(folder.Full) != state)
        {
            folder.Report("", CourseTexts.ChangedWhileRead);
        }

        return new()
        {
            Slug = folder.Slug,
            Revision = keys.Revision,
            ContentHash = hash,
            Manifest = keys.Manifest with
            {
                DescriptionHtml = MarkupHtml.Of(description),
                Modules = modules,
                Media = [.. assets.Used.Select(file => file.Name)],
                Translations = translated,
            },
            Activities = finished,
            Banks = banks,
            Media = assets.Used,
            SourcePath = folder.Full,
            Questions = setting.Questions,
        };
    }

    private static ParsedActivity? Parse(
        CourseFolder folder,
        ActivityFile file,
        MarkupSetting setting,
        CourseSurroundings surroundings
    ) =>
        folder.Open(file.Path) is not { } source
            ? null
            : file.Kind switch
            {
                ActivityKind.Lesson => LessonReader.Read(
                    source,
                    file,
                    folder.Slug,
                    setting,
                    surroundings
                ),
                ActivityKind.Quiz => QuizReader.Read(source, file, setting),
                ActivityKind.Case => CaseReader.Read(source, file, setting),
                ActivityKind.LiveSession => DeckReader.Read(source, file, setting),
            };

    private static LinkTargets TargetsOf(
        CourseFolder folder,
        MarkupText? description,
        List<ParsedActivity> activities,
        CourseSurroundings surroundings
    )
    {
        var pages = new Dictionary<string, LinkedPage>(StringComparer.Ordinal)
        {
            [CourseFolder.CourseFile] = new(
                $"/courses/{folder.Slug}",
                description?.Anchors ?? new HashSet<string>()
            ),
        };
        foreach (var activity in activities)
        {
            pages[activity.File.Path] = LinkedPage.Of(folder.Slug, activity.File, activity.Anchors);
        }

        return new(folder.Slug, pages, surroundings.Courses);
    }
}
