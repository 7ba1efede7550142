using Lms.Web.Content.Exchange.Answers;
using Lms.Web.Content.Exchange.Prose;

namespace Lms.Web.Content.Exchange.MoodleXml;

internal sealed class MoodleArranged(XmlPart part, ForeignProse prose, QuestionScope scope)
{
    public ImportedAnswers.Matching? Matching()
    {
        var pairs = new List<ImportedPair>();
        foreach (var pair in MoodleAnswers.Few(part.All("subquestion"), scope))
        {
            var at = scope.At(pair.Line, pair.Column);
            var right = ForeignText.Plain(pair.TextOf("answer"));
            pairs.Add(new(prose.Line(pair.Foreign(at), at), prose.Line(right, at)));
        }

        return scope.IsRefused ? null : MatchingRules.Of(pairs, scope);
    }

    /// <summary>The steps stand in the right order.</summary>
    public ImportedAnswers.Ordering? Ordering(OnceInFile once)
    {
        if (part.TextOf("gradingtype").Length > 0)
        {
            once.SayLost("gradingtype", scope);
        }

        if (part.TextOf("selecttype") is not ("" or "ALL" or "0"))
        {
            scope.Say(ExchangeTexts.NotRepresented, "selecttype");
        }

        var steps = new List<string>();
        foreach (var answer in MoodleAnswers.Few(part.All("answer"), scope))
        {
            var at = scope.At(answer.Line, answer.Column);
            steps.Add(prose.Line(answer.Foreign(at), at));
        }

        if (steps.Count < 2)
        {
            scope.Say(ExchangeTexts.TooFewAnswers, "2");
        }

        if (steps.Contains(""))
        {
            scope.Say(ExchangeTexts.EmptyAnswer);
        }

        return scope.IsRefused ? null : new(steps);
    }
}
