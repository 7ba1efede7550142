using Lms.Web.Content.Exchange.Answers;
using Lms.Web.Content.Exchange.Prose;

namespace Lms.Web.Content.Exchange.Gift;

/// <summary>Numbers: <c>3:2</c>, <c>1..5</c>, or several, each after <c>=</c>.</summary>
internal sealed class GiftNumbers(ForeignProse prose, QuestionScope scope, TextFormat format)
{
    public ImportedAnswers.Numeric? Read(GiftText answer)
    {
        if (answer.Length == 0)
        {
            scope.Say(ExchangeTexts.WithoutKey);
            return null;
        }

        var wrong = answer.IndexOf("~");
        var parts = GiftParts.Of(wrong < 0 ? answer : answer[..wrong].Trim(), "=");
        var graded = parts.Select(Graded).ToList();
        if (wrong >= 0)
        {
            graded.Add(new("*", 0, Feedback(answer[(wrong + 1)..])));
        }

        var accepted = TypedRules
            .Right(graded, scope)
            .Select(right =>
                Numbers(right.Text, scope.At(parts[graded.IndexOf(right)].Text.Offset))
            )
            .OfType<AcceptedNumbers>()
            .ToList();
        return scope.IsRefused ? null : new(accepted);
    }

    private GradedAnswer Graded(GiftPart part)
    {
        var (weight, rest) = part.Weight(scope.At(part.Text.Offset));
        return new(rest.CutOff("#").Before.Letters, weight ?? 100, Feedback(rest));
    }

    /// <summary>Behind the first hash.</summary>
    private string Feedback(GiftText answer) =>
        answer.CutOff("#").After is { } told
            ? prose.Blocks(GiftFormats.Read(told, format, scope), scope)
            : "";

    private static AcceptedNumbers? Numbers(string written, QuestionScope at)
    {
        if (written.Split("..") is [var from, var to])
        {
            return NumericRules.Between(from, to, at);
        }

        // The colon may be escaped: Moodle writes it so in texts, and takes it both ways.
        var parts = written.Split(':');
        return NumericRules.Around(parts[0], parts.Length > 1 ? parts[1] : "0", at);
    }
}
