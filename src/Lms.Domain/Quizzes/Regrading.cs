namespace Lms.Domain.Quizzes;

/// <summary>
/// Judges old papers by new keys: only where a question is still made of the same parts, because a
/// paper names them by their places.
/// </summary>
public static class Regrading
{
    /// <summary>
    /// <paramref name="taken"/> with the keys and points of <paramref name="judging"/> for every question
    /// whose parts are the same in both; the others stay as they were.
    /// </summary>
    public static Quiz JudgedBy(this Quiz taken, Quiz judging) =>
        taken with
        {
            Questions = [.. taken.Questions.Select(question => Judged(question, judging))],
            Banks =
            [
                .. taken.Banks.Select(bank => new Bank(
                    bank.Slug,
                    [.. bank.Questions.Select(question => Judged(question, judging))]
                )),
            ],
        };

    /// <summary>Whether a paper laid out for one can be judged by the other.</summary>
    public static bool HasSameParts(Question one, Question other) =>
        one.Kind == other.Kind && Parts(one).SequenceEqual(Parts(other), StringComparer.Ordinal);

    private static Question Judged(Question taken, Quiz judging) =>
        judging.Find(taken.Id) is { } now && HasSameParts(taken, now) ? now : taken;

    private static IEnumerable<string> Parts(Question question) =>
        question switch
        {
            ChoiceQuestion choice => choice.Options.Select(option => option.Html),
            Matching matching => matching
                .Pairs.Select(pair => pair.LeftHtml)
                .Concat(matching.Pairs.Select(pair => pair.RightHtml).Order(StringComparer.Ordinal))
                .Concat(matching.DistractorsHtml),
            Ordering ordering => ordering.StepsHtml,
            Cloze cloze => cloze.Gaps.SelectMany(gap => gap.OptionsHtml.Prepend("gap")),
            _ => [],
        };
}
