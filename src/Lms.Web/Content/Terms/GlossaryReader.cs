using Lms.Web.Content.Courses;
using Lms.Web.Content.Files;
using Lms.Web.Content.Markup;
using Lms.Web.Content.Pack;
using Lms.Web.Content.Yaml;

namespace Lms.Web.Content.Terms;

/// <summary>
/// Reads <c>glossary.md</c> and, for each other language of the organisation, <c>glossary.en.md</c>.
/// </summary>
public static class GlossaryReader
{
    private const int MostBytes = 256 * 1024;

    /// <param name="contentRoot">The folder that holds <c>courses</c>.</param>
    /// <param name="courses">Slugs, which meanings may link to.</param>
    public static Glossary Read(
        string contentRoot,
        OrganisationPack pack,
        IReadOnlySet<string> courses,
        Findings findings
    )
    {
        var texts = new Dictionary<string, GlossaryText>();
        SourceFile? own = null;
        foreach (var (index, language) in pack.Languages.Index())
        {
            var name = index == 0 ? "glossary.md" : $"glossary.{language}.md";
            var full = Path.Combine(contentRoot, name);
            if (
                File.Exists(full)
                && SourceFile.Open(full, name, findings) is { } file
                && FrontMatter.Read(file) is { } front
            )
            {
                var isStale = own is not null && Translation.IsOlder(front.Fields, own);
                texts[language] = Read(file, front, new(language, pack.Acts), courses) with
                {
                    IsStale = isStale,
                };
                own ??= index == 0 ? file : null;
            }
        }

        return new(texts);
    }

    private static GlossaryText Read(
        SourceFile file,
        FrontMatter front,
        MarkupSetting setting,
        IReadOnlySet<string> courses
    )
    {
        var title = front.Fields.RequiredText("title");
        _ = front.Fields.Text("source");
        front.Fields.RefuseTheRest();
        var text = MarkupText.Of(
            file,
            front.BodyStart,
            file.Text.Length,
            MostBytes,
            setting with
            {
                Terms = null,
            }
        );
        Links.Follow(
            text,
            file.Path,
            new("", new Dictionary<string, LinkedPage>(StringComparer.Ordinal), courses)
        );
        var glossary = new GlossaryText(setting.Language, title, GlossaryEntries.Read(text));
        TermUses.Mark(text, glossary);
        return glossary;
    }
}
