namespace Lms.Web.Content.Exchange.Answers;

/// <summary>Turns graded options into ours: keys, and weights where the keys do not say it all.</summary>
internal static class ChoiceRules
{
    private const int MostOptions = 30;

    /// <summary>Null, and said, when it cannot be asked here.</summary>
    public static ImportedAnswers.Choice? Of(
        bool isSingle,
        IReadOnlyList<GradedAnswer> answers,
        QuestionScope scope
    )
    {
        if (answers.Count < 2)
        {
            scope.Say(ExchangeTexts.TooFewAnswers, "2");
            return null;
        }

        if (answers.Count > MostOptions)
        {
            scope.Say(ExchangeTexts.TooManyAnswers, $"{MostOptions}");
            return null;
        }

        if (answers.Any(answer => answer.Text.Length == 0))
        {
            scope.Say(ExchangeTexts.EmptyAnswer);
            return null;
        }

        return isSingle ? Single(answers, scope) : Multiple(answers, scope);
    }

    private static ImportedAnswers.Choice? Single(
        IReadOnlyList<GradedAnswer> answers,
        QuestionScope scope
    )
    {
        var right = answers.Count(answer => answer.IsFull);
        if (right != 1)
        {
            scope.Say(right == 0 ? ExchangeTexts.WithoutKey : ExchangeTexts.SeveralRight);
            return null;
        }

        var isWeighed = answers.Any(answer => answer is { IsFull: false, Percent: not 0 });
        return new(
            false,
            [
                .. answers.Select(answer =>
                    Option(answer, answer.IsFull, isWeighed ? Round(answer) : null)
                ),
            ]
        );
    }

    private static ImportedAnswers.Choice? Multiple(
        IReadOnlyList<GradedAnswer> answers,
        QuestionScope scope
    )
    {
        var right = answers.Where(answer => answer.Percent > 0).ToList();
        switch (right)
        {
            case []:
                scope.Say(ExchangeTexts.WithoutKey);
                return null;
            case [_]:
                scope.Say(ExchangeTexts.OneRightOfMany);
                return Plain(false, answers);
        }

        if (right.Sum(answer => answer.Percent) is < 99 or > 101)
        {
            scope.Say(ExchangeTexts.WeightsUneven);
            return Plain(true, answers);
        }

        return IsOurRule(answers, right.Count) ? Plain(true, answers) : Weighed(answers, right);
    }

    /// <summary>Every right one gives the same share, and every wrong one takes it.</summary>
    private static bool IsOurRule(IReadOnlyList<GradedAnswer> answers, int right) =>
        answers.All(answer => Math.Abs(Math.Abs(answer.Percent) - 100m / right) < 0.5m);

    private static ImportedAnswers.Choice Plain(
        bool isMultiple,
        IReadOnlyList<GradedAnswer> answers
    ) => new(isMultiple, [.. answers.Select(answer => Option(answer, answer.Percent > 0, null))]);

    /// <summary>Whole percents; what rounding leaves over goes to the first right ones.</summary>
    private static ImportedAnswers.Choice Weighed(
        IReadOnlyList<GradedAnswer> answers,
        List<GradedAnswer> right
    )
    {
        var left = 100 - right.Sum(answer => (int)decimal.Floor(answer.Percent));
        var options = new List<ImportedOption>();
        foreach (var answer in answers)
        {
            var isRight = answer.Percent > 0;
            var extra = isRight && left > 0 ? 1 : 0;
            left -= extra;
            var weight = isRight ? (int)decimal.Floor(answer.Percent) + extra : Round(answer);
            options.Add(Option(answer, isRight, weight));
        }

        return new(true, options);
    }

    private static ImportedOption Option(GradedAnswer answer, bool isRight, int? weight) =>
        new(answer.Text, isRight, weight is 0 ? null : weight, answer.Feedback);

    private static int Round(GradedAnswer answer) =>
        (int)decimal.Round(answer.Percent, MidpointRounding.AwayFromZero);
}
