namespace Lms.Domain.Quizzes;

/// <summary>A gap of a text, typed when it has no options, else chosen.</summary>
/// <param name="Accepted">Of a typed gap: any of them is right.</param>
/// <param name="OptionsHtml">Of a chosen gap.</param>
/// <param name="Right">Index of the right one of the options.</param>
public sealed record Gap(
    IReadOnlyList<TextKey> Accepted,
    IReadOnlyList<string> OptionsHtml,
    int Right
)
{
    public bool IsChosen => OptionsHtml.Count > 0;
}

/// <summary>
/// A text with gaps, a share for each. The prompt holds an element <c>data-gap</c> with the index of
/// each gap. Values: <c>gap:text</c> or <c>gap:target</c>, ids of the paper's options and targets.
/// </summary>
public sealed record Cloze : Question
{
    public required IReadOnlyList<Gap> Gaps { get; init; }

    public override QuestionKind Kind => QuestionKind.Cloze;

    public override Share Earned(PaperQuestion placed, IReadOnlyList<string> values) =>
        new(placed.Options.Count(gap => IsRight(placed, gap, values)), Gaps.Count);

    public bool IsRight(PaperQuestion placed, PaperOption gap, IReadOnlyList<string> values)
    {
        var (key, given) = (Gaps[gap.Index], placed.ValueOf(gap.Id, values));
        return given is not null
            && (
                key.IsChosen
                    ? placed.Targets.Any(target =>
                        target.Id == given && target.Of == gap.Index && target.Index == key.Right
                    )
                    : key.Accepted.Any(accepted => accepted.Matches(given))
            );
    }

    internal override PaperQuestion Lay(IChance chance, bool shuffles) =>
        new(Id, PaperOption.For(Gaps.Count, chance))
        {
            Targets =
            [
                .. Gaps.SelectMany(
                    (gap, index) =>
                    {
                        var options = PaperOption.For(gap.OptionsHtml.Count, chance);
                        // The format writes the right one first or marks it: the order is a key.
                        return chance
                            .Shuffled(options)
                            .Select(option => new PaperTarget(option.Id, index, option.Index));
                    }
                ),
            ],
        };

    private protected override bool AcceptsSome(
        PaperQuestion placed,
        IReadOnlyList<string> values
    ) => placed.ArePairs(values) && values.All(value => Fits(placed, value));

    private bool Fits(PaperQuestion placed, string value)
    {
        var (id, given) = PaperQuestion.Cut(value);
        var gap = placed.Options.First(option => option.Id == id);
        return Gaps[gap.Index].IsChosen
            ? placed.Targets.Any(target => target.Id == given && target.Of == gap.Index)
            : given.Length <= ShortText.Longest;
    }
}
