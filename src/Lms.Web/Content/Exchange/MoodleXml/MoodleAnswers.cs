using Lms.Web.Content.Exchange.Answers;
using Lms.Web.Content.Exchange.Prose;

namespace Lms.Web.Content.Exchange.MoodleXml;

/// <summary>The elements <c>answer</c> of a question.</summary>
internal static class MoodleAnswers
{
    private const int Most = 30;

    /// <param name="text">What becomes of the text of one.</param>
    public static List<GradedAnswer> Of(
        XmlPart part,
        ForeignProse prose,
        QuestionScope scope,
        Func<XmlPart, QuestionScope, string> text
    )
    {
        var answers = new List<GradedAnswer>();
        foreach (var answer in Few(part.All("answer"), scope))
        {
            var at = scope.At(answer.Line, answer.Column);
            var fraction = answer.Attributes.GetValueOrDefault("fraction", "0");
            if (GradedAnswer.PercentOf(fraction, at) is { } percent)
            {
                var told = prose.Blocks(answer.ForeignOf("feedback", at), at);
                answers.Add(new(text(answer, at), percent, told));
            }
        }

        return answers;
    }

    /// <summary>As many as a question can have and one more; what is over them is said.</summary>
    public static IEnumerable<T> Few<T>(IEnumerable<T> answers, QuestionScope scope)
    {
        var few = answers.Take(Most + 1).ToList();
        if (few.Count > Most)
        {
            scope.Say(ExchangeTexts.TooManyAnswers, $"{Most}");
        }

        return few.Take(Most);
    }
}
