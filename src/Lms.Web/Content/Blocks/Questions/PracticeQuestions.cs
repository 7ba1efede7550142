using Lms.Domain.Courses;
using Lms.Domain.Quizzes;
using Lms.Web.Content.Blocks.Fences;
using Lms.Web.Content.Blocks.Ids;
using Lms.Web.Content.Markup;
using Lms.Web.Content.Quizzes;
using Markdig.Syntax;

namespace Lms.Web.Content.Blocks.Questions;

internal static class PracticeQuestions
{
    /// <summary>The questions of a lesson whose links have been followed, in their order.</summary>
    public static IReadOnlyList<Question> Read(MarkupText text)
    {
        var questions = new List<Question>();
        foreach (var fence in text.Blocks<FenceBlock>().Where(IsQuestion))
        {
            // The note would stand below the lesson before the question is answered.
            LessonOnly.RefuseNotes(text, fence);
            var question = QuestionReader.Read(WrittenQuestion.InFence(text, fence));
            if (question is { IsMarkedByRule: false })
            {
                text.Report(PracticeTexts.NotByTrainer, fence.Span.Start);
            }
            else if (question is not null)
            {
                QuestionForm.Keep(fence, question);
                questions.Add(question);
            }
        }

        return questions;
    }

    /// <summary>
    /// The blocks with the words of each question: those of its prompt, because what stands below it
    /// is its key.
    /// </summary>
    public static IReadOnlyList<LessonBlock> Worded(
        IReadOnlyList<LessonBlock> blocks,
        IReadOnlyList<Question> questions
    )
    {
        var words = questions
            .DistinctBy(question => question.Id)
            .ToDictionary(question => question.Id, QuestionForm.WordsOf);
        return
        [
            .. blocks.Select(block =>
                block.Kind == LessonBlockKind.Question
                    ? block with
                    {
                        Text = Short(words.GetValueOrDefault(block.Id, "")),
                    }
                    : block
            ),
        ];
    }

    private static bool IsQuestion(FenceBlock fence) => fence.Form is QuestionForm;

    private static string Short(string words) =>
        words.Length > BlockWords.Most ? words[..BlockWords.Most] : words;
}
