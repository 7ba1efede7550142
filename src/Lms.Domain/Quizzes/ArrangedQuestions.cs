namespace Lms.Domain.Quizzes;

/// <param name="LeftHtml">What is asked about.</param>
/// <param name="RightHtml">What belongs to it.</param>
public sealed record MatchingPair(string LeftHtml, string RightHtml);

/// <summary>
/// Things on the left get their partners from the right; a share for each pair. Values:
/// <c>left:right</c>, ids of the paper's options and targets.
/// </summary>
public sealed record Matching : Question
{
    public required IReadOnlyList<MatchingPair> Pairs { get; init; }

    /// <summary>Right sides that belong to nothing.</summary>
    public IReadOnlyList<string> DistractorsHtml { get; init; } = [];

    /// <summary>
    /// Right sides of the left ones, by their indexes, where a later key judges; null while
    /// <see cref="Pairs"/> are the key. Never stored.
    /// </summary>
    internal IReadOnlyList<int>? Partners { get; init; }

    public override QuestionKind Kind => QuestionKind.Matching;

    /// <summary>What belongs to the left side at an index.</summary>
    public int PartnerOf(int left) => Partners is null ? left : Partners[left];

    /// <summary>The right side at a target's index: those of the pairs, then the distractors.</summary>
    public string RightHtml(int index) =>
        index < Pairs.Count ? Pairs[index].RightHtml : DistractorsHtml[index - Pairs.Count];

    public override Share Earned(PaperQuestion placed, IReadOnlyList<string> values) =>
        new(
            placed.Options.Count(left =>
                placed.ValueOf(left.Id, values) is { } chosen
                && placed.Targets.FirstOrDefault(target => target.Id == chosen) is { } right
                && RightHtml(right.Index) == RightHtml(PartnerOf(left.Index))
            ),
            Pairs.Count
        );

    internal override PaperQuestion Lay(IChance chance, bool shuffles)
    {
        var lefts = PaperOption.For(Pairs.Count, chance);
        var rights = PaperOption.For(Pairs.Count + DistractorsHtml.Count, chance);
        // The right side is shuffled always: in its own order it would be the key.
        return new(Id, shuffles && !KeepsOrder ? chance.Shuffled(lefts) : lefts)
        {
            Targets =
            [
                .. chance
                    .Shuffled(rights)
                    .Select(right => new PaperTarget(right.Id, 0, right.Index)),
            ],
        };
    }

    private protected override bool AcceptsSome(
        PaperQuestion placed,
        IReadOnlyList<string> values
    ) =>
        placed.ArePairs(values)
        && values.All(value =>
            placed.Targets.Any(target => target.Id == PaperQuestion.Cut(value).Value)
        );
}

/// <summary>
/// Steps are put in order; a share for each two that stand side by side as they should. Values: the
/// ids of all steps, in the learner's order.
/// </summary>
public sealed record Ordering : Question
{
    /// <summary>In the right order, two and more.</summary>
    public required IReadOnlyList<string> StepsHtml { get; init; }

    /// <summary>
    /// Right places of the steps, by their indexes, where a later key judges; null while
    /// <see cref="StepsHtml"/> are the key. Never stored.
    /// </summary>
    internal IReadOnlyList<int>? Places { get; init; }

    public override QuestionKind Kind => QuestionKind.Ordering;

    /// <summary>The right place of the step at an index, from 0.</summary>
    public int PlaceOf(int step) => Places is null ? step : Places[step];

    public override Share Earned(PaperQuestion placed, IReadOnlyList<string> values)
    {
        if (values.Count == 0 || !Accepts(placed, values))
        {
            return Share.None;
        }

        var order = values
            .Select(value => PlaceOf(placed.Options.First(option => option.Id == value).Index))
            .ToList();
        return new(
            order.Zip(order.Skip(1)).Count(two => two.Second == two.First + 1),
            StepsHtml.Count - 1
        );
    }

    internal override PaperQuestion Lay(IChance chance, bool shuffles) =>
        // Always shuffled: the written order is the key.
        new(Id, chance.Shuffled(PaperOption.For(StepsHtml.Count, chance)));

    private protected override bool AcceptsSome(
        PaperQuestion placed,
        IReadOnlyList<string> values
    ) =>
        values.Count == placed.Options.Count
        && values.All(value => placed.Options.Any(option => option.Id == value));
}
