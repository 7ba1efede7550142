using Lms.Domain.Quizzes;
using Microsoft.AspNetCore.Html;

namespace Lms.Web.Features.Courses.Questions;

/// <summary>Part by part: what it is, what was given, and what is right where that is another.</summary>
public sealed record MarkedLines(IReadOnlyList<MarkedLine> Lines) : MarkedReply("_MarkedLines")
{
    internal static MarkedLines One(string given, bool isRight, string key) =>
        new([new(null, null, given, isRight, key)]);

    internal static MarkedLines Of(
        Matching keys,
        Matching read,
        PaperQuestion placed,
        IReadOnlyList<string> values
    ) =>
        new([
            .. placed.Options.Select(left =>
            {
                var chosen = placed.ValueOf(left.Id, values);
                var target = placed.Targets.FirstOrDefault(right => right.Id == chosen);
                var partner = keys.PartnerOf(left.Index);
                return new MarkedLine(
                    new(read.Pairs[left.Index].LeftHtml),
                    null,
                    target is null ? "" : PlainWords.Of(read.RightHtml(target.Index)),
                    target is not null && keys.RightHtml(target.Index) == keys.RightHtml(partner),
                    PlainWords.Of(read.RightHtml(partner))
                );
            }),
        ]);

    /// <summary>A line for each place, with what stands there and what should.</summary>
    internal static MarkedLines Of(
        Ordering keys,
        Ordering read,
        PaperQuestion placed,
        IReadOnlyList<string> values
    )
    {
        var order = values.Select(id => placed.Options.First(step => step.Id == id).Index).ToList();
        var right = Enumerable.Range(0, keys.StepsHtml.Count).OrderBy(keys.PlaceOf);
        return new([
            .. right.Select(
                (step, place) =>
                    new MarkedLine(
                        null,
                        place + 1,
                        place < order.Count ? PlainWords.Of(read.StepsHtml[order[place]]) : "",
                        place < order.Count && order[place] == step,
                        PlainWords.Of(read.StepsHtml[step])
                    )
            ),
        ]);
    }

    internal static MarkedLines Of(
        Cloze keys,
        Cloze read,
        PaperQuestion placed,
        IReadOnlyList<string> values
    ) =>
        new([
            .. placed.Options.Select(gap =>
            {
                var (key, shown) = (keys.Gaps[gap.Index], read.Gaps[gap.Index]);
                var given = placed.ValueOf(gap.Id, values) ?? "";
                return new MarkedLine(
                    null,
                    gap.Index + 1,
                    key.IsChosen
                        ? placed
                            .Targets.Where(target => target.Of == gap.Index && target.Id == given)
                            .Select(target => PlainWords.Of(shown.OptionsHtml[target.Index]))
                            .FirstOrDefault("")
                        : given,
                    keys.IsRight(placed, gap, values),
                    key.IsChosen
                        ? PlainWords.Of(shown.OptionsHtml[key.Right])
                        : Written(key.Accepted)
                );
            }),
        ]);
}

/// <param name="Label">What is asked; null where the number says it.</param>
/// <param name="Number">From 1: the place or the gap; null where <paramref name="Label"/> says it.</param>
/// <param name="Given">Empty when nothing was.</param>
/// <param name="Key">Empty when it cannot be said in words.</param>
public sealed record MarkedLine(
    HtmlString? Label,
    int? Number,
    string Given,
    bool IsRight,
    string Key
);
