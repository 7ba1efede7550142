using CsCheck;
using Lms.Domain.Quizzes;

namespace Lms.Domain.Tests.Quizzes;

/// <summary>Old papers under a corrected key, against a reader who compares texts.</summary>
public sealed class RegradingTests
{
    [Fact]
    public void A_corrected_pairing_judges_the_texts_that_were_matched() =>
        Gen.Int.Sample(
            seed =>
            {
                var random = new Random(seed);
                var answer = AnyArranged.Matching(random);
                var taken = (Matching)answer.Question;
                var texts = Enumerable
                    .Range(0, taken.Pairs.Count + taken.DistractorsHtml.Count)
                    .Select(taken.RightHtml)
                    .ToArray();
                var turned = texts.ToArray();
                random.Shuffle(turned);
                var pairs = taken.Pairs.Select((p, at) => p with { RightHtml = turned[at] });
                var key = taken with
                {
                    Pairs = [.. random.Next(2) == 0 ? pairs : pairs.Reverse()],
                    DistractorsHtml = turned[taken.Pairs.Count..],
                };
                var placed = Laid(taken, seed);
                var given = answer.Given(placed);
                var right = 0;
                foreach (var value in given)
                {
                    var (left, target) = PaperQuestion.Cut(value);
                    var l = placed.Options.Single(option => option.Id == left).Index;
                    var r = placed.Targets.Single(option => option.Id == target).Index;
                    right += key.Pairs.Contains(new($"l{l}", texts[r])) ? 1 : 0;
                }

                Assert.Equal(
                    new Share(right, taken.Pairs.Count),
                    taken.JudgedBy(key)!.Earned(placed, given)
                );
            },
            iter: 2000
        );

    [Fact]
    public void A_corrected_order_judges_the_steps_that_were_put_side_by_side() =>
        Gen.Int.Sample(
            seed =>
            {
                var random = new Random(seed);
                var answer = AnyArranged.Ordering(random);
                var taken = (Ordering)answer.Question;
                var steps = taken.StepsHtml.ToArray();
                random.Shuffle(steps);
                var placed = Laid(taken, seed);
                var given = answer.Given(placed);
                var read = given
                    .Select(id => taken.StepsHtml[placed.Options.Single(o => o.Id == id).Index])
                    .ToList();
                var right = 0;
                for (var at = 1; at < steps.Length && read.Count == steps.Length; at++)
                {
                    var first = read.IndexOf(steps[at - 1]);
                    right += first + 1 < read.Count && read[first + 1] == steps[at] ? 1 : 0;
                }

                var judged = taken.JudgedBy(taken with { StepsHtml = steps })!;
                Assert.Equal(right, judged.Earned(placed, given).Part);
            },
            iter: 2000
        );

    [Fact]
    public void Parts_that_cannot_be_told_apart_and_other_parts_are_not_judged_anew()
    {
        Assert.Null(Pairs("a1", "a2").JudgedBy(Pairs("a2", "a1")));
        Assert.Null(Pairs("a1", "b2").JudgedBy(Pairs("a1", "b3")));
        Assert.Null(Steps("a", "a", "b").JudgedBy(Steps("b", "a", "a")));
        Assert.Null(Steps("a", "b").JudgedBy(Steps("a", "c")));
        Assert.NotNull(Pairs("a1", "a2").JudgedBy(Pairs("a1", "a2")));
    }

    private static PaperQuestion Laid(Question question, int seed) =>
        Papers
            .Of(new(new() { Shuffle = true }, [question]), new SeededChance(seed))
            .Questions.Single();

    private static Matching Pairs(params string[] pairs) =>
        new()
        {
            Id = "q",
            Pairs = [.. pairs.Select(pair => new MatchingPair(pair[..1], pair[1..]))],
        };

    private static Ordering Steps(params string[] steps) => new() { Id = "q", StepsHtml = steps };
}
