using Lms.Domain.Courses;
using Lms.Web.Content.Blocks.Definitions;
using Lms.Web.Content.Blocks.Fences;
using Lms.Web.Content.Markup;
using Markdig.Extensions.DefinitionLists;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Lms.Web.Content.Blocks.Timeline;

/// <summary>What happened when: a definition list of dates and texts.</summary>
internal sealed class TimelineForm() : BlockForm("timeline", LessonBlockKind.Timeline)
{
    public override void Check(MarkupText text, FenceBlock fence) =>
        DefinitionLists.Only(text, fence);

    public override void Write(HtmlRenderer renderer, FenceBlock fence, MarkupSetting setting)
    {
        renderer.Write("<dl class=\"timeline\"").WriteAttributes(fence).WriteLine(">");
        foreach (var definition in fence.OfType<DefinitionList>().SelectMany(DefinitionLists.Of))
        {
            renderer.WriteLine("<div>");
            foreach (var term in definition.Terms)
            {
                renderer.Write("<dt>").WriteLeafInline(term).WriteLine("</dt>");
            }

            foreach (var said in definition.Said)
            {
                Write(renderer, said);
            }

            renderer.WriteLine("</div>");
        }

        renderer.WriteLine("</dl>");
    }

    private static void Write(HtmlRenderer renderer, IReadOnlyList<Block> said)
    {
        renderer.Write("<dd>");
        if (said is [ParagraphBlock only])
        {
            renderer.WriteLeafInline(only);
        }
        else
        {
            renderer.WriteLine();
            foreach (var block in said)
            {
                renderer.Render(block);
            }
        }

        renderer.WriteLine("</dd>");
    }
}
