using System.Globalization;
using System.Text;
using Lms.Web.Content.Exchange.Prose;

namespace Lms.Web.Content.Exchange.Bank;

/// <summary>Writes a question as a bank holds it (docs/authoring.md).</summary>
internal static class BankWriter
{
    /// <summary>Id and Markdown, which begins with <c>##</c> and ends with a line feed.</summary>
    public static (string Id, string Markdown) Write(ImportedQuestion question)
    {
        var (heading, rest) = PromptParts.Of(question);
        var answers = AnswerLines.Of(question, withFeedback: true);
        var id = question.Id ?? QuestionIds.Of(Asked(question));
        var markdown = new StringBuilder("## ").Append(heading).Append(' ');
        markdown.Append('{').Append(Attributes(question, id)).Append("}\n");
        Append(markdown, rest);
        Append(markdown, answers);
        Append(
            markdown,
            question.Explanation.Length == 0 ? "" : Lines.Quoted(question.Explanation)
        );
        return (id, markdown.ToString());
    }

    private static string Asked(ImportedQuestion question) =>
        $"{question.Answers.GetType().Name}\n{question.Prompt}\n{AnswerLines.Of(question, withFeedback: false)}";

    private static void Append(StringBuilder markdown, string block)
    {
        if (block.Length > 0)
        {
            markdown.Append('\n').Append(block).Append('\n');
        }
    }

    private static string Attributes(ImportedQuestion question, string id)
    {
        string?[] all =
        [
            $"#{id}",
            question.Answers switch
            {
                ImportedAnswers.Matching => "type=matching",
                ImportedAnswers.Ordering => "type=ordering",
                ImportedAnswers.Essay => "type=essay",
                ImportedAnswers.FileUpload => "type=file",
                _ => null,
            },
            question.Answers is ImportedAnswers.Essay { MinWords: { } words }
                ? string.Create(CultureInfo.InvariantCulture, $"min-words={words}")
                : null,
            question.Points != 1
                ? string.Create(CultureInfo.InvariantCulture, $"points={question.Points:0.###}")
                : null,
            question.KeepsOrder ? "shuffle=false" : null,
            question.Tags.Count > 0 ? $"tags={string.Join(',', question.Tags)}" : null,
        ];
        return string.Join(' ', all.OfType<string>());
    }
}
