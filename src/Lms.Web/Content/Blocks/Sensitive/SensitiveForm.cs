using Lms.Domain.Courses;
using Lms.Web.Content.Blocks.Fences;
using Lms.Web.Content.Markup;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Lms.Web.Content.Blocks.Sensitive;

/// <summary>
/// Text that is hard to read: the note comes first, and the learner opens it, reads the gentle one
/// after it, or goes on.
/// </summary>
internal sealed class SensitiveForm() : BlockForm("sensitive", LessonBlockKind.Sensitive)
{
    public override TitleUse Title => TitleUse.Required;

    public override bool IsForLessonsAlone => true;

    public override void Check(MarkupText text, FenceBlock fence)
    {
        if (GentleForm.After(fence) is null)
        {
            text.Report(SensitiveTexts.WithoutGentle, fence.Span.Start);
        }
    }

    public override void Write(HtmlRenderer renderer, FenceBlock fence, MarkupSetting setting)
    {
        renderer.Write("<div class=\"sensitive\"").WriteAttributes(fence).WriteLine(">");
        renderer.Write("<p class=\"sensitive-note\"><strong>");
        renderer.Write(setting.IsEnglish ? "Ahead: " : "Далі: ").WriteEscape(fence.Title);
        renderer.Write("</strong><br>").Write(Choice(setting, GentleForm.After(fence) is not null));
        renderer.WriteLine("</p>");
        renderer.Write("<details class=\"fold\"><summary>");
        renderer.Write(setting.IsEnglish ? "Open this part" : "Відкрити цю частину");
        renderer.WriteLine("</summary>");
        renderer.WriteChildren(fence);
        renderer.EnsureLine();
        renderer.WriteLine("</details>").WriteLine("</div>");
    }

    private static string Choice(MarkupSetting setting, bool hasGentle) =>
        (setting.IsEnglish, hasGentle) switch
        {
            (true, true) =>
                "Open it, read the gentler text below, or go on. The lesson counts as completed"
                    + " either way, and nobody is told what you chose.",
            (true, false) =>
                "Open it or go on. The lesson counts as completed either way, and nobody is told"
                    + " what you chose.",
            (false, true) =>
                "Відкрийте, прочитайте м’якший виклад нижче або йдіть далі. Урок зарахується так"
                    + " само, і про ваш вибір ніхто не дізнається.",
            (false, false) =>
                "Відкрийте або йдіть далі. Урок зарахується так само, і про ваш вибір ніхто не"
                    + " дізнається.",
        };
}
