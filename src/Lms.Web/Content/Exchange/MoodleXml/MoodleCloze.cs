using System.Text;
using Lms.Web.Content.Exchange.Answers;
using Lms.Web.Content.Exchange.Prose;

namespace Lms.Web.Content.Exchange.MoodleXml;

/// <summary>A text with fields in braces: those that choose or type a word become gaps.</summary>
internal sealed class MoodleCloze(XmlPart part, ForeignProse prose, QuestionScope scope)
{
    private readonly GapList gaps = new(prose, scope);
    private readonly HashSet<string> weights = [];

    public (string Prompt, ImportedAnswers? Answers) Read()
    {
        var source = part.ForeignOf("questiontext", scope);
        var text = gaps.Cleared(source.Text);
        if (source.IsTooLong)
        {
            scope.Say(ExchangeTexts.TooMuchText);
            return ("", null);
        }

        var to = new StringBuilder();
        for (var at = 0; at < text.Length; )
        {
            if (text[at] != '{' || ClozeField.At(text, at) is not { } field)
            {
                to.Append(text[at]);
                at++;
                continue;
            }

            if (field.End < 0)
            {
                gaps.Refuse(text[at..]);
                return ("", null);
            }

            to.Append(gaps.Add(Gap(field) ?? gaps.Refuse(text[at..field.End])));
            weights.Add(field.Weight is "" ? "1" : field.Weight);
            at = field.End;
        }

        if (weights.Count > 1)
        {
            scope.Say(ExchangeTexts.NotRepresented, "{2:…}");
        }

        return gaps.Fill(source with { Text = to.ToString() });
    }

    private string? Gap(ClozeField field)
    {
        // A mark may stand before the first answer, too.
        var written = field.Answers is ["", _, ..] ? field.Answers.Skip(1) : field.Answers;
        var answers = written.Select(Graded).ToList();
        switch (field.Type)
        {
            case "SHORTANSWER_C" or "SAC" or "MWC":
                scope.Say(ExchangeTexts.NotRepresented, field.Type);
                return Typed(answers);
            case "SHORTANSWER" or "SA" or "MW":
                return Typed(answers);
            case "NUMERICAL" or "NM":
                return Number(answers);
            case var type
                when type.StartsWith('M')
                    && !type.StartsWith("MULTIR", StringComparison.Ordinal)
                    && !type.StartsWith("MR", StringComparison.Ordinal):
                return Chosen(answers);
            default:
                return null;
        }
    }

    private string? Chosen(List<GradedAnswer> answers)
    {
        foreach (var answer in answers)
        {
            SayLost(answer, answer is { IsFull: false, Percent: > 0 });
        }

        return answers.Count(answer => answer.IsFull) == 1
            ? GapText.Chosen(
                [.. answers.Select(answer => answer.Text)],
                answers.FindIndex(answer => answer.IsFull)
            )
            : null;
    }

    private string? Typed(List<GradedAnswer> answers) =>
        GapText.Typed([
            .. TypedRules
                .Right(answers, scope)
                .Select(answer => answer.Text.Replace(@"\*", "*", StringComparison.Ordinal)),
        ]);

    private string? Number(List<GradedAnswer> answers)
    {
        var texts = new List<string>();
        foreach (var right in TypedRules.Right(answers, scope))
        {
            var parts = right.Text.Split(':');
            if (NumericRules.Number(parts[0], scope) is null)
            {
                return null;
            }

            if (parts.Length > 1 && NumericRules.Number(parts[1], scope) is not 0)
            {
                scope.Say(MoodleTexts.GapTolerance, right.Text);
                return null;
            }

            texts.Add(parts[0].Trim());
            if (parts[0].Contains('.', StringComparison.Ordinal))
            {
                texts.Add(parts[0].Trim().Replace('.', ','));
            }
        }

        return GapText.Typed(texts);
    }

    private void SayLost(GradedAnswer answer, bool isPartial)
    {
        if (isPartial)
        {
            scope.Say(ExchangeTexts.PartialCredit, answer.Text);
        }

        if (answer.Feedback.Length > 0)
        {
            scope.Say(ExchangeTexts.AnswerFeedbackLost, answer.Text);
        }
    }

    /// <summary><c>=text#feedback</c>, <c>%50%text#feedback</c> or <c>text#feedback</c></summary>
    private GradedAnswer Graded(string written)
    {
        var text = written.TrimStart();
        var percent = 0m;
        if (text.StartsWith('='))
        {
            (percent, text) = (100, text[1..]);
        }
        else if (text.StartsWith('%') && text.IndexOf('%', 1) is > 1 and var end)
        {
            percent = GradedAnswer.PercentOf(text[1..end], scope) ?? 0;
            text = text[(end + 1)..];
        }

        var (answer, told) = Told(text);
        return new(Words(answer), percent, told.Length > 0 ? Words(told) : "");
    }

    /// <summary>Cut at the hash that no backslash escapes, and entities have hashes too.</summary>
    private static (string Answer, string Told) Told(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\\')
            {
                at++;
            }
            else if (text[at] == '#' && (at == 0 || text[at - 1] != '&'))
            {
                return (text[..at], text[(at + 1)..]);
            }
        }

        return (text, "");
    }

    private string Words(string html)
    {
        var plain = new StringBuilder();
        for (var at = 0; at < html.Length; at++)
        {
            var isEscape = html[at] == '\\' && at + 1 < html.Length && html[at + 1] != '*';
            plain.Append(html[isEscape ? ++at : at]);
        }

        return prose.Words(new(plain.ToString(), TextFormat.Html), scope);
    }
}
