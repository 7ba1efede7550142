using Lms.Web.Content;
using Lms.Web.Content.Files;
using Lms.Web.Content.Markup;
using Lms.Web.Content.Pack;

namespace Lms.Web.Features.Shared.Assigning;

/// <summary>The Markdown of an announcement, by the walls that lessons pass: no HTML, links checked.</summary>
public static class AnnouncementText
{
    public const int LongestTitle = 200;
    public const int LongestBody = 20_000;

    private const string Path = "announcement.md";

    /// <summary>What stands against the text, in words; empty when nothing does.</summary>
    public static IReadOnlyList<string> Faults(string body, OrganisationPack pack, Texts texts)
    {
        var findings = new Findings();
        _ = Read(body, pack, findings);
        return
        [
            .. findings
                .All.Where(finding => finding.Severity == Severity.Error)
                .Select(finding => finding.MessageIn(texts.Language)),
        ];
    }

    public static string Html(string body, OrganisationPack pack) =>
        Read(body, pack, new Findings()) ?? "";

    private static string? Read(string body, OrganisationPack pack, Findings findings)
    {
        if (SourceFile.Of(body, Path, findings) is not { } file)
        {
            return null;
        }

        var text = MarkupText.OfPage(file, 0, new(pack.Languages[0], pack.Acts));
        Links.Follow(
            text,
            Path,
            new(
                "",
                new Dictionary<string, LinkedPage>(StringComparer.Ordinal),
                new HashSet<string>(StringComparer.Ordinal)
            )
        );
        return MarkupHtml.Of(text);
    }
}
