using Lms.Domain.Courses;
using Lms.Web.Content.Blocks.Definitions;
using Lms.Web.Content.Blocks.Fences;
using Lms.Web.Content.Markup;
using Markdig.Extensions.DefinitionLists;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Lms.Web.Content.Blocks.Cards;

/// <summary>Cards to be turned: a definition list of fronts and backs.</summary>
internal sealed class CardsForm() : BlockForm("cards", LessonBlockKind.Cards)
{
    public override void Check(MarkupText text, FenceBlock fence) =>
        DefinitionLists.Only(text, fence);

    public override void Write(HtmlRenderer renderer, FenceBlock fence, MarkupSetting setting)
    {
        renderer.Write("<div class=\"cards\"").WriteAttributes(fence).WriteLine(">");
        foreach (var card in fence.OfType<DefinitionList>().SelectMany(DefinitionLists.Of))
        {
            Write(renderer, card);
        }

        renderer.WriteLine("</div>");
    }

    private static void Write(HtmlRenderer renderer, Definition card)
    {
        renderer.Write("<details class=\"fold\"><summary>");
        foreach (var (index, front) in card.Terms.Index())
        {
            renderer.Write(index > 0 ? "<br>" : "").WriteLeafInline(front);
        }

        renderer.WriteLine("</summary>");
        foreach (var block in card.Said.SelectMany(back => back))
        {
            renderer.Render(block);
        }

        renderer.EnsureLine();
        renderer.WriteLine("</details>");
    }
}
