using System.Globalization;
using Lms.Domain.Quizzes;
using Lms.Web.Content.Markup;
using Markdig.Syntax;

namespace Lms.Web.Content.Quizzes.Keys;

/// <summary>
/// Weights in percent: right options sum to 100, a wrong one takes away; where one option is chosen,
/// a wrong one may also give a part.
/// </summary>
internal static class OptionWeights
{
    public static void Check(
        MarkupText text,
        ListBlock list,
        IReadOnlyList<Option> options,
        ScoringMethod scoring
    )
    {
        if (!options.Any(option => option.Weight is not null))
        {
            return;
        }

        if (scoring == ScoringMethod.AllOrNothing)
        {
            text.Report(KeyTexts.WeightsAndScoring, list.Span.Start);
        }

        var isSingle = options.Count(option => option.IsRight) == 1;
        foreach (var (index, option) in options.Index())
        {
            CheckOne(text, list[index], option, isSingle);
        }

        var sum = options.Where(option => option.IsRight).Sum(option => option.Weight ?? 0);
        if (sum != 100 && options.All(option => !option.IsRight || option.Weight is not null))
        {
            text.Report(KeyTexts.WeightsDoNotAddUp, list.Span.Start, Number(sum));
        }
    }

    private static void CheckOne(MarkupText text, Block item, Option option, bool isSingle)
    {
        var (low, high) =
            option.IsRight ? (1, 100)
            : isSingle ? (-100, 99)
            : (-100, 0);
        if (option.IsRight && option.Weight is null)
        {
            text.Report(KeyTexts.WithoutWeight, item.Span.Start);
        }
        else if (option.Weight is { } weight && (weight < low || weight > high))
        {
            Wrong(text, item.Span.Start, low, high, Number(weight));
        }
    }

    public static void Wrong(MarkupText text, int offset, int low, int high, string written) =>
        text.Report(KeyTexts.BadWeight, offset, Number(low), Number(high), written);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
