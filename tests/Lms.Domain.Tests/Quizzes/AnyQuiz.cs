using CsCheck;
using Lms.Domain.Quizzes;
using Lms.Domain.Shared;

namespace Lms.Domain.Tests.Quizzes;

/// <summary>Sound quizzes of every kind, and answers to them.</summary>
internal static class AnyQuiz
{
    public static readonly Gen<Question> Question = Gen.Select(
        Gen.Enum<QuestionKind>(),
        Gen.Enum<ScoringMethod>(),
        Gen.Bool.Array[2, 6],
        Gen.Int[0, 5],
        Gen.Int[1, 7],
        Gen.Bool,
        (kind, scoring, marks, right, points, keepsOrder) =>
        {
            var sure = right % marks.Length;
            var isMultiple = kind == QuestionKind.Multiple;
            var options = marks.Select(
                (mark, at) => new Option($"{at}", at == sure || (isMultiple && mark), null)
            );
            return new Question(
                "",
                kind,
                "",
                Points.Whole(points),
                scoring,
                keepsOrder,
                [.. options],
                null
            );
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
        var paper = Paper.Of(quiz, new SeededChance(seed));
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
            : [.. Enumerable.Range(0, question.Options.Count).Where(at => marks[at])];
}
