using System.Globalization;
using System.Text.RegularExpressions;
using Lms.Domain.Quizzes;

namespace Lms.Web.Tests.Support.Quizzes;

/// <summary>The values that answer a question fully, and such that earn nothing, on a paper.</summary>
public static partial class Keys
{
    public static IReadOnlyList<string> Right(this Question question, PaperQuestion placed) =>
        question switch
        {
            ChoiceQuestion choice =>
            [
                .. placed.Options.Where(o => choice.Options[o.Index].IsRight).Select(o => o.Id),
            ],
            ShortText text => [Typed(text.Accepted)],
            Numeric number => [number.Accepted[0].Low.ToString(CultureInfo.InvariantCulture)],
            Matching =>
            [
                .. placed.Options.Select(left => $"{left.Id}:{Target(placed, 0, left.Index)}"),
            ],
            Ordering => [.. placed.Options.OrderBy(step => step.Index).Select(step => step.Id)],
            Cloze cloze =>
            [
                .. placed.Options.Select(gap =>
                    cloze.Gaps[gap.Index] is { IsChosen: true } chosen
                        ? $"{gap.Id}:{Target(placed, gap.Index, chosen.Right)}"
                        : $"{gap.Id}:{Typed(cloze.Gaps[gap.Index].Accepted)}"
                ),
            ],
            Essay => ["Спершу безпека, потім слово, потім дія."],
            Scale scale => [scale.High.ToString(CultureInfo.InvariantCulture)],
            _ => [],
        };

    public static IReadOnlyList<string> Wrong(this Question question, PaperQuestion placed) =>
        question switch
        {
            ChoiceQuestion choice =>
            [
                placed.Options.First(option => !choice.Options[option.Index].IsRight).Id,
            ],
            ShortText => ["щось інше"],
            Numeric => ["-1"],
            Matching matching =>
            [
                .. placed.Options.Select(left =>
                    $"{left.Id}:{Target(placed, 0, matching.Pairs.Count)}"
                ),
            ],
            Ordering =>
            [
                .. placed.Options.OrderByDescending(step => step.Index).Select(step => step.Id),
            ],
            Cloze cloze =>
            [
                .. placed.Options.Select(gap =>
                    cloze.Gaps[gap.Index] is { IsChosen: true } chosen
                        ? $"{gap.Id}:{Target(placed, gap.Index, chosen.Right + 1)}"
                        : $"{gap.Id}:ні"
                ),
            ],
            _ => question.Right(placed),
        };

    /// <summary>Of a pattern alone: what is left of it without what may be missing.</summary>
    private static string Typed(IReadOnlyList<TextKey> accepted) =>
        accepted.FirstOrDefault(key => !key.IsPattern)?.Text
        ?? OptionalParts().Replace(accepted[0].Text, "");

    [GeneratedRegex(@"\[[^\]]*\]\?|[\^$]", RegexOptions.None, 1000)]
    private static partial Regex OptionalParts();

    private static string Target(PaperQuestion placed, int of, int index) =>
        placed.Targets.Single(target => target.Of == of && target.Index == index).Id;
}
