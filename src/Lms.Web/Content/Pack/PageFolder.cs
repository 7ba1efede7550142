using Lms.Domain.Courses;
using Lms.Domain.Shared;
using Lms.Web.Content.Courses;
using Lms.Web.Content.Files;
using Lms.Web.Content.Markup;
using Lms.Web.Content.Yaml;

namespace Lms.Web.Content.Pack;

/// <summary>A folder of pages, <c>code.md</c> with <c>code.en.md</c> beside it.</summary>
internal sealed class PageFolder(PackFolder files, string folder, OrganisationPack pack)
{
    private const string Ending = ".md";

    /// <summary>The pages that can be opened, by their codes; what is none is reported.</summary>
    public IEnumerable<(string Code, SourceFile File, FrontMatter Front)> Pages()
    {
        var names = files.NamesIn(folder);
        foreach (var name in names.Where(name => !IsPage(name, names)))
        {
            files.Report(Path(name), FileTexts.Unexpected);
        }

        foreach (var code in names.Where(IsOwn).Select(name => name[..^Ending.Length]))
        {
            if (files.Open(Path(code + Ending)) is { } file && FrontMatter.Read(file) is { } front)
            {
                yield return (code, file, front);
            }
        }
    }

    /// <summary>The words of a page in every language, its own keys being read.</summary>
    /// <param name="title">As read from the page itself.</param>
    public PageTexts Texts(
        string code,
        SourceFile file,
        FrontMatter front,
        string title,
        string banner = ""
    )
    {
        var texts = new List<PageText>
        {
            new(pack.Languages[0], title, banner, Html(file, front, pack.Languages[0]), false),
        };
        foreach (var language in pack.Languages.Skip(1))
        {
            var path = Path($"{code}.{language}{Ending}");
            if (
                files.Has(path)
                && files.Open(path) is { } source
                && FrontMatter.Read(source) is { } translated
            )
            {
                var isStale = Translation.IsOlder(translated.Fields, file);
                var text = new PageText(
                    language,
                    translated.Fields.RequiredText("title"),
                    banner.Length > 0 ? translated.Fields.RequiredText("banner") : "",
                    Html(source, translated, language),
                    isStale
                );
                translated.Fields.RefuseTheRest();
                texts.Add(text);
            }
        }

        return new(texts);
    }

    public static LocalText NameOf(PageTexts texts) =>
        new(TitleIn(texts, "uk"), TitleIn(texts, "en"));

    private static string TitleIn(PageTexts texts, string language) =>
        texts.All.FirstOrDefault(text => text.Language == language)?.Title ?? "";

    private string Html(SourceFile file, FrontMatter front, string language)
    {
        var text = MarkupText.OfPage(file, front.BodyStart, new(language, pack.Acts));
        Links.Follow(
            text,
            file.Path,
            new(
                "",
                new Dictionary<string, LinkedPage>(StringComparer.Ordinal),
                new HashSet<string>(StringComparer.Ordinal)
            )
        );
        return MarkupHtml.Of(text);
    }

    private bool IsPage(string name, IReadOnlyList<string> names) =>
        IsOwn(name)
        || pack.Languages.Skip(1)
            .Any(language =>
                name.EndsWith($".{language}{Ending}", StringComparison.Ordinal)
                && names.Contains(name[..^(language.Length + 1 + Ending.Length)] + Ending)
            );

    private static bool IsOwn(string name) =>
        name.EndsWith(Ending, StringComparison.Ordinal) && Slug.IsValid(name[..^Ending.Length]);

    private string Path(string name) => folder.Length == 0 ? name : $"{folder}/{name}";
}
