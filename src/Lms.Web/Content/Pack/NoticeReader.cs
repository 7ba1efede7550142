using Lms.Web.Content.Courses;
using Lms.Web.Content.Files;
using Lms.Web.Content.Markup;
using Lms.Web.Content.Yaml;

namespace Lms.Web.Content.Pack;

/// <summary>Reads <c>privacy.md</c> and, for each other language, <c>privacy.en.md</c>.</summary>
internal static class NoticeReader
{
    private const string Own = "privacy.md";
    private const int LastVersion = 9999;

    public static PrivacyNotice Read(PackFolder files, OrganisationPack pack)
    {
        if (!files.Has(Own))
        {
            files.Report(Own, PackTexts.NoNotice);
            return PrivacyNotice.None;
        }

        if (files.Open(Own) is not { } source || FrontMatter.Read(source) is not { } front)
        {
            return PrivacyNotice.None;
        }

        front.Fields.Require("version");
        var version = front.Fields.Whole("version", 1, LastVersion) ?? 0;
        var texts = new Dictionary<string, NoticeText>(StringComparer.Ordinal)
        {
            [pack.Languages[0]] = Text(source, front, new(pack.Languages[0], pack.Acts), false),
        };
        foreach (var language in pack.Languages.Skip(1))
        {
            var name = $"privacy.{language}.md";
            if (
                files.Has(name)
                && files.Open(name) is { } file
                && FrontMatter.Read(file) is { } translated
            )
            {
                var isStale = Translation.IsOlder(translated.Fields, source);
                texts[language] = Text(file, translated, new(language, pack.Acts), isStale);
            }
        }

        return new(version, texts);
    }

    private static NoticeText Text(
        SourceFile file,
        FrontMatter front,
        MarkupSetting setting,
        bool isStale
    )
    {
        var title = front.Fields.RequiredText("title");
        front.Fields.RefuseTheRest();
        var text = MarkupText.OfPage(file, front.BodyStart, setting);
        Links.Follow(
            text,
            file.Path,
            new(
                "",
                new Dictionary<string, LinkedPage>(StringComparer.Ordinal),
                new HashSet<string>(StringComparer.Ordinal)
            )
        );
        return new(setting.Language, title, MarkupHtml.Of(text), isStale);
    }
}
