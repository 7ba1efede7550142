using System.Globalization;
using Lms.Domain.Courses;
using Lms.Web.Content.Assets;
using Lms.Web.Content.Blocks.Include;
using Lms.Web.Content.Files;
using Lms.Web.Content.Quizzes;

namespace Lms.Web.Content.Courses;

/// <param name="Path">Within the course folder, with forward slashes.</param>
/// <param name="Module">Index of its module; null straight in the course.</param>
internal sealed record ActivityFile(string Path, string Slug, ActivityKind Kind, int? Module);

/// <param name="Path">Within the course folder.</param>
internal sealed record ModuleFolder(string Path, string Slug);

/// <param name="Path">Within the course folder.</param>
internal sealed record BankFile(string Path, string Slug);

/// <param name="Path">Within the course folder.</param>
/// <param name="Of">Path of the file it translates.</param>
/// <param name="Language"><c>uk</c> or <c>en</c>.</param>
internal sealed record TranslationFile(string Path, string Of, string Language);

/// <summary>The files of a course by what they are, in the order of their numbers.</summary>
internal sealed class CourseFolder
{
    public const string CourseFile = "course.md";
    public const string ModuleFile = "module.md";

    private readonly Findings findings;
    private readonly List<ModuleFolder> modules = [];
    private readonly List<ActivityFile> activities = [];
    private IReadOnlyList<string> snippets = [];
    private IReadOnlyList<BankFile> banks = [];
    private readonly List<TranslationFile> translations = [];

    private CourseFolder(string full, Findings findings)
    {
        Full = full;
        Slug = System.IO.Path.GetFileName(full);
        this.findings = findings;
    }

    public string Full { get; }

    public string Slug { get; }

    public IReadOnlyList<ModuleFolder> Modules => modules;

    public IReadOnlyList<ActivityFile> Activities => activities;

    /// <summary>Paths within the course folder.</summary>
    public IReadOnlyList<string> Snippets => snippets;

    public IReadOnlyList<BankFile> Banks => banks;

    /// <summary>Each beside the file it translates.</summary>
    public IReadOnlyList<TranslationFile> Translations => translations;

    public static CourseFolder Read(string full, Findings findings)
    {
        var folder = new CourseFolder(full, findings);
        findings.Open(folder.PathOf(CourseFile));
        if (!Lms.Domain.Courses.Slug.IsValid(folder.Slug))
        {
            folder.Report("", CourseTexts.BadSlug, folder.Slug);
        }

        folder.ReadFolder("", null);
        folder.RefuseSameSlugs();
        folder.RefuseOrphans();
        return folder;
    }

    public SourceFile? Open(string path) =>
        SourceFile.Open(System.IO.Path.Combine(Full, path), PathOf(path), findings);

    public bool Has(string path) => File.Exists(System.IO.Path.Combine(Full, path));

    public void Report(string path, FindingText text, params string[] args) =>
        findings.Add(new(PathOf(path), 1, 1, text, args));

    public void Translate(TranslationFile file) => translations.Add(file);

    /// <summary>Gives the file its place in the order of the findings.</summary>
    public void Announce(string path) => findings.Open(PathOf(path));

    private string PathOf(string path) =>
        path.Length == 0 ? $"courses/{Slug}" : $"courses/{Slug}/{path}";

    private void ReadFolder(string path, int? module)
    {
        var numbers = new Dictionary<int, string>();
        var entries = new DirectoryInfo(System.IO.Path.Combine(Full, path))
            .EnumerateFileSystemInfos()
            .Where(entry => !entry.Name.StartsWith('.'))
            .OrderBy(entry => NumberedName.Of(entry.Name)?.Number ?? -1)
            .ThenBy(entry => entry.Name, StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var inside = path.Length == 0 ? entry.Name : $"{path}/{entry.Name}";
            if (entry.LinkTarget is not null)
            {
                Report(inside, FileTexts.Link);
            }
            else if (entry is DirectoryInfo)
            {
                ReadSubfolder(inside, entry.Name, module, numbers);
            }
            else if (entry.Name != (module is null ? CourseFile : ModuleFile))
            {
                ReadFile(inside, entry.Name, module, numbers);
            }
        }
    }

    private void ReadSubfolder(
        string path,
        string name,
        int? module,
        Dictionary<int, string> numbers
    )
    {
        if (module is null && name == AssetFolder.Name)
        {
            findings.Open(PathOf(path));
        }
        else if (module is null && name == SnippetFolder.Name)
        {
            snippets = SnippetFolder.Read(this, path);
        }
        else if (module is null && name == BankFolder.Name)
        {
            banks = BankFolder.Read(this, path);
        }
        else if (module is null && NumberedName.Of(name) is { } numbered)
        {
            CheckName(path, numbered, numbers);
            findings.Open(PathOf($"{path}/{ModuleFile}"));
            modules.Add(new(path, numbered.Slug));
            var before = activities.Count;
            ReadFolder(path, modules.Count - 1);
            if (activities.Count == before)
            {
                Report(path, CourseTexts.EmptyModule);
            }
        }
        else
        {
            Report(path, FileTexts.Unexpected);
        }
    }

    private void ReadFile(string path, string name, int? module, Dictionary<int, string> numbers)
    {
        var parts = name.Split('.');
        if (parts is [_, .., "uk" or "en", "md"])
        {
            findings.Open(PathOf(path));
            var of = string.Join('.', [.. path.Split('.')[..^2], "md"]);
            translations.Add(new(path, of, parts[^2]));
        }
        else if (KindOf(parts) is { } kind && NumberedName.Of(parts[0]) is { } numbered)
        {
            CheckName(path, numbered, numbers);
            findings.Open(PathOf(path));
            activities.Add(new(path, numbered.Slug, kind, module));
        }
        else
        {
            Report(path, FileTexts.Unexpected);
        }
    }

    private static ActivityKind? KindOf(string[] parts) =>
        parts switch
        {
            [_, "md"] => ActivityKind.Lesson,
            [_, "quiz", "md"] => ActivityKind.Quiz,
            [_, "case", "md"] => ActivityKind.Case,
            [_, "slides", "md"] => ActivityKind.LiveSession,
            _ => null,
        };

    private void CheckName(string path, NumberedName name, Dictionary<int, string> numbers)
    {
        if (!name.IsValid)
        {
            Report(path, CourseTexts.BadSlug, name.Slug);
        }

        if (!numbers.TryAdd(name.Number, path))
        {
            var number = name.Number.ToString(CultureInfo.InvariantCulture);
            Report(path, CourseTexts.SameNumber, number, numbers[name.Number]);
        }
    }

    private void RefuseOrphans()
    {
        foreach (var file in translations.Where(file => !Has(file.Of)).ToList())
        {
            Report(file.Path, TranslationTexts.Orphan, file.Of.Split('/')[^1]);
            translations.Remove(file);
        }
    }

    private void RefuseSameSlugs()
    {
        var same = activities.GroupBy(activity => activity.Slug).SelectMany(group => group.Skip(1));
        foreach (var activity in same)
        {
            var first = activities.First(other => other.Slug == activity.Slug).Path;
            Report(activity.Path, CourseTexts.DuplicateSlug, activity.Slug, first);
        }

        foreach (
            var module in modules.GroupBy(module => module.Slug).SelectMany(group => group.Skip(1))
        )
        {
            var first = modules.First(other => other.Slug == module.Slug).Path;
            Report(module.Path, CourseTexts.DuplicateSlug, module.Slug, first);
        }
    }
}
