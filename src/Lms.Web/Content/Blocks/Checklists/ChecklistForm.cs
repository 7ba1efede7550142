using Lms.Domain.Courses;
using Lms.Web.Content.Blocks.Fences;
using Lms.Web.Content.Markup;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Lms.Web.Content.Blocks.Checklists;

/// <summary>
/// A list that each learner ticks off. Its boxes are dead and belong to the form <c>ticks</c> of the
/// page, which brings them to life for a learner.
/// </summary>
internal sealed class ChecklistForm() : BlockForm("checklist", LessonBlockKind.Checklist)
{
    public override bool IsForLessonsAlone => true;

    public override void Check(MarkupText text, FenceBlock fence)
    {
        if (fence is not [ListBlock list])
        {
            text.Report(
                ChecklistTexts.Expected,
                (fence.FirstOrDefault(block => block is not ListBlock) ?? fence).Span.Start
            );
            return;
        }

        if (fence is { Parent: not MarkdownDocument, Attributes: null })
        {
            text.Report(ChecklistTexts.WithoutId, fence.Span.Start);
        }

        foreach (var entry in list.OfType<ListItemBlock>())
        {
            Check(text, entry);
        }
    }

    public override void Write(HtmlRenderer renderer, FenceBlock fence, MarkupSetting setting)
    {
        renderer.Write("<ul class=\"checklist\" role=\"list\"").WriteAttributes(fence);
        renderer.WriteLine(">");
        foreach (var entry in fence.OfType<ListBlock>().SelectMany(list => list))
        {
            Write(renderer, (ListItemBlock)entry);
        }

        renderer.WriteLine("</ul>");
    }

    private static void Check(MarkupText text, ListItemBlock entry)
    {
        if (ItemMark.AttributesOf(entry) is { } attributes)
        {
            text.Refuse(attributes);
        }

        if (ItemMark.Of(entry) is { IsChosen: true } mark)
        {
            text.Report(ChecklistTexts.Ticked, mark.Offset);
        }

        if (entry is not [ParagraphBlock words, ..] || PlainText.Of(words).Length == 0)
        {
            text.Report(ChecklistTexts.Empty, entry.Span.Start);
        }
    }

    private static void Write(HtmlRenderer renderer, ListItemBlock entry)
    {
        renderer.Write("<li><label>");
        if (ChecklistEntries.IdOf(entry) is { } id)
        {
            renderer.Write(
                "<input type=\"checkbox\" disabled form=\"ticks\" name=\"ticked\" value=\""
            );
            renderer.WriteEscape(id).Write("\">");
        }

        renderer.WriteLeafInline(entry.OfType<ParagraphBlock>().FirstOrDefault() ?? new());
        renderer.Write("</label>");
        foreach (var block in entry.Skip(1))
        {
            renderer.Render(block);
        }

        renderer.WriteLine("</li>");
    }
}
