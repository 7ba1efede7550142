namespace Lms.Web.Content.Exchange.Answers;

internal static class MatchingRules
{
    private const int MostPairs = 30;

    /// <summary>Null, and said, when it cannot be asked here.</summary>
    public static ImportedAnswers.Matching? Of(
        IReadOnlyList<ImportedPair> pairs,
        QuestionScope scope
    )
    {
        if (pairs.Count(pair => pair.Left.Length > 0) < 2)
        {
            scope.Say(ExchangeTexts.TooFewAnswers, "2");
        }

        if (pairs.Count > MostPairs)
        {
            scope.Say(ExchangeTexts.TooManyAnswers, $"{MostPairs}");
        }

        if (pairs.Any(pair => pair.Right.Length == 0))
        {
            scope.Say(ExchangeTexts.EmptyAnswer);
        }

        return scope.IsRefused ? null : new(pairs);
    }
}
