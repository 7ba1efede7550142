using Lms.Domain.Quizzes;
using Lms.Domain.Shared;

namespace Lms.Domain.Tests.Quizzes;

/// <summary>Writes quizzes; of the options those that begin with <c>+</c> are right.</summary>
internal static class Author
{
    public static SingleChoice Single(string id, params string[] options) =>
        new() { Id = id, Options = Options(options) };

    public static MultipleChoice Multiple(string id, params string[] options) =>
        new() { Id = id, Options = Options(options) };

    public static SingleChoice TrueFalse(string id, params string[] options) =>
        Single(id, options) with
        {
            KeepsOrder = true,
        };

    public static MultipleChoice AllOrNothing(this MultipleChoice question) =>
        question with
        {
            Scoring = ScoringMethod.AllOrNothing,
        };

    public static Question Worth(this Question question, int points) =>
        question with
        {
            Points = Points.Whole(points),
        };

    public static Quiz Quiz(params Question[] questions) => new(new QuizRules(), questions);

    public static Quiz Shuffled(this Quiz quiz) =>
        quiz with
        {
            Rules = quiz.Rules with { Shuffle = true },
        };

    public static Quiz PassedAt(this Quiz quiz, int percent) =>
        quiz with
        {
            Rules = quiz.Rules with { Pass = new(percent) },
        };

    private static IReadOnlyList<Option> Options(string[] options) =>
        [.. options.Select(option => new Option(option[1..], option[0] == '+', null))];
}
