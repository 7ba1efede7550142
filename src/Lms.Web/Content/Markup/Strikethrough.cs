using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Renderers.Html.Inlines;

namespace Lms.Web.Content.Markup;

/// <summary>
/// <c>~~struck~~</c>, with two tildes alone: between one and one an author writes numbers, "5~10".
/// </summary>
internal static class Strikethrough
{
    private const char Mark = '~';

    public static void Open(EmphasisInlineParser emphasis) =>
        emphasis.EmphasisDescriptors.Add(new(Mark, 2, 2, enableWithinWord: true));

    public static void Open(HtmlRenderer renderer) =>
        renderer.ObjectRenderers.FindExact<EmphasisInlineRenderer>()!.GetTag = emphasis =>
            emphasis.DelimiterChar == Mark ? "del" : EmphasisInlineRenderer.GetDefaultTag(emphasis);
}
