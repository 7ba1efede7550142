using System.Globalization;
using Lms.Web.Content.Exchange.Answers;
using Lms.Web.Content.Exchange.Bank;

namespace Lms.Web.Content.Exchange.Gift;

/// <summary>What stands between the braces.</summary>
internal static class GiftAnswerLines
{
    // Moodle takes these shares alone (question_engine: grade options).
    private static readonly decimal[] Grades =
    [
        100,
        90,
        83.33333m,
        80,
        75,
        70,
        66.66667m,
        60,
        50,
        40,
        33.33333m,
        30,
        25,
        20,
        16.66667m,
        14.28571m,
        12.5m,
        11.11111m,
        10,
        5,
    ];

    public static string Of(ImportedAnswers answers, QuestionScope scope)
    {
        switch (answers)
        {
            case ImportedAnswers.Choice choice:
                return Lines(Options(choice));
            case ImportedAnswers.TrueFalse truth:
                return Truth(truth);
            case ImportedAnswers.ShortText typed:
                return Lines(typed.Accepted.Select(one => "=" + Typed(one, scope)));
            case ImportedAnswers.Numeric numbers:
                return "#" + Lines(numbers.Accepted.Select(Number));
            case ImportedAnswers.Matching matching:
                return Lines(matching.Pairs.Select(pair => Pair(pair, scope)));
            case ImportedAnswers.Essay:
                return "";
            default:
                scope.Say(GiftTexts.NoSuchKind);
                return "";
        }
    }

    private static string Lines(IEnumerable<string> lines) =>
        string.Concat(lines.Select(line => $"\n\t{line}")) + "\n";

    private static IEnumerable<string> Options(ImportedAnswers.Choice choice)
    {
        var right = choice.Options.Count(option => option.IsRight);
        var isWeighed = choice.Options.Any(option => option.Weight is not null);
        foreach (var option in choice.Options)
        {
            decimal percent =
                isWeighed ? Near(option.Weight ?? 0)
                : !choice.IsMultiple ? 0
                : Near(100m / right) * (option.IsRight ? 1 : -1);
            var mark =
                !choice.IsMultiple && option.IsRight ? "="
                : percent == 0 ? "~"
                : string.Create(CultureInfo.InvariantCulture, $"~%{percent:0.#####}%");
            var told = option.Feedback.Length == 0 ? "" : "#" + GiftProse.Of(option.Feedback);
            var text = GiftProse.Of(option.Text);
            // A percent sign right behind the mark would begin a weight.
            var none = mark == "~" && text.StartsWith('%') ? "%0%" : "";
            yield return mark + none + text + told;
        }
    }

    /// <summary>The share of Moodle's that a whole percent stands for.</summary>
    private static decimal Near(decimal percent)
    {
        var near = Grades.MinBy(grade => Math.Abs(grade - Math.Abs(percent)));
        return Math.Abs(near - Math.Abs(percent)) < 1 ? near * Math.Sign(percent) : percent;
    }

    private static string Truth(ImportedAnswers.TrueFalse truth)
    {
        var (wrong, right) = truth.IsTrue
            ? (truth.WhenFalse, truth.WhenTrue)
            : (truth.WhenTrue, truth.WhenFalse);
        var told =
            right.Length > 0 ? $"#{GiftProse.Of(wrong)}#{GiftProse.Of(right)}"
            : wrong.Length > 0 ? $"#{GiftProse.Of(wrong)}"
            : "";
        return (truth.IsTrue ? "TRUE" : "FALSE") + told;
    }

    private static string Typed(AcceptedText accepted, QuestionScope scope)
    {
        var text = accepted.IsPattern
            ? ShortTextRules.WithStars(accepted.Text)
            : accepted.Text.Replace("*", @"\*", StringComparison.Ordinal);
        if (text is null || text.Contains("->", StringComparison.Ordinal))
        {
            scope.Say(GiftTexts.NoSuchAnswer, accepted.Text);
        }

        var written = GiftProse.Escaped(text ?? "");
        // Neither a weight nor a format begins the text.
        return written.StartsWith('%') ? "%100%" + written
            : written.StartsWith('[') ? "[plain]" + written
            : written;
    }

    private static string Number(AcceptedNumbers numbers) =>
        numbers.From == numbers.To
            ? $"={NumberForm.Of(numbers.From)}"
            : $"={NumberForm.Of(numbers.From)}..{NumberForm.Of(numbers.To)}";

    private static string Pair(ImportedPair pair, QuestionScope scope)
    {
        // An arrow of the text would part it in the wrong place; in HTML it is written otherwise.
        var hasArrow = pair.Left.Contains("->", StringComparison.Ordinal);
        var left = GiftProse.Of(pair.Left, hasArrow);
        return $"={left} -> {GiftProse.WordsOf(pair.Right, scope)}";
    }
}
