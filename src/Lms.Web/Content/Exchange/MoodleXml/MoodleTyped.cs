using Lms.Web.Content.Exchange.Answers;
using Lms.Web.Content.Exchange.Prose;

namespace Lms.Web.Content.Exchange.MoodleXml;

internal sealed class MoodleTyped(XmlPart part, ForeignProse prose, QuestionScope scope)
{
    public ImportedAnswers.ShortText? ShortText()
    {
        if (part.Flag("usecase", false))
        {
            scope.Say(ExchangeTexts.NotRepresented, "usecase");
        }

        var answers = MoodleAnswers.Of(
            part,
            prose,
            scope,
            (answer, at) => prose.Words(ForeignText.Plain(answer.Content), at)
        );
        return scope.IsRefused ? null : ShortTextRules.Of(answers, scope);
    }

    public ImportedAnswers.Numeric? Numeric()
    {
        if (part.Find("units")?.Parts.Count > 0)
        {
            scope.Say(ExchangeTexts.NotRepresented, "units");
        }

        var parts = part.All("answer").ToList();
        var answers = MoodleAnswers.Of(part, prose, scope, (answer, _) => answer.Content);
        if (scope.IsRefused)
        {
            return null;
        }

        TypedRules.Right(answers, scope);
        var accepted = answers
            .Zip(parts)
            .Where(two => two.First.IsFull)
            .Select(two => Around(two.First.Text, two.Second))
            .OfType<AcceptedNumbers>()
            .ToList();
        return scope.IsRefused ? null : new(accepted);
    }

    private AcceptedNumbers? Around(string number, XmlPart written) =>
        NumericRules.Around(
            number,
            written.TextOf("tolerance") is { Length: > 0 } tolerance ? tolerance : "0",
            scope.At(written.Line, written.Column)
        );
}
