using Lms.Domain.Courses;
using Lms.Domain.Quizzes;
using Lms.Web.Content.Files;
using Lms.Web.Content.Markup;
using Lms.Web.Content.Quizzes;
using Lms.Web.Content.Terms;

namespace Lms.Web.Content.Courses;

/// <summary>The translations of one course: first every text, then the links between them.</summary>
internal sealed class CourseTranslations
{
    private readonly CourseFolder folder;
    private readonly MarkupSetting setting;
    private readonly Glossary glossary;
    private readonly List<TranslatedActivity> activities = [];
    private readonly Dictionary<string, MarkupSetting> settings = [];
    private readonly HashSet<(string Language, string Bank)> staleBanks = [];

    private CourseTranslations(CourseFolder folder, MarkupSetting setting, Glossary glossary)
    {
        this.folder = folder;
        this.setting = setting;
        this.glossary = glossary;
    }

    public static CourseTranslations Read(
        CourseFolder folder,
        MarkupSetting setting,
        Glossary glossary,
        IReadOnlyList<ParsedActivity> sources
    )
    {
        var read = new CourseTranslations(folder, setting, glossary);
        foreach (var file in folder.Translations.Where(file => file.Language == setting.Language))
        {
            folder.Report(file.Path, TranslationTexts.OwnLanguage, file.Language);
        }

        foreach (var file in read.Files)
        {
            if (sources.FirstOrDefault(source => source.File.Path == file.Of) is { } source)
            {
                read.Read(file, source);
            }
        }

        return read;
    }

    /// <summary>The course's own text and its translations, in every language it speaks.</summary>
    public ActivityDraft Finish(ParsedActivity source, LinkTargets targets)
    {
        var draft = source.Finish(targets);
        return draft with
        {
            Translations = activities
                .Where(translated => translated.Source == source)
                .ToDictionary(
                    translated => translated.Language,
                    translated =>
                        Aged(
                            translated.Language,
                            translated.Finish(draft.Words, In(translated.Language, targets))
                        )
                ),
        };
    }

    /// <summary>The bank in every language it is translated into.</summary>
    public BankDraft Finish(BankFile bank, BankDraft draft, LinkTargets targets)
    {
        var translations = new Dictionary<string, IReadOnlyList<Question>>(StringComparer.Ordinal);
        foreach (var file in Files.Where(file => file.Of == bank.Path))
        {
            if (
                folder.Open(bank.Path) is { } source
                && Translation.Open(folder, file, source) is { } opened
            )
            {
                var read = BankReader.Questions(
                    opened.File,
                    opened.Front,
                    file.Path,
                    SettingIn(file.Language),
                    In(file.Language, targets)
                );
                translations[file.Language] = opened.Matched(draft.Questions, read);
                if (opened.IsStale)
                {
                    staleBanks.Add((file.Language, bank.Slug));
                }
            }
        }

        return draft with
        {
            Translations = translations,
        };
    }

    /// <summary>Language → the words of course.md and of the modules.</summary>
    public IReadOnlyDictionary<string, ManifestTranslation> OfManifest(
        SourceFile course,
        IReadOnlyList<ModuleOutline> modules,
        LinkTargets targets
    )
    {
        var translations = new Dictionary<string, ManifestTranslation>(StringComparer.Ordinal);
        foreach (var file in Files.Where(file => file.Of == CourseFolder.CourseFile))
        {
            if (Translation.Open(folder, file, course) is { } opened)
            {
                var words = new ManifestWords(folder, opened, SettingIn(file.Language));
                translations[file.Language] = words.Read(file, modules, In(file.Language, targets));
            }
        }

        foreach (var file in Files.Where(file => IsModule(file) && !IsKnown(file.Language)))
        {
            folder.Report(file.Path, TranslationTexts.WithoutCourse, file.Language);
        }

        return translations;

        bool IsKnown(string language) =>
            Files.Any(file => file.Of == CourseFolder.CourseFile && file.Language == language);
    }

    /// <summary>A quiz is as old as the oldest bank that it draws from.</summary>
    private ActivityWords Aged(string language, ActivityWords words) =>
        words.Quiz?.Draws.Any(draw => staleBanks.Contains((language, draw.From))) == true
            ? words with
            {
                IsStale = true,
            }
            : words;

    private IEnumerable<TranslationFile> Files =>
        folder.Translations.Where(file => file.Language != setting.Language);

    private static bool IsModule(TranslationFile file) =>
        file.Of.EndsWith($"/{CourseFolder.ModuleFile}", StringComparison.Ordinal);

    /// <summary>Ids of questions stand once in the course, in each language.</summary>
    private MarkupSetting SettingIn(string language)
    {
        if (!settings.TryGetValue(language, out var known))
        {
            settings[language] = known = setting with
            {
                Language = language,
                Questions = new(setting.Questions.Competences),
                Terms = glossary.In(language),
            };
        }

        return known;
    }

    private void Read(TranslationFile file, ParsedActivity source)
    {
        if (
            folder.Open(file.Of) is not { } original
            || Translation.Open(folder, file, original) is not { } opened
        )
        {
            return;
        }

        var here = source.File with { Path = file.Path };
        var words = source.Translate(opened, here, SettingIn(file.Language));
        activities.Add(new(file.Language, source, words, opened));
    }

    /// <summary>The same pages with the headings they have in that language.</summary>
    private LinkTargets In(string language, LinkTargets targets)
    {
        var pages = new Dictionary<string, LinkedPage>(targets.Pages, StringComparer.Ordinal);
        foreach (var one in activities.Where(one => one.Language == language))
        {
            var page = pages[one.Source.File.Path] with { Anchors = one.Words.Anchors };
            pages[one.Source.File.Path] = page;
            pages[one.Words.File.Path] = page;
        }

        return targets with
        {
            Pages = pages,
        };
    }
}
