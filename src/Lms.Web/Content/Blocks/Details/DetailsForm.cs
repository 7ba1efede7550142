using Lms.Domain.Courses;
using Lms.Web.Content.Blocks.Fences;
using Lms.Web.Content.Markup;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Lms.Web.Content.Blocks.Details;

/// <summary>Text that a reader opens: <c>::: details Title</c>.</summary>
internal sealed class DetailsForm() : BlockForm("details", LessonBlockKind.Details)
{
    public override TitleUse Title => TitleUse.Required;

    public override void Write(HtmlRenderer renderer, FenceBlock fence, MarkupSetting setting) =>
        Write(renderer, fence, "fold", fence.Title);

    public static void Write(HtmlRenderer renderer, FenceBlock fence, string look, string summary)
    {
        renderer.Write("<details class=\"").Write(look).Write("\"").WriteAttributes(fence);
        renderer.Write("><summary>").WriteEscape(summary).WriteLine("</summary>");
        renderer.WriteChildren(fence);
        renderer.EnsureLine();
        renderer.WriteLine("</details>");
    }
}
