namespace Lms.Domain.Quizzes;

/// <summary>
/// What one attempt puts before one learner: the questions in their order, and for each part of one
/// a random id that says nothing of it. Fixed when the attempt is opened.
/// </summary>
public sealed record Paper(IReadOnlyList<PaperQuestion> Questions)
{
    public PaperQuestion? Find(string questionId) =>
        Questions.FirstOrDefault(question => question.QuestionId == questionId);

    /// <summary>Lays out a paper; <paramref name="chance"/> decides draws, orders and ids.</summary>
    /// <param name="uses">How often the learner met each question before, by its id.</param>
    public static Paper Of(Quiz quiz, IReadOnlyDictionary<string, int> uses, IChance chance)
    {
        var asked = quiz.Questions.Concat(quiz.Draw(uses, chance)).ToList();
        var ordered = quiz.Rules.Shuffle ? chance.Shuffled(asked) : asked;
        return new([.. ordered.Select(question => question.Lay(chance, quiz.Rules.Shuffle))]);
    }
}

/// <param name="Options">
/// In the order shown: options of a choice, left sides of a matching, steps of an ordering, gaps of a
/// cloze.
/// </param>
public sealed record PaperQuestion(string QuestionId, IReadOnlyList<PaperOption> Options)
{
    /// <summary>In the order shown: right sides of a matching, options of a cloze's gaps.</summary>
    public IReadOnlyList<PaperTarget> Targets { get; init; } = [];

    /// <summary>What <c>id:value</c> says.</summary>
    public static (string Id, string Value) Cut(string pair)
    {
        var at = pair.IndexOf(':', StringComparison.Ordinal);
        return at < 0 ? (pair, "") : (pair[..at], pair[(at + 1)..]);
    }

    /// <summary>The value given for an option; null when none is.</summary>
    public string? ValueOf(string option, IReadOnlyList<string> values)
    {
        foreach (var pair in values)
        {
            if (
                pair.Length > option.Length
                && pair[option.Length] == ':'
                && pair.StartsWith(option, StringComparison.Ordinal)
            )
            {
                return pair[(option.Length + 1)..];
            }
        }

        return null;
    }

    /// <summary>Each value is <c>id:value</c> of an option, no option twice.</summary>
    internal bool ArePairs(IReadOnlyList<string> values)
    {
        var ids = values.Select(value => Cut(value).Id).ToList();
        return ids.Distinct(StringComparer.Ordinal).Count() == ids.Count
            && values.All(value => value.Contains(':', StringComparison.Ordinal))
            && ids.TrueForAll(id => Options.Any(option => option.Id == id));
    }
}

/// <param name="Id">Random, unique in the attempt; the only name of the part outside the server.</param>
/// <param name="Index">The part's place in the published question.</param>
public sealed record PaperOption(string Id, int Index)
{
    internal static IReadOnlyList<PaperOption> For(int count, IChance chance) =>
        [.. Enumerable.Range(0, count).Select(index => new PaperOption(chance.OptionId(), index))];
}

/// <param name="Id">As of an option.</param>
/// <param name="Of">Index of the gap it belongs to; 0 in a matching.</param>
/// <param name="Index">Its place in the published question.</param>
public sealed record PaperTarget(string Id, int Of, int Index);

/// <summary>Randomness as a parameter: the domain has none of its own.</summary>
public interface IChance
{
    /// <summary>The things in an order of chance, no more than <paramref name="most"/> of them.</summary>
    IReadOnlyList<T> Shuffled<T>(IEnumerable<T> things, int most = int.MaxValue);

    string OptionId();
}
