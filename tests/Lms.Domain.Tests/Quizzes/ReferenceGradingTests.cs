using System.Numerics;
using CsCheck;
using Lms.Domain.Quizzes;
using Lms.Domain.Shared;

namespace Lms.Domain.Tests.Quizzes;

/// <summary>Grading of every kind of question against a slow reading of the format.</summary>
public sealed class ReferenceGradingTests
{
    private static readonly Gen<(int[] Seeds, int Percent, int Chance)> Any = Gen.Select(
        Gen.Int.Array[1, 12],
        Gen.Int[0, 100],
        Gen.Int
    );

    [Fact]
    public void Every_answer_to_every_kind_earns_what_the_format_promises() =>
        Gen.Select(Gen.Int, Gen.Int)
            .Sample(
                (seed, chance) =>
                {
                    var judged = JudgedAnswer.Of(seed, "q");
                    var paper = Papers.Of(
                        Author.Quiz(judged.Question).Shuffled(),
                        new SeededChance(chance)
                    );
                    var placed = paper.Questions[0];
                    Assert.Equal(
                        judged.Promised,
                        Grading.Earned(judged.Question, placed, judged.Given(placed)).Thousandths
                    );
                },
                iter: 20_000
            );

    [Fact]
    public void A_quiz_earns_the_sum_of_its_answers_and_of_the_marks_of_a_trainer() =>
        Any.Sample(
            (seeds, percent, chance) =>
            {
                var random = new Random(chance);
                var judged = seeds.Select((seed, at) => JudgedAnswer.Of(seed, $"q-{at}")).ToList();
                var quiz = Author
                    .Quiz([.. judged.Select(one => one.Question)])
                    .Shuffled()
                    .PassedAt(percent);
                var paper = Papers.Of(quiz, new SeededChance(chance));
                var answered = judged.Where(_ => random.Next(5) > 0).ToList();
                var marks = answered
                    .Where(one => one.Question is Essay && random.Next(2) == 0)
                    .ToDictionary(
                        one => one.Question.Id,
                        one => new Points(random.Next(one.Question.Points.Thousandths + 1))
                    );

                var grade = Grading.Of(
                    quiz,
                    paper,
                    answered.ToDictionary(
                        one => one.Question.Id,
                        one => one.Given(paper.Find(one.Question.Id)!)
                    ),
                    marks
                );

                var earned =
                    answered.Sum(one => one.Promised) + marks.Values.Sum(mark => mark.Thousandths);
                var possible = judged.Sum(one => one.Question.Points.Thousandths);
                Assert.Equal(earned, grade.Earned.Thousandths);
                Assert.Equal(possible, grade.Possible.Thousandths);
                Assert.Equal(
                    answered.Count(one => one.Question is Essay) - marks.Count,
                    grade.Waiting
                );
                Assert.Equal(
                    possible > 0
                        && new BigInteger(earned) * 100 >= new BigInteger(percent) * possible,
                    grade.IsPassed
                );
            },
            iter: 3_000
        );

    [Fact]
    public void What_does_not_fit_the_paper_earns_nothing_and_breaks_nothing() =>
        Gen.Select(Gen.Int, Gen.Int, Gen.OneOf(Gen.String[0, 12], Gen.Const(":")).Array[0, 4])
            .Sample(
                (seed, chance, junk) =>
                {
                    var question = JudgedAnswer.Of(seed, "q").Question;
                    var placed = Papers
                        .Of(Author.Quiz(question), new SeededChance(chance))
                        .Questions[0];
                    var earned = Grading.Earned(question, placed, junk);
                    Assert.InRange(earned.Thousandths, 0, question.Points.Thousandths);
                    Assert.True(
                        earned == Points.None || question is ShortText or Numeric,
                        $"{question.Kind} earned {earned} by {string.Join(' ', junk)}"
                    );
                },
                iter: 3_000
            );
}
