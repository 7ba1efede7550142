using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Lms.Web.Content.Blocks.Callouts;

/// <summary>A callout as an aside with its title; any other quote as a quote.</summary>
internal sealed class CalloutRenderer : HtmlObjectRenderer<QuoteBlock>
{
    protected override void Write(HtmlRenderer renderer, QuoteBlock quote)
    {
        var callout = Callout.Of(quote);
        renderer.EnsureLine();
        Open(renderer, quote, callout);
        // In a tight list too: its items alone go without the marks of a paragraph.
        var wasImplicit = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = false;
        renderer.WriteChildren(quote);
        renderer.ImplicitParagraph = wasImplicit;
        renderer.EnsureLine();
        Close(renderer, callout);
    }

    private static void Open(HtmlRenderer renderer, QuoteBlock quote, Callout? callout)
    {
        if (callout is null)
        {
            renderer.Write("<blockquote").WriteAttributes(quote).WriteLine(">");
            return;
        }

        var kind = callout.Kind.ToString().ToLowerInvariant();
        renderer.Write($"<aside class=\"callout {kind}\" role=\"note\"").WriteAttributes(quote);
        renderer.WriteLine(">");
        renderer.Write("<p class=\"callout-title\">").WriteEscape(callout.Title).WriteLine("</p>");
    }

    private static void Close(HtmlRenderer renderer, Callout? callout)
    {
        if (callout?.Source is { } source)
        {
            renderer.Write("<footer class=\"callout-source\">").WriteEscape(source);
            renderer.WriteLine("</footer>");
        }

        renderer.WriteLine(callout is null ? "</blockquote>" : "</aside>");
    }
}
