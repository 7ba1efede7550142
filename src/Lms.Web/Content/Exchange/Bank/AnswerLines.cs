using System.Globalization;
using Lms.Web.Content.Exchange.Answers;
using Lms.Web.Content.Exchange.Prose;

namespace Lms.Web.Content.Exchange.Bank;

/// <summary>The last list or table of a question.</summary>
internal static class AnswerLines
{
    public static string Of(ImportedQuestion question, bool withFeedback) =>
        question.Answers switch
        {
            ImportedAnswers.Choice choice => Joined(
                choice.Options.Select(option => Option(option, withFeedback))
            ),
            ImportedAnswers.TrueFalse truth => Joined(
                Pair(truth, question.Prompt).Select(option => Option(option, withFeedback))
            ),
            ImportedAnswers.ShortText typed => Joined(Accepted(typed.Accepted)),
            ImportedAnswers.Numeric numbers => Joined(numbers.Accepted.Select(Accepted)),
            ImportedAnswers.Matching matching => Table(matching.Pairs, question.Prompt),
            ImportedAnswers.Ordering ordering => Joined(
                ordering.Steps.Select((step, at) => $"{at + 1}. {step}")
            ),
            ImportedAnswers.Essay essay => Criteria(essay.Criteria),
            ImportedAnswers.FileUpload file => Criteria(file.Criteria),
            _ => "",
        };

    private static string Joined(IEnumerable<string> lines) => string.Join('\n', lines);

    private static string Option(ImportedOption option, bool withFeedback)
    {
        var weight = option.Weight is { } percent
            ? string.Create(CultureInfo.InvariantCulture, $" {{weight={percent}}}")
            : "";
        var mark = option.IsRight ? "- [x] " : "- [ ] ";
        // The braces end the first paragraph.
        var end = option.Text.IndexOf("\n\n", StringComparison.Ordinal);
        var text = end < 0 ? option.Text + weight : option.Text.Insert(end, weight);
        var feedback =
            withFeedback && option.Feedback.Length > 0
                ? "\n  " + Lines.Indented(Lines.Quoted(option.Feedback), 2)
                : "";
        return mark + Lines.Indented(text, 2) + feedback;
    }

    private static IEnumerable<ImportedOption> Pair(ImportedAnswers.TrueFalse truth, string prompt)
    {
        var isUkrainian = Language.IsUkrainian(prompt);
        yield return new(isUkrainian ? "Правильно" : "True", truth.IsTrue, null, truth.WhenTrue);
        yield return new(
            isUkrainian ? "Неправильно" : "False",
            !truth.IsTrue,
            null,
            truth.WhenFalse
        );
    }

    private static IEnumerable<string> Accepted(IReadOnlyList<AcceptedText> accepted)
    {
        // A list of nothing but numbers would be read as a question about a number.
        var isNumeric = accepted.All(one => !one.IsPattern && NumberForm.Is(one.Text));
        return accepted.Select(one =>
            one.IsPattern ? $"- =~ `{one.Text}`"
            : isNumeric ? $"- =~ `{ShortTextRules.Literally(one.Text)}`"
            : $"- = {EscapedText.Of(one.Text)}"
        );
    }

    private static string Accepted(AcceptedNumbers numbers) =>
        numbers.From == numbers.To
            ? $"- = {NumberForm.Of(numbers.From)}"
            : $"- = {NumberForm.Of(numbers.From)}..{NumberForm.Of(numbers.To)}";

    private static string Table(IReadOnlyList<ImportedPair> pairs, string prompt) =>
        Joined([
            Language.IsUkrainian(prompt) ? "| ліворуч | праворуч |" : "| left | right |",
            "|---|---|",
            .. pairs.Select(pair => $"| {pair.Left} | {pair.Right} |"),
        ]);

    private static string Criteria(IReadOnlyList<string> criteria) =>
        Joined(criteria.Select(criterion => $"- {criterion}"));
}
