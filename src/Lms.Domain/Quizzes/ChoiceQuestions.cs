namespace Lms.Domain.Quizzes;

/// <param name="IsRight">The key.</param>
public sealed record Option(string Html, bool IsRight, string? FeedbackHtml)
{
    /// <summary>
    /// Percent of the question that choosing it gives or takes, −100 to 100; null when the key alone
    /// decides.
    /// </summary>
    public int? Weight { get; init; }
}

/// <summary>How a multiple response is scored. Names are stored as text and never change.</summary>
public enum ScoringMethod
{
    /// <summary>(right chosen − wrong chosen) / right, not under 0.</summary>
    Partial,

    /// <summary>All of the right ones and nothing else, or no points.</summary>
    AllOrNothing,
}

/// <summary>A question with options. Values: the ids of the options chosen.</summary>
public abstract record ChoiceQuestion : Question
{
    public required IReadOnlyList<Option> Options { get; init; }

    /// <summary>The options chosen, each once; ids that are not on the paper are none.</summary>
    public IReadOnlyList<Option> Chosen(PaperQuestion placed, IReadOnlyList<string> values) =>
        [
            .. placed
                .Options.Where(option => values.Contains(option.Id))
                .Select(option => Options[option.Index]),
        ];

    internal override PaperQuestion Lay(IChance chance, bool shuffles)
    {
        var options = PaperOption.For(Options.Count, chance);
        return new(Id, shuffles && !KeepsOrder ? chance.Shuffled(options) : options);
    }

    private protected override bool AcceptsSome(
        PaperQuestion placed,
        IReadOnlyList<string> values
    ) => values.All(value => placed.Options.Any(option => option.Id == value));

    private protected static Share Weighed(IReadOnlyList<Option> chosen) =>
        new(chosen.Sum(option => option.Weight ?? 0), 100);
}

/// <summary>One option is right; true / false is this with its order kept.</summary>
public sealed record SingleChoice : ChoiceQuestion
{
    public override QuestionKind Kind => QuestionKind.Single;

    public override Share Earned(PaperQuestion placed, IReadOnlyList<string> values) =>
        Chosen(placed, values) is not [var only] ? Share.None
        : Options.Any(option => option.Weight is not null) ? Weighed([only])
        : Share.When(only.IsRight);

    private protected override bool AcceptsSome(
        PaperQuestion placed,
        IReadOnlyList<string> values
    ) => values.Count == 1 && base.AcceptsSome(placed, values);
}

/// <summary>Any number of options is right.</summary>
public sealed record MultipleChoice : ChoiceQuestion
{
    public ScoringMethod Scoring { get; init; }

    public override QuestionKind Kind => QuestionKind.Multiple;

    public override Share Earned(PaperQuestion placed, IReadOnlyList<string> values)
    {
        var chosen = Chosen(placed, values);
        var all = Options.Count(option => option.IsRight);
        var right = chosen.Count(option => option.IsRight);
        var wrong = chosen.Count - right;
        return all == 0 ? Share.None
            : Scoring == ScoringMethod.AllOrNothing ? Share.When(right == all && wrong == 0)
            : Options.Any(option => option.Weight is not null) ? Weighed(chosen)
            : new(right - wrong, all);
    }
}
