using Lms.Domain.Courses;
using Lms.Domain.Quizzes;
using Lms.Web.Content.Blocks.Fences;
using Lms.Web.Content.Markup;
using Markdig.Renderers;

namespace Lms.Web.Content.Blocks.Polls;

/// <summary>
/// A question on a slide: <c>poll</c> or, with a key, <c>check</c>. The slide shows what is asked; the
/// answers are the session's.
/// </summary>
internal sealed class PollForm(string name, bool needsKey)
    : BlockForm(name, LessonBlockKind.Question)
{
    public bool NeedsKey => needsKey;

    public override bool IsForSlidesAlone => true;

    public override bool HasAttributesOfItsOwn => true;

    public override bool IsQuestion => true;

    /// <summary>The question that was read from the block, before the slide is written.</summary>
    public static void Keep(FenceBlock fence, Question question) =>
        fence.SetData(typeof(PollForm), question);

    public override void Write(HtmlRenderer renderer, FenceBlock fence, MarkupSetting setting)
    {
        if (fence.GetData(typeof(PollForm)) is not Question question)
        {
            return;
        }

        var title = (needsKey, setting.IsEnglish) switch
        {
            (true, true) => "Attention check",
            (true, false) => "Перевірка уваги",
            (false, true) => "Poll",
            (false, false) => "Опитування",
        };
        renderer.WriteLine("<div class=\"practice\">");
        renderer.WriteLine($"<p class=\"practice-title\">{title}</p>");
        renderer.WriteLine(question.PromptHtml);
        renderer.WriteLine("</div>");
    }
}
