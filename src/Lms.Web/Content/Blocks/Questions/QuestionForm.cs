using System.Net;
using Lms.Domain.Courses;
using Lms.Domain.Quizzes;
using Lms.Web.Content.Blocks.Fences;
using Lms.Web.Content.Markup;
using Lms.Web.Features.Shared;
using Markdig.Renderers;

namespace Lms.Web.Content.Blocks.Questions;

/// <summary>
/// One practice question. The lesson holds its prompt and a link alone: a page of its own asks it, and
/// its key never leaves the server.
/// </summary>
internal sealed class QuestionForm() : BlockForm("question", LessonBlockKind.Question)
{
    private const int MostLetters = 300;
    private const string Gap = "<span class=\"gap\"";

    public override bool IsForLessonsAlone => true;

    public override bool HasAttributesOfItsOwn => true;

    public override bool IsQuestion => true;

    /// <summary>The question that was read from the block, before the lesson is written.</summary>
    public static void Keep(FenceBlock fence, Question? question)
    {
        if (question is not null)
        {
            fence.SetData(typeof(QuestionForm), question);
        }
    }

    /// <summary>The plain words of its prompt; nothing of what stands below it.</summary>
    public static string WordsOf(Question question)
    {
        var html = question.PromptHtml.Replace(Gap, $"____{Gap}", StringComparison.Ordinal);
        return string.Join(' ', HtmlPassages.Of(html, []).Select(passage => passage.Text));
    }

    public override void Write(HtmlRenderer renderer, FenceBlock fence, MarkupSetting setting)
    {
        if (
            WrittenIds.Of(fence) is not { } id
            || fence.GetData(typeof(QuestionForm)) is not Question question
        )
        {
            return;
        }

        var title = setting.IsEnglish ? "A question for practice" : "Запитання для практики";
        var words = WordsOf(question);
        words = words.Length > MostLetters ? $"{words[..MostLetters]}…" : words;
        renderer.WriteLine($"<div class=\"practice\" id=\"{id}\">");
        renderer.WriteLine($"<p class=\"practice-title\">{title}</p>");
        renderer
            .Write($"<p><a href=\"{setting.Page}/practice/{id}\">")
            .Write(WebUtility.HtmlEncode(words.Length == 0 ? title : words));
        renderer.WriteLine("</a></p>");
        renderer.WriteLine("</div>");
    }
}
