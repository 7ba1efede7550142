using Lms.Domain.Shared;

namespace Lms.Domain.Quizzes;

/// <summary>
/// A question in another language: the key of the source judges, so that only words may differ.
/// </summary>
public static class QuestionTranslation
{
    /// <summary>
    /// Whether the same answers are right. Points, tags and the like may be left out of a translation;
    /// where they are written they agree.
    /// </summary>
    public static bool HasKeyOf(this Question translated, Question source) =>
        translated.Id == source.Id
        && (translated.Points == source.Points || translated.Points == Points.Whole(1))
        && (translated.Tags.Count == 0 || translated.Tags.SequenceEqual(source.Tags))
        && (translated.Competence is null || translated.Competence == source.Competence)
        && (!translated.KeepsOrder || source.KeepsOrder)
        && HasAnswersOf(translated, source);

    /// <summary>Its words, with the points, tags and order of the source.</summary>
    public static Question WithRulesOf(this Question translated, Question source)
    {
        var same = translated with
        {
            Points = source.Points,
            KeepsOrder = source.KeepsOrder,
            Tags = source.Tags,
            Competence = source.Competence,
        };
        return (same, source) switch
        {
            (MultipleChoice words, MultipleChoice rules) => words with { Scoring = rules.Scoring },
            (Essay words, Essay rules) => words with { MinWords = rules.MinWords },
            _ => same,
        };
    }

    private static bool HasAnswersOf(Question translated, Question source) =>
        (translated, source) switch
        {
            (ChoiceQuestion words, ChoiceQuestion keys) => words.Kind == keys.Kind
                && AreSame(words.Options, keys.Options, (one, other) => KeyOf(one) == KeyOf(other))
                && ScoringOf(words) is var scoring
                && (scoring == ScoringMethod.Partial || scoring == ScoringOf(keys)),
            (ShortText words, ShortText keys) => words.Accepted.SequenceEqual(keys.Accepted),
            (Numeric words, Numeric keys) => words.Accepted.SequenceEqual(keys.Accepted),
            (Scale words, Scale keys) => (words.Low, words.High) == (keys.Low, keys.High),
            (Matching words, Matching keys) => words.Pairs.Count == keys.Pairs.Count
                && words.DistractorsHtml.Count == keys.DistractorsHtml.Count,
            (Ordering words, Ordering keys) => words.StepsHtml.Count == keys.StepsHtml.Count,
            (Cloze words, Cloze keys) => AreSame(words.Gaps, keys.Gaps, IsSame),
            (Essay words, Essay keys) => words.MinWords == 0 || words.MinWords == keys.MinWords,
            (FileUpload, FileUpload) => true,
            _ => false,
        };

    private static (bool, int?) KeyOf(Option option) => (option.IsRight, option.Weight);

    private static ScoringMethod ScoringOf(ChoiceQuestion question) =>
        question is MultipleChoice multiple ? multiple.Scoring : ScoringMethod.Partial;

    private static bool IsSame(Gap one, Gap other) =>
        one.Right == other.Right
        && one.OptionsHtml.Count == other.OptionsHtml.Count
        && one.Accepted.SequenceEqual(other.Accepted);

    private static bool AreSame<T>(
        IReadOnlyList<T> ones,
        IReadOnlyList<T> others,
        Func<T, T, bool> isSame
    ) => ones.Count == others.Count && ones.Zip(others).All(two => isSame(two.First, two.Second));
}
