using System.Globalization;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Lms.Web.Content.Quizzes.Gaps;

/// <summary>Shows where a gap is and never what belongs in it.</summary>
internal sealed class GapRenderer : HtmlObjectRenderer<GapInline>
{
    protected override void Write(HtmlRenderer renderer, GapInline gap)
    {
        if (gap.Index is { } index)
        {
            renderer.Write("<span class=\"gap\" data-gap=\"");
            renderer.Write(index.ToString(CultureInfo.InvariantCulture));
            renderer.Write("\"></span>");
        }
    }
}
