using System.Globalization;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Lms.Web.Content.Markup;

internal sealed class AnchoredHeadingRenderer : HtmlObjectRenderer<HeadingBlock>
{
    protected override void Write(HtmlRenderer renderer, HeadingBlock heading)
    {
        var tag = string.Create(CultureInfo.InvariantCulture, $"h{HeadingOrder.LevelOf(heading)}");
        renderer.EnsureLine();
        renderer.Write('<').Write(tag);
        if (HeadingAnchors.Of(heading) is { } anchor)
        {
            renderer.Write(" id=\"").WriteEscape(anchor).Write("\"");
        }

        renderer.Write(">");
        renderer.WriteLeafInline(heading);
        renderer.Write("</").Write(tag).WriteLine(">");
    }
}
