using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Lms.Web.Content.Blocks.Abbreviations;

internal sealed class AbbreviationRenderer : HtmlObjectRenderer<AbbreviationInline>
{
    protected override void Write(HtmlRenderer renderer, AbbreviationInline written) =>
        renderer
            .Write("<abbr title=\"")
            .WriteEscape(written.Meaning)
            .Write("\">")
            .WriteEscape(written.Short)
            .Write("</abbr>");
}
