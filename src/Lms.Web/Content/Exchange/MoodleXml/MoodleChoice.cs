using Lms.Web.Content.Exchange.Answers;
using Lms.Web.Content.Exchange.Prose;

namespace Lms.Web.Content.Exchange.MoodleXml;

internal sealed class MoodleChoice(
    XmlPart part,
    ForeignProse prose,
    QuestionScope scope,
    OnceInFile once
)
{
    public ImportedAnswers.Choice? Choice()
    {
        if (part.TextOf("answernumbering") is not ("" or "none"))
        {
            once.SayLost("answernumbering", scope);
        }

        var answers = MoodleAnswers.Of(
            part,
            prose,
            scope,
            (answer, at) => prose.Option(answer.Foreign(at), at)
        );
        return scope.IsRefused ? null : ChoiceRules.Of(part.Flag("single", true), answers, scope);
    }

    public ImportedAnswers.TrueFalse? TrueFalse()
    {
        var answers = MoodleAnswers.Of(part, prose, scope, (answer, _) => answer.Content);
        if (answers.Count != 2)
        {
            scope.Say(ExchangeTexts.TooFewAnswers, "2");
            return null;
        }

        // Old exports have the words of a language here, the true one first.
        var right = answers.FindIndex(answer =>
            answer.Text.Equals("true", StringComparison.OrdinalIgnoreCase)
        );
        var (yes, no) = right == 1 ? (answers[1], answers[0]) : (answers[0], answers[1]);
        if (yes.IsFull == no.IsFull)
        {
            scope.Say(ExchangeTexts.WithoutKey);
        }

        return scope.IsRefused ? null : new(yes.IsFull, yes.Feedback, no.Feedback);
    }
}
