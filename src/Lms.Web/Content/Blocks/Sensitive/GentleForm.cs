using Lms.Domain.Courses;
using Lms.Web.Content.Blocks.Details;
using Lms.Web.Content.Blocks.Fences;
using Lms.Web.Content.Markup;
using Markdig.Renderers;

namespace Lms.Web.Content.Blocks.Sensitive;

/// <summary>The same as the sensitive block before it, in words that are easier to bear.</summary>
internal sealed class GentleForm() : BlockForm("gentle", LessonBlockKind.Gentle)
{
    public override bool IsForLessonsAlone => true;

    /// <summary>The gentle block that follows <paramref name="fence"/>, when one does.</summary>
    public static FenceBlock? After(FenceBlock fence) =>
        Beside(fence, +1) is { Form: GentleForm } gentle ? gentle : null;

    public override void Check(MarkupText text, FenceBlock fence)
    {
        if (Beside(fence, -1) is not { Form: SensitiveForm })
        {
            text.Report(SensitiveTexts.GentleAlone, fence.Span.Start);
        }
    }

    public override void Write(HtmlRenderer renderer, FenceBlock fence, MarkupSetting setting) =>
        DetailsForm.Write(
            renderer,
            fence,
            "fold gentle",
            setting.IsEnglish ? "Gentler text" : "М’якший виклад"
        );

    private static FenceBlock? Beside(FenceBlock fence, int steps) =>
        fence.Parent?.ElementAtOrDefault(fence.Parent.IndexOf(fence) + steps) as FenceBlock;
}
