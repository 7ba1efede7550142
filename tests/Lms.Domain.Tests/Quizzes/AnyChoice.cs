using Lms.Domain.Quizzes;

namespace Lms.Domain.Tests.Quizzes;

/// <summary>Choices with and without weights, and what was chosen.</summary>
internal static class AnyChoice
{
    public static JudgedAnswer Single(Random random)
    {
        var count = random.Next(2, 6);
        var right = random.Next(count);
        int?[]? weights =
            random.Next(2) == 0
                ? null
                : [.. Enumerable.Range(0, count).Select(at => Weight(at == right))];
        var chosen = Subset(random, count);
        var part =
            chosen is not [var only] ? 0
            : weights is null ? (only == right ? 100 : 0)
            : weights[only] ?? 0;
        var question = new SingleChoice
        {
            Id = "",
            Options =
            [
                .. Enumerable
                    .Range(0, count)
                    .Select(at => new Option($"{at}", at == right, null) { Weight = weights?[at] }),
            ],
        };
        return new(question, placed => Ids(placed, chosen), part, 100);

        int? Weight(bool isRight) =>
            isRight ? 100
            : random.Next(3) == 0 ? null
            : random.Next(-100, 100);
    }

    public static JudgedAnswer Multiple(Random random)
    {
        var count = random.Next(2, 7);
        var right = Subset(random, count) is { Length: > 0 } some ? some : [0];
        var chosen = Subset(random, count);
        var (hits, misses) = (
            chosen.Count(right.Contains),
            chosen.Count(at => !right.Contains(at))
        );
        var options = Enumerable
            .Range(0, count)
            .Select(at => new Option($"{at}", right.Contains(at), null))
            .ToList();
        var question = new MultipleChoice { Id = "", Options = options };
        IReadOnlyList<string> Given(PaperQuestion placed) => Ids(placed, chosen);
        switch (random.Next(3))
        {
            case 0:
                return new(question, Given, hits - misses, right.Length);
            case 1:
                var isAll = hits == right.Length && misses == 0;
                question = question with { Scoring = ScoringMethod.AllOrNothing };
                return new(question, Given, isAll ? 1 : 0, 1);
            default:
                // The first right one bears what is left of a hundred.
                var each = 100 / right.Length;
                var first = 100 - (each * (right.Length - 1));
                var loss = random.Next(-100, 1);
                int WeightOf(int at) =>
                    !right.Contains(at) ? loss
                    : at == right[0] ? first
                    : each;
                question = question with
                {
                    Options =
                    [
                        .. options.Select((option, at) => option with { Weight = WeightOf(at) }),
                    ],
                };
                return new(question, Given, chosen.Sum(WeightOf), 100);
        }
    }

    private static int[] Subset(Random random, int count) =>
        [.. Enumerable.Range(0, count).Where(_ => random.Next(2) == 0)];

    private static string[] Ids(PaperQuestion placed, int[] chosen) =>
        [.. placed.Options.Where(option => chosen.Contains(option.Index)).Select(o => o.Id)];
}
