using System.Diagnostics;
using CsCheck;
using Lms.Domain.Quizzes;

namespace Lms.Domain.Tests.Quizzes;

/// <summary>Questions drawn from banks: unseen first, then the least used, never short.</summary>
public sealed class DrawTests
{
    private static readonly string[] Tags = ["x", "y", "z"];

    [Fact]
    public void What_the_person_has_not_met_comes_first_and_then_what_they_met_least()
    {
        var quiz = Drawing(BankOf("x", "x", "x", "x", "x"), new Draw("b", "x", 3));
        var uses = new Dictionary<string, int>
        {
            ["b-0"] = 2,
            ["b-1"] = 1,
            ["b-2"] = 3,
            ["b-3"] = 1,
        };

        Gen.Int.Sample(seed =>
            Assert.Equal(
                ["b-1", "b-3", "b-4"],
                Drawn(quiz, uses, seed).Order(StringComparer.Ordinal)
            )
        );
    }

    [Fact]
    public void Every_question_is_met_before_any_comes_again() =>
        Gen.Select(Gen.Int[1, 12], Gen.Int[1, 12], Gen.Int)
            .Where((all, count, _) => count <= all)
            .Sample(
                (all, count, seed) =>
                {
                    var quiz = Drawing(
                        BankOf([.. Enumerable.Repeat("x", all)]),
                        new Draw("b", null, count)
                    );
                    var uses = new Dictionary<string, int>();
                    for (var attempt = 0; attempt < 10; attempt++)
                    {
                        foreach (var id in Drawn(quiz, uses, seed + attempt))
                        {
                            uses[id] = uses.GetValueOrDefault(id) + 1;
                        }

                        var met = quiz.Banks[0].Questions.Select(q => uses.GetValueOrDefault(q.Id));
                        Assert.InRange(met.Max() - met.Min(), 0, 1);
                    }
                },
                iter: 200
            );

    [Fact]
    public void The_same_chance_draws_the_same_questions_in_the_same_order() =>
        Gen.Select(AnyDrawing, Gen.Int)
            .Sample((quiz, seed) => Assert.Equal(Drawn(quiz, [], seed), Drawn(quiz, [], seed)));

    [Fact]
    public void What_was_found_enough_is_never_short_whatever_was_met_before() =>
        Gen.Select(AnyDrawing, Gen.Int[0, 3].Array[12], Gen.Int)
            .Where((quiz, _, _) => IsSupplied(quiz))
            .Sample(
                (quiz, met, seed) =>
                {
                    var uses = met.Index().ToDictionary(one => $"b-{one.Index}", one => one.Item);
                    var drawn = Drawn(quiz, uses, seed);
                    Assert.Equal(quiz.Length, drawn.Count);
                    Assert.Equal(drawn.Count, drawn.Distinct().Count());
                },
                iter: 2000
            );

    [Fact]
    public void What_was_found_too_little_runs_short_for_some_history() =>
        AnyDrawing
            .Where(quiz => !IsSupplied(quiz))
            .Sample(
                quiz =>
                    Assert.Contains(
                        Histories,
                        met =>
                            Enumerable
                                .Range(0, 12)
                                .Any(seed => Drawn(quiz, met, seed).Count < quiz.Length)
                    ),
                iter: 60
            );

    [Fact]
    public void A_bank_of_five_thousand_is_drawn_from_in_no_time()
    {
        var bank = BankOf([.. Enumerable.Range(0, 5_000).Select(at => Tags[at % 3])]);
        var quiz = Drawing(bank, new Draw("b", "x", 30), new("b", "y", 30), new("b", null, 40));
        Drawn(quiz, [], 1);

        var clock = Stopwatch.StartNew();
        for (var seed = 0; seed < 20; seed++)
        {
            Assert.Equal(100, Drawn(quiz, [], seed).Count);
        }

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Assert.True(IsSupplied(quiz));
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void Only_what_a_draw_may_take_can_come() =>
        Assert.Equal(
            ["b-0", "b-2", "b-1"],
            Drawing(
                BankOf("x", "y", "x,y", "z"),
                new Draw("b", "x", 1),
                new("b", "y", 1),
                new("b", "x", 1)
            )
                .Drawable.Select(question => question.Id)
        );

    [Fact]
    public void A_quiz_knows_whether_its_banks_are_there()
    {
        var quiz = Drawing(BankOf("x"), new Draw("b", null, 1));

        Assert.True(quiz.HasItsBanks);
        Assert.False((quiz with { Banks = [] }).HasItsBanks);
        Assert.True((quiz with { Banks = [], Draws = [] }).HasItsBanks);
    }

    /// <summary>For each question met never or once: all ways there are.</summary>
    private static IEnumerable<Dictionary<string, int>> Histories =>
        Enumerable
            .Range(0, 1 << 6)
            .Select(bits =>
                Enumerable.Range(0, 6).ToDictionary(at => $"b-{at}", at => (bits >> at) & 1)
            );

    private static readonly Gen<Quiz> AnyDrawing = Gen.Select(
        Gen.Int[1, 7].Array[1, 6],
        Gen.Select(Gen.Int[0, 3], Gen.Int[1, 3]).Array[1, 3],
        (marks, draws) =>
            Drawing(
                BankOf([.. marks.Select(TagsOf)]),
                [
                    .. draws.Select(draw => new Draw(
                        "b",
                        Tags.ElementAtOrDefault(draw.Item1),
                        draw.Item2
                    )),
                ]
            )
    );

    private static string TagsOf(int bits) =>
        string.Join(',', Tags.Where((_, at) => ((bits >> at) & 1) == 1));

    private static bool IsSupplied(Quiz quiz) =>
        quiz
            .Draws.Index()
            .All(draw =>
                quiz.Banks[0].LeftFor(draw.Item, quiz.Draws.Take(draw.Index)) >= draw.Item.Count
            );

    private static Quiz Drawing(Bank bank, params Draw[] draws) =>
        Author.Quiz() with
        {
            Draws = draws,
            Banks = [bank],
        };

    private static Bank BankOf(params string[] tags) =>
        new(
            "b",
            [
                .. tags.Select(
                    (tag, at) => Author.Single($"b-{at}", "+a", "-b") with { Tags = tag.Split(',') }
                ),
            ]
        );

    private static List<string> Drawn(Quiz quiz, Dictionary<string, int> uses, int seed) =>
        [
            .. Paper
                .Of(quiz, uses, new SeededChance(seed))
                .Questions.Select(placed => placed.QuestionId),
        ];
}
