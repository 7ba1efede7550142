using Lms.Web.Content.Files;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lms.Web.Content.Markup;

/// <summary>
/// Follows the links of a text. Only a link that leads somewhere allowed gets an address; the
/// renderer writes the rest as plain text.
/// </summary>
internal static class Links
{
    /// <summary>The address to write; null when the link was refused.</summary>
    public static Href? Of(Inline link) => link.GetData(typeof(Href)) as Href;

    /// <param name="file">Path of the text within the course folder.</param>
    public static void Follow(MarkupText text, string file, LinkTargets targets)
    {
        foreach (var link in text.Document.Descendants<LinkInline>().Where(link => !link.IsImage))
        {
            Follow(text, link, link.Url ?? "", file, targets);
            RefuseAttributes(text, link);
        }

        foreach (var link in text.Document.Descendants<AutolinkInline>())
        {
            Follow(text, link, link.IsEmail ? $"mailto:{link.Url}" : link.Url, file, targets);
        }
    }

    private static void Follow(
        MarkupText text,
        Inline link,
        string written,
        string file,
        LinkTargets targets
    )
    {
        var at = link.Span.Start;
        switch (Address.Read(written))
        {
            case Address.OnWeb web:
                link.SetData(typeof(Href), new Href(web.Href, IsForeign: true));
                break;
            case Address.ToPerson person:
                link.SetData(typeof(Href), new Href(person.Href, IsForeign: false));
                break;
            case Address.OnSite page when targets.IsOnSite(page.Path):
                link.SetData(typeof(Href), new Href(page.Path, IsForeign: false));
                break;
            case Address.OnSite page:
                text.Report(MarkupTexts.BrokenLink, at, page.Path);
                break;
            case Address.InCourse inside when targets.Find(file, inside.Path) is { } page:
                FollowInside(text, link, inside, page);
                break;
            case Address.InCourse inside:
                ReportBroken(text, at, file, inside.Path, targets);
                break;
            case Address.Refused when link is LinkInline { IsAutoLink: true }:
                // It was written as words, and stays words.
                break;
            default:
                text.Report(MarkupTexts.UnsafeAddress, at, written);
                break;
        }
    }

    private static void FollowInside(
        MarkupText text,
        Inline link,
        Address.InCourse inside,
        LinkedPage page
    )
    {
        var hasAnchor = inside.Anchor.Length > 0;
        if (hasAnchor && !page.Anchors.Contains(inside.Anchor))
        {
            var nearest = Nearest.To(inside.Anchor, page.Anchors);
            text.Report(MarkupTexts.BrokenAnchor, link.Span.Start, nearest, [inside.Anchor]);
            return;
        }

        var path = inside.Path.Length == 0 ? "" : page.Href;
        var anchor = hasAnchor ? $"#{Uri.EscapeDataString(inside.Anchor)}" : "";
        link.SetData(typeof(Href), new Href(path + anchor, IsForeign: false));
    }

    private static void ReportBroken(
        MarkupText text,
        int at,
        string file,
        string path,
        LinkTargets targets
    )
    {
        if (path.Split('/').Contains("assets"))
        {
            text.Report(FileTexts.NotOpenYet, at, path);
            return;
        }

        var folder = file.Split('/')[..^1];
        var beside = targets.Pages.Keys.Select(page => NameFrom(folder, page));
        text.Report(MarkupTexts.BrokenLink, at, Nearest.To(path, beside), [path]);
    }

    private static string NameFrom(string[] folder, string page)
    {
        var inFolder = string.Concat(folder.Select(step => step + "/"));
        return inFolder.Length > 0 && page.StartsWith(inFolder, StringComparison.Ordinal)
            ? page[inFolder.Length..]
            : string.Concat(Enumerable.Repeat("../", folder.Length)) + page;
    }

    private static void RefuseAttributes(MarkupText text, LinkInline link)
    {
        if (link.NextSibling is LiteralInline next && next.Content.AsSpan() is ['{', .. var rest])
        {
            var end = rest.IndexOf('}');
            var inside = end < 0 ? rest : rest[..end];
            text.Report(MarkupTexts.UnknownAttribute, next.Span.Start, inside.ToString());
        }
    }
}

/// <param name="IsForeign">Another site, which learns nothing of the page it is reached from.</param>
internal sealed record Href(string Value, bool IsForeign);
