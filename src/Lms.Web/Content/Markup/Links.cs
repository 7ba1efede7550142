using Lms.Web.Content.Assets;
using Lms.Web.Content.Blocks.Media;
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
        foreach (var inline in text.Inlines)
        {
            switch (inline)
            {
                case LinkInline { IsImage: true } picture:
                    ShownMedia.Follow(text, picture, file, targets);
                    break;
                case LinkInline link:
                    Follow(text, link, link.Url ?? "", file, targets);
                    LinkAttributes.Refuse(text, link);
                    break;
                case AutolinkInline link:
                    Follow(text, link, WrittenOf(link), file, targets);
                    break;
            }
        }
    }

    /// <summary>Whether a link or a picture needs another file of the course.</summary>
    public static bool LeadToOthers(MarkupText text) =>
        text.Inlines.Any(inline =>
            inline switch
            {
                LinkInline { IsImage: true } => true,
                LinkInline link => LeadsToOther(link.Url ?? ""),
                AutolinkInline link => LeadsToOther(WrittenOf(link)),
                _ => false,
            }
        );

    private static bool LeadsToOther(string written) =>
        Address.Read(written) is Address.InCourse { Path.Length: > 0 };

    private static string WrittenOf(AutolinkInline link) =>
        link.IsEmail ? $"mailto:{link.Url}" : link.Url;

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
            case Address.InCourse inside when targets.UseAsset(file, inside.Path) is { } asset:
                link.SetData(typeof(Href), Href.To(asset));
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
        if (path.Split('/').Contains(AssetFolder.Name))
        {
            text.Report(AssetTexts.Missing, at, targets.NearestAsset(file, path), [path]);
            return;
        }

        text.Report(MarkupTexts.BrokenLink, at, targets.NearestPage(file, path), [path]);
    }
}

/// <param name="IsForeign">Another site, which learns nothing of the page it is reached from.</param>
/// <param name="FileName">Under which it is saved; null when it is opened.</param>
internal sealed record Href(string Value, bool IsForeign, string? FileName = null)
{
    public static Href To(Asset asset) =>
        new(asset.Address, IsForeign: false, asset.Form.IsShownAlone ? null : asset.FileName);
}
