using Lms.Domain.Courses;
using Lms.Web.Content.Blocks.Fences;
using Lms.Web.Content.Markup;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Lms.Web.Content.Blocks.Tabs;

/// <summary>Texts beside one another, each under its <c>### title</c>; without a script, in a row.</summary>
internal sealed class TabsForm() : BlockForm("tabs", LessonBlockKind.Tabs)
{
    private const int TitleLevel = 3;

    public override bool Allows(FenceBlock fence, HeadingBlock heading) =>
        heading.Level == TitleLevel && heading.Parent == fence;

    public override void Check(MarkupText text, FenceBlock fence)
    {
        if (fence.FirstOrDefault() is not HeadingBlock { Level: TitleLevel })
        {
            text.Report(
                TabsTexts.WithoutTabs,
                fence.FirstOrDefault()?.Span.Start ?? fence.Span.Start
            );
        }
    }

    public override void Write(HtmlRenderer renderer, FenceBlock fence, MarkupSetting setting)
    {
        renderer.Write("<div class=\"tabs\"").WriteAttributes(fence).WriteLine(">");
        var isOpen = false;
        foreach (var block in fence)
        {
            if (block is HeadingBlock title)
            {
                Close(renderer, isOpen);
                isOpen = true;
                Open(renderer, title);
            }
            else
            {
                renderer.Render(block);
            }
        }

        Close(renderer, isOpen);
        renderer.WriteLine("</div>");
    }

    private static void Open(HtmlRenderer renderer, HeadingBlock title)
    {
        renderer.Write("<section class=\"tab\"");
        if (HeadingAnchors.Of(title) is { } anchor)
        {
            renderer.Write(" id=\"").WriteEscape(anchor).Write("\"");
        }

        renderer.WriteLine(">").Write("<p class=\"tab-title\">");
        renderer.WriteLeafInline(title);
        renderer.WriteLine("</p>");
    }

    private static void Close(HtmlRenderer renderer, bool isOpen)
    {
        renderer.EnsureLine();
        if (isOpen)
        {
            renderer.WriteLine("</section>");
        }
    }
}
