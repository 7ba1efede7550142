using Lms.Web.Content.Blocks.Include;
using Lms.Web.Content.Decks;
using Lms.Web.Content.Files;
using Lms.Web.Content.Markup;
using Markdig.Syntax;

namespace Lms.Web.Content.Blocks.Fences;

/// <summary>Checks the blocks of a text: first their fences, then what each demands.</summary>
internal static class Fences
{
    public static void Check(MarkupText text, bool isLesson)
    {
        foreach (var stray in text.Blocks<StrayFence>())
        {
            text.Report(stray.Reason, stray.Span.Start);
        }

        foreach (var heading in text.Blocks<HeadingBlock>())
        {
            if (Around(heading) is { } fence && fence.Form?.Allows(fence, heading) != true)
            {
                text.Report(FenceTexts.HeadingInside, heading.Span.Start, fence.Name);
            }
        }

        foreach (var fence in text.Blocks<FenceBlock>())
        {
            CheckFence(text, fence);
            CheckName(text, fence, isLesson);
            CheckTitle(text, fence);
            CheckAttributes(text, fence);
            fence.Form?.Check(text, fence);
        }
    }

    /// <summary>The block that a part of the text stands in; null when in none.</summary>
    public static FenceBlock? Around(Block block)
    {
        var around = block.Parent;
        while (around is not (null or FenceBlock))
        {
            around = around.Parent;
        }

        return around as FenceBlock;
    }

    private static void CheckFence(MarkupText text, FenceBlock fence)
    {
        if (!fence.IsClosed)
        {
            text.Report(FenceTexts.NeverClosed, fence.Span.Start, fence.Name);
        }

        if (fence.IsTooLong)
        {
            text.Report(FenceTexts.TooLong, fence.Span.Start, new string(':', fence.Colons + 1));
        }
    }

    private static void CheckName(MarkupText text, FenceBlock fence, bool isLesson)
    {
        if (fence.Form is null)
        {
            var nearest = Nearest.To(fence.Name, BlockForms.Names);
            text.Report(FenceTexts.UnknownBlock, fence.NameOffset, nearest, [fence.Name]);
        }
        else if (fence.Form.IsForSlidesAlone && !text.Setting.IsDeck)
        {
            text.Report(DeckTexts.OnlyOnSlides, fence.NameOffset, fence.Name);
        }
        else if (fence.Form.IsForLessonsAlone && !isLesson && !MayBeInSnippet(text, fence))
        {
            text.Report(FenceTexts.OnlyInLessons, fence.NameOffset, fence.Name);
        }
    }

    private static bool MayBeInSnippet(MarkupText text, FenceBlock fence) =>
        fence.Form is IncludeForm && text.Setting.Inclusion is not null;

    private static void CheckTitle(MarkupText text, FenceBlock fence)
    {
        if (fence.Form?.Title == TitleUse.Required && fence.Title.Length == 0)
        {
            text.Report(FenceTexts.WithoutTitle, fence.Span.Start, fence.Name);
        }

        if (fence.Form?.Title == TitleUse.None && fence.Title.Length > 0)
        {
            text.Report(FenceTexts.TakesNoTitle, fence.TitleOffset, fence.Name);
        }
    }

    private static void CheckAttributes(MarkupText text, FenceBlock fence)
    {
        if (fence is { Attributes: { } attributes, Form.HasAttributesOfItsOwn: not true })
        {
            text.Refuse(attributes, "#");
        }
    }
}
