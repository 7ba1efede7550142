using CsCheck;
using Lms.Domain.Quizzes;
using Lms.Domain.Shared;

namespace Lms.Domain.Tests.Quizzes;

public sealed class GradingProperties
{
    [Fact]
    public void The_order_and_the_ids_of_a_paper_never_change_a_grade() =>
        Gen.Select(AnyQuiz.Answered, Gen.Int, Gen.Int)
            .Sample(
                (answered, one, other) => answered.Graded(one) == answered.Graded(other),
                iter: 1000
            );

    [Fact]
    public void What_is_earned_is_never_below_nothing_nor_above_what_is_possible() =>
        Gen.Select(AnyQuiz.Answered, Gen.Int)
            .Sample(
                (answered, seed) =>
                {
                    var grade = answered.Graded(seed);
                    Assert.True(Points.None <= grade.Earned && grade.Earned <= grade.Possible);
                    Assert.Equal(
                        answered.Quiz.Questions.Sum(question => question.Points.Thousandths),
                        grade.Possible.Thousandths
                    );
                },
                iter: 1000
            );

    [Fact]
    public void A_grade_is_the_sum_that_the_format_promises() =>
        Gen.Select(AnyQuiz.Answered, Gen.Int)
            .Sample(
                (answered, seed) =>
                {
                    var promised = answered.Quiz.Questions.Zip(answered.Chosen, Promised).Sum();
                    var grade = answered.Graded(seed);
                    Assert.Equal(promised, grade.Earned.Thousandths);
                    Assert.Equal(
                        100m * promised
                            >= answered.Quiz.Rules.Pass.Percent
                                * (decimal)grade.Possible.Thousandths,
                        grade.IsPassed
                    );
                },
                iter: 1000
            );

    [Fact]
    public void All_keys_and_nothing_else_earn_everything_and_always_pass() =>
        Gen.Select(AnyQuiz.Quiz, Gen.Int)
            .Sample(
                (quiz, seed) =>
                {
                    var keys = quiz.Questions.Select(question =>
                        (int[]?)[.. Places(question, option => option.IsRight)]
                    );
                    var grade = (quiz, keys.ToArray()).Graded(seed);
                    Assert.Equal(grade.Possible, grade.Earned);
                    Assert.True(grade.IsPassed);
                }
            );

    /// <summary>The arithmetic of the format over places in the question, in thousandths.</summary>
    private static int Promised(Question question, int[]? chosen)
    {
        var keys = Places(question, option => option.IsRight).ToHashSet();
        var given = (chosen ?? []).ToHashSet();
        if (question is SingleChoice or MultipleChoice { Scoring: ScoringMethod.AllOrNothing })
        {
            return given.SetEquals(keys) ? question.Points.Thousandths : 0;
        }

        var balance = Math.Max(
            0,
            given.Count(keys.Contains) - given.Count(at => !keys.Contains(at))
        );
        return (int)
            Math.Floor(((decimal)question.Points.Thousandths * balance / keys.Count) + 0.5m);
    }

    private static IEnumerable<int> Places(Question question, Func<Option, bool> which) =>
        Enumerable
            .Range(0, question.Choice().Options.Count)
            .Where(at => which(question.Choice().Options[at]));
}
