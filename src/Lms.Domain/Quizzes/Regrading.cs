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

    /// <summary>
    /// The question <paramref name="now"/> for papers laid out for <paramref name="taken"/>; null when
    /// their parts are not the same.
    /// </summary>
    public static Question? JudgedBy(this Question taken, Question now) =>
        (taken, now) switch
        {
            (Matching laid, Matching key) => laid.KeyedBy(key),
            (Ordering laid, Ordering key) => laid.KeyedBy(key),
            _ => taken.Kind == now.Kind && Parts(taken).SequenceEqual(Parts(now)) ? now : null,
        };

    private static Question Judged(Question taken, Quiz judging) =>
        judging.Find(taken.Id) is { } now ? taken.JudgedBy(now) ?? taken : taken;

    private static IEnumerable<string> Parts(Question question) =>
        question switch
        {
            ChoiceQuestion choice => choice.Options.Select(option => option.Html),
            Cloze cloze => cloze.Gaps.SelectMany(gap => gap.OptionsHtml.Prepend("gap")),
            _ => [],
        };

    /// <summary>In a matching and an ordering the place of a part is the key, so places are translated.</summary>
    private static Matching? KeyedBy(this Matching laid, Matching key)
    {
        if (
            laid.Pairs.SequenceEqual(key.Pairs)
            && laid.DistractorsHtml.SequenceEqual(key.DistractorsHtml)
        )
        {
            return key;
        }

        var rights = RightsOf(laid);
        if (
            !AreSame(laid.Pairs.Select(pair => pair.LeftHtml), key.Pairs.Select(p => p.LeftHtml))
            || !rights.ToHashSet(StringComparer.Ordinal).SetEquals(RightsOf(key))
        )
        {
            return null;
        }

        var partner = key.Pairs.ToDictionary(
            pair => pair.LeftHtml,
            pair => rights.IndexOf(pair.RightHtml),
            StringComparer.Ordinal
        );
        return key with
        {
            Pairs = laid.Pairs,
            DistractorsHtml = laid.DistractorsHtml,
            Partners = [.. laid.Pairs.Select(pair => partner[pair.LeftHtml])],
        };
    }

    private static Ordering? KeyedBy(this Ordering laid, Ordering key)
    {
        if (laid.StepsHtml.SequenceEqual(key.StepsHtml))
        {
            return key;
        }

        var order = key.StepsHtml.ToList();
        return AreSame(laid.StepsHtml, order)
            ? key with
            {
                StepsHtml = laid.StepsHtml,
                Places = [.. laid.StepsHtml.Select(step => order.IndexOf(step))],
            }
            : null;
    }

    private static List<string> RightsOf(Matching question) =>
        [.. question.Pairs.Select(pair => pair.RightHtml), .. question.DistractorsHtml];

    /// <summary>The same texts in any order, and no two alike: of two alike none can be told.</summary>
    private static bool AreSame(IEnumerable<string> ones, IEnumerable<string> others)
    {
        var (sorted, other) = (ones.Order(StringComparer.Ordinal).ToList(), others.ToList());
        return sorted.Distinct(StringComparer.Ordinal).Count() == sorted.Count
            && sorted.SequenceEqual(other.Order(StringComparer.Ordinal));
    }
}
