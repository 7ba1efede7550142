using Lms.Web.Content.Blocks.Checklists;
using Lms.Web.Content.Blocks.Fences;
using Lms.Web.Content.Markup;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lms.Web.Content.Blocks.Tasks;

/// <summary>The mark of a task, <c>- [ ]</c> or <c>- [x]</c>, before its words.</summary>
internal sealed class TaskMark(bool isDone) : LeafInline
{
    public bool IsDone => isDone;
}

/// <summary>A list of tasks of a lesson: it is read, never ticked.</summary>
internal static class Tasks
{
    public static void Mark(MarkupText text)
    {
        foreach (var item in text.Blocks<ListItemBlock>())
        {
            if (
                item.Parent?.Parent is not FenceBlock { Form: ChecklistForm }
                && !IsOption(item)
                && ItemMark.Of(item) is { IsKnown: true } mark
                && item is [ParagraphBlock { Inline: { } words }, ..]
            )
            {
                var task = new TaskMark(mark.IsChosen) { Span = new(mark.Offset, mark.Offset + 2) };
                if (words.FirstChild is { } first)
                {
                    first.InsertBefore(task);
                }
                else
                {
                    words.AppendChild(task);
                }
            }
        }
    }

    /// <summary>In a question the mark is the key.</summary>
    private static bool IsOption(ListItemBlock item)
    {
        for (var around = item.Parent; around is not null; around = around.Parent)
        {
            if (around is FenceBlock { Form.IsQuestion: true })
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A box drawn as text, with its meaning in words for a screen reader.</summary>
internal sealed class TaskMarkRenderer(MarkupSetting setting) : HtmlObjectRenderer<TaskMark>
{
    protected override void Write(HtmlRenderer renderer, TaskMark mark)
    {
        var (box, words) = mark.IsDone
            ? ("☑", setting.IsEnglish ? "done" : "зроблено")
            : ("☐", setting.IsEnglish ? "to do" : "зробити");
        renderer.Write($"<span class=\"task\" role=\"img\" aria-label=\"{words}\">{box}</span> ");
    }
}
