using Lms.Web.Content.Blocks.Media;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Lms.Web.Content.Markup;

/// <summary>Writes the address that <see cref="Links"/> gave, or the text alone.</summary>
internal sealed class LinkRenderer(MarkupSetting setting) : HtmlObjectRenderer<LinkInline>
{
    protected override void Write(HtmlRenderer renderer, LinkInline link)
    {
        if (link.IsImage)
        {
            MediaHtml.Write(renderer, link, setting);
            return;
        }

        var href = Links.Of(link);
        Anchor.Open(renderer, href, link.Title);
        renderer.WriteChildren(link);
        Anchor.Close(renderer, href);
    }
}

internal sealed class AutolinkRenderer : HtmlObjectRenderer<AutolinkInline>
{
    protected override void Write(HtmlRenderer renderer, AutolinkInline link)
    {
        var href = Links.Of(link);
        Anchor.Open(renderer, href, null);
        renderer.WriteEscape(link.Url);
        Anchor.Close(renderer, href);
    }
}

file static class Anchor
{
    public static void Open(HtmlRenderer renderer, Href? href, string? title)
    {
        if (href is null)
        {
            return;
        }

        renderer.Write("<a href=\"").WriteEscapeUrl(href.Value).Write("\"");
        if (!string.IsNullOrEmpty(title))
        {
            renderer.Write(" title=\"").WriteEscape(title).Write("\"");
        }

        if (href.FileName is { } name)
        {
            renderer.Write(" download=\"").WriteEscape(name).Write("\"");
        }

        renderer.Write(href.IsForeign ? " rel=\"noopener noreferrer\">" : ">");
    }

    public static void Close(HtmlRenderer renderer, Href? href)
    {
        if (href is not null)
        {
            renderer.Write("</a>");
        }
    }
}
