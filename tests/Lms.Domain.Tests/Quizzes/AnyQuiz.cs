using CsCheck;
using Lms.Domain.Quizzes;
using Lms.Domain.Shared;

namespace Lms.Domain.Tests.Quizzes;

/// <summary>Sound quizzes of every kind, and answers to them.</summary>
internal static class AnyQuiz
{
    /// <summary>The kinds whose values are options.</summary>
    public static readonly Gen<ChoiceQuestion> Question = Gen.Select(
        Gen.Bool,
        Gen.Enum<ScoringMethod>(),
        Gen.Bool.Array[2, 6],
        Gen.Int[0, 5],
        Gen.Int[1, 7],
        Gen.Bool,
        ChoiceQuestion (isMultiple, scoring, marks, right, points, keepsOrder) =>
        {
            var sure = right % marks.Length;
            var options = marks.Select(
                (mark, at) => new Option($"{at}", at == sure || (isMultiple && mark), null)
            );
            return isMultiple
                ? new MultipleChoice
                {
                    Id = "",
                    Points = Points.Whole(points),
                    Scoring = scoring,
                    KeepsOrder = keepsOrder,
                    Options = [.. options],
                }
                : new SingleChoice
                {
                    Id = "",
                    Points = Points.Whole(points),
                    KeepsOrder = keepsOrder,
                    Options = [.. options],
                };
        }
    );

    public static readonly Gen<Quiz> Quiz = Gen.Select(
        Question.Array[1, 6],
        Gen.Int[0, 100],
        (questions, percent) =>
            Author
                .Quiz([.. questions.Select((question, at) => question with { Id = $"q-{at}" })])
                .PassedAt(percent)
                .Shuffled()
    );

    /// <summary>A quiz, and for each question the places of the options chosen; null unanswered.</summary>
    public static readonly Gen<(Quiz Quiz, int[]?[] Chosen)> Answered = Quiz.SelectMany(quiz =>
        Gen.Bool.Array[6]
            .Null()
            .Array[quiz.Questions.Count]
            .Select(marks =>
                (
                    quiz,
                    quiz.Questions.Select((question, at) => Places(question, marks[at])).ToArray()
                )
            )
    );

    public static Grade Graded(this (Quiz Quiz, int[]?[] Chosen) answered, int seed)
    {
        var (quiz, chosen) = answered;
        var paper = Papers.Of(quiz, new SeededChance(seed));
        var sheet = new AnswerSheet(paper);
        foreach (var (question, places) in quiz.Questions.Zip(chosen))
        {
            if (places is not null)
            {
                sheet.Choose(question.Id, places);
            }
        }

        return Grading.Of(quiz, paper, sheet.Choices);
    }

    private static int[]? Places(Question question, bool[]? marks) =>
        marks is null
            ? null
            : [.. Enumerable.Range(0, question.Choice().Options.Count).Where(at => marks[at])];

    public static ChoiceQuestion Choice(this Question question) => (ChoiceQuestion)question;
}
