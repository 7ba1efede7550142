namespace Lms.Web.Content.Exchange.Answers;

/// <summary>What holds of words and numbers to be typed: an answer is right or is none.</summary>
internal static class TypedRules
{
    private const int MostAnswers = 30;
    private const int LongestAnswer = 500;

    /// <summary>Those that earn all points; what the rest loses is said.</summary>
    public static IReadOnlyList<GradedAnswer> Right(
        IReadOnlyList<GradedAnswer> answers,
        QuestionScope scope
    )
    {
        foreach (var answer in answers)
        {
            if (answer is { IsFull: false, Percent: > 0 })
            {
                scope.Say(ExchangeTexts.PartialCredit, answer.Text);
            }

            if (answer.Feedback.Length > 0)
            {
                scope.Say(ExchangeTexts.AnswerFeedbackLost, answer.Text);
            }
        }

        var right = answers.Where(answer => answer.IsFull).ToList();
        if (right.Count == 0)
        {
            scope.Say(ExchangeTexts.WithoutKey);
        }

        if (right.Count > MostAnswers)
        {
            scope.Say(ExchangeTexts.TooManyAnswers, $"{MostAnswers}");
        }

        if (right.Exists(answer => string.IsNullOrWhiteSpace(answer.Text)))
        {
            scope.Say(ExchangeTexts.EmptyAnswer);
        }

        if (right.Exists(answer => answer.Text.Length > LongestAnswer))
        {
            scope.Say(ExchangeTexts.TooMuchText);
        }

        return right;
    }
}
