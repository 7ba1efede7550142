using System.Globalization;
using Lms.Domain.Quizzes;

namespace Lms.Domain.Tests.Quizzes;

/// <summary>Pairs, orders and gaps, and how they were put together.</summary>
internal static class AnyArranged
{
    public static JudgedAnswer Matching(Random random)
    {
        var (pairs, extra) = (random.Next(2, 6), random.Next(0, 3));
        // Two left sides may have the same partner.
        var rights = Enumerable.Range(0, pairs).Select(_ => $"r{random.Next(pairs)}").ToList();
        var chosen = Enumerable
            .Range(0, pairs)
            .Select(_ => random.Next(-1, pairs + extra))
            .ToList();
        var right = Enumerable
            .Range(0, pairs)
            .Count(at => chosen[at] >= 0 && chosen[at] < pairs && rights[chosen[at]] == rights[at]);
        var question = new Matching
        {
            Id = "",
            Pairs = [.. rights.Select((text, at) => new MatchingPair($"l{at}", text))],
            DistractorsHtml = [.. Enumerable.Range(0, extra).Select(at => $"d{at}")],
        };
        return new(
            question,
            placed =>
                [
                    .. placed
                        .Options.Where(left => chosen[left.Index] >= 0)
                        .Select(left => $"{left.Id}:{Target(placed, 0, chosen[left.Index])}"),
                ],
            right,
            pairs
        );
    }

    public static JudgedAnswer Ordering(Random random)
    {
        var count = random.Next(2, 7);
        var order = Enumerable.Range(0, count).ToArray();
        random.Shuffle(order);
        var isWhole = random.Next(5) > 0;
        var given = isWhole ? order : order[..^1];
        var inPlace = 0;
        for (var at = 1; at < count; at++)
        {
            inPlace += isWhole && order[at] - order[at - 1] == 1 ? 1 : 0;
        }

        var question = new Ordering
        {
            Id = "",
            StepsHtml = [.. Enumerable.Range(0, count).Select(at => $"s{at}")],
        };
        return new(
            question,
            placed => [.. given.Select(step => placed.Options.Single(o => o.Index == step).Id)],
            inPlace,
            count - 1
        );
    }

    public static JudgedAnswer Cloze(Random random)
    {
        var gaps = new List<Gap>();
        var given = new List<Func<PaperQuestion, string?>>();
        var right = 0;
        for (var gap = 0; gap < random.Next(1, 5); gap++)
        {
            var at = gap;
            if (random.Next(2) == 0)
            {
                var (key, word) = (AnyTyped.Pick(random), AnyTyped.Pick(random));
                var typed = AnyTyped.Disguised(random, word);
                gaps.Add(new([new(key, false)], [], 0));
                given.Add(_ => typed);
                right += key == word ? 1 : 0;
                continue;
            }

            var count = random.Next(2, 5);
            var (star, chosen) = (random.Next(count), random.Next(-1, count));
            gaps.Add(new([], [.. Enumerable.Range(0, count).Select(Text)], star));
            given.Add(placed => chosen < 0 ? null : Target(placed, at, chosen));
            right += star == chosen ? 1 : 0;
        }

        return new(
            new Cloze { Id = "", Gaps = gaps },
            placed =>
                [
                    .. placed
                        .Options.Select(gap => (gap.Id, Value: given[gap.Index](placed)))
                        .Where(one => one.Value is not null)
                        .Select(one => $"{one.Id}:{one.Value}"),
                ],
            right,
            gaps.Count
        );
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Target(PaperQuestion placed, int of, int index) =>
        placed.Targets.Single(target => target.Of == of && target.Index == index).Id;
}
