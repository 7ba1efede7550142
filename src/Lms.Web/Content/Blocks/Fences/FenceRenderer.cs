using Lms.Web.Content.Markup;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Lms.Web.Content.Blocks.Fences;

internal sealed class FenceRenderer(MarkupSetting setting) : HtmlObjectRenderer<FenceBlock>
{
    protected override void Write(HtmlRenderer renderer, FenceBlock fence)
    {
        renderer.EnsureLine();
        if (fence.Form is { } form)
        {
            form.Write(renderer, fence, setting);
        }
        else
        {
            renderer.WriteChildren(fence);
        }

        renderer.EnsureLine();
    }
}

/// <summary>A fence that is no block has been reported and is not shown.</summary>
internal sealed class StrayFenceRenderer : HtmlObjectRenderer<StrayFence>
{
    protected override void Write(HtmlRenderer renderer, StrayFence fence) { }
}
