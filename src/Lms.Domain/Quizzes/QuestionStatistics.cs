namespace Lms.Domain.Quizzes;

/// <summary>One learner's first attempt as one question of it sees it.</summary>
/// <param name="Earned">Share of the question's points, 0 to 1.</param>
/// <param name="Rest">Share of the points of all other questions of the paper, 0 to 1.</param>
/// <param name="Chosen">Indexes of the options chosen; empty for other kinds or no answer.</param>
public sealed record FirstAnswer(double Earned, double Rest, IReadOnlyList<int> Chosen);

/// <summary>How hard a question proved. Names are stored nowhere.</summary>
public enum FacilityVerdict
{
    /// <summary>Under eight sittings nothing is said.</summary>
    TooFew,
    VeryEasy,
    VeryHard,
    Ordinary,

    /// <summary>The interval is too wide to say.</summary>
    Open,
}

/// <summary>Whether those who know more answer it better. Names are stored nowhere.</summary>
public enum DiscriminationVerdict
{
    TooFew,

    /// <summary>Everybody earned the same: there is nothing to tell apart.</summary>
    NoSpread,
    Tells,

    /// <summary>Those who know more answer it worse: the key may be wrong.</summary>
    Misleads,
    Open,
}

/// <param name="Index">Place of the option in the published question.</param>
/// <param name="Chosen">By how many.</param>
/// <param name="Share">Of all sittings.</param>
public sealed record OptionUse(int Index, int Chosen, Interval Share);

/// <summary>
/// Classical statistics of a question from first attempts: facility is the mean share earned,
/// discrimination the correlation of that share with the rest of the paper (item–rest). Verdicts rest on
/// the intervals and not on the estimates, so that they are right for eight sittings as for forty.
/// </summary>
public sealed record QuestionStatistics(
    int Count,
    Interval? Facility,
    Interval? Discrimination,
    IReadOnlyList<OptionUse> Options,
    FacilityVerdict Hardness,
    DiscriminationVerdict Telling
)
{
    /// <summary>Under this many sittings nothing is said but their count.</summary>
    public const int Fewest = 8;

    public static QuestionStatistics Of(Question question, IReadOnlyList<FirstAnswer> sittings)
    {
        var count = sittings.Count;
        if (count < Fewest)
        {
            return new(count, null, null, [], FacilityVerdict.TooFew, DiscriminationVerdict.TooFew);
        }

        var facility = Interval.OfShare(sittings.Sum(sitting => sitting.Earned), count);
        var discrimination = Interval.OfCorrelation([
            .. sittings.Select(sitting => (sitting.Earned, sitting.Rest)),
        ]);
        var options = question is ChoiceQuestion choice
            ? choice.Options.Select((_, index) => UseOf(index, sittings)).ToList()
            : [];
        return new(
            count,
            facility,
            discrimination,
            options,
            HardnessOf(facility),
            TellingOf(discrimination)
        );
    }

    private static OptionUse UseOf(int index, IReadOnlyList<FirstAnswer> sittings)
    {
        var chosen = sittings.Count(sitting => sitting.Chosen.Contains(index));
        return new(index, chosen, Interval.OfShare(chosen, sittings.Count));
    }

    private static FacilityVerdict HardnessOf(Interval facility) =>
        facility switch
        {
            { Low: >= 0.85 } => FacilityVerdict.VeryEasy,
            { High: <= 0.35 } => FacilityVerdict.VeryHard,
            { Low: >= 0.2, High: <= 0.95 } => FacilityVerdict.Ordinary,
            _ => FacilityVerdict.Open,
        };

    private static DiscriminationVerdict TellingOf(Interval? discrimination) =>
        discrimination switch
        {
            null => DiscriminationVerdict.NoSpread,
            { Low: > 0 } => DiscriminationVerdict.Tells,
            { High: < 0 } => DiscriminationVerdict.Misleads,
            _ => DiscriminationVerdict.Open,
        };
}
