using Lms.Domain.Courses;
using Lms.Web.Content.Blocks.Fences;
using Lms.Web.Content.Markup;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Lms.Web.Content.Blocks.Cases;

/// <summary>A made-up situation, always labelled as one: no real case stands in a course.</summary>
internal sealed class CaseForm() : BlockForm("case", LessonBlockKind.Case)
{
    public override void Write(HtmlRenderer renderer, FenceBlock fence, MarkupSetting setting)
    {
        renderer.Write("<div class=\"case\"").WriteAttributes(fence).WriteLine(">");
        renderer.Write("<p class=\"case-title\">");
        renderer
            .Write(setting.IsEnglish ? "Fictional case" : "Вигадана ситуація")
            .WriteLine("</p>");
        renderer.WriteChildren(fence);
        renderer.EnsureLine();
        renderer.WriteLine("</div>");
    }
}
