using Lms.Web.Content.Exchange.Prose;

namespace Lms.Web.Content.Exchange.Bank;

/// <summary>
/// The heading of a question and the text below it: the first line of the prompt, when it can be
/// one, else a line of ours.
/// </summary>
internal static class PromptParts
{
    private const string Break = "\\\n";
    private const int LongestHeading = 1_000;

    public static (string Heading, string Below) Of(ImportedQuestion question)
    {
        var prompt = question.Prompt;
        var end = prompt.IndexOf("\n\n", StringComparison.Ordinal);
        var first = end < 0 ? prompt : prompt[..end];
        var rest = end < 0 ? "" : prompt[(end + 2)..];
        var line = first.IndexOf(Break, StringComparison.Ordinal);
        if (line > 0 && IsHeading(first[..line]) && !first.Contains('*', StringComparison.Ordinal))
        {
            var below = first[(line + Break.Length)..];
            return (first[..line], rest.Length == 0 ? below : $"{below}\n\n{rest}");
        }

        return IsHeading(first) ? (first, rest) : (OwnHeading(question), prompt);
    }

    /// <summary>One line of text without a gap, which headings cannot hold.</summary>
    private static bool IsHeading(string block) =>
        block.Length is > 0 and <= LongestHeading
        && !block.Contains('\n', StringComparison.Ordinal)
        && !block.Contains("___{", StringComparison.Ordinal)
        && WrittenBlock.IsText(block);

    private static string OwnHeading(ImportedQuestion question)
    {
        var isUkrainian = Language.IsUkrainian(question.Prompt);
        return question.Answers switch
        {
            ImportedAnswers.Cloze => isUkrainian ? "Заповніть пропуски." : "Fill in the gaps.",
            ImportedAnswers.Matching => isUkrainian ? "З’єднайте пари." : "Match the pairs.",
            ImportedAnswers.Ordering => isUkrainian ? "Розставте за порядком." : "Put in order.",
            ImportedAnswers.Essay => isUkrainian ? "Напишіть відповідь." : "Write an answer.",
            ImportedAnswers.FileUpload => isUkrainian ? "Додайте файл." : "Hand in a file.",
            _ => isUkrainian ? "Дайте відповідь." : "Answer the question.",
        };
    }
}
