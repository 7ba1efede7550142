namespace Lms.Domain.Quizzes;

/// <summary>
/// What one attempt puts before one learner: the questions in their order, and for each option a
/// random id that says nothing of the option. Fixed when the attempt is opened.
/// </summary>
public sealed record Paper(IReadOnlyList<PaperQuestion> Questions)
{
    public PaperQuestion? Find(string questionId) =>
        Questions.FirstOrDefault(question => question.QuestionId == questionId);

    /// <summary>Lays out a paper; <paramref name="chance"/> decides orders and ids.</summary>
    public static Paper Of(Quiz quiz, IChance chance)
    {
        var questions = quiz.Questions.Select(question =>
            PaperQuestion.Of(question, quiz.Rules, chance)
        );
        return new(quiz.Rules.Shuffle ? chance.Shuffled(questions) : [.. questions]);
    }
}

/// <param name="Options">In the order shown.</param>
public sealed record PaperQuestion(string QuestionId, IReadOnlyList<PaperOption> Options)
{
    internal static PaperQuestion Of(Question question, QuizRules rules, IChance chance)
    {
        var options = question.Options.Select(
            (_, index) => new PaperOption(chance.OptionId(), index)
        );
        var shuffled = rules.Shuffle && !question.KeepsOrder;
        return new(question.Id, shuffled ? chance.Shuffled(options) : [.. options]);
    }
}

/// <param name="Id">Random, unique in the attempt; the only name of the option outside the server.</param>
/// <param name="Index">The option's place in the published question.</param>
public sealed record PaperOption(string Id, int Index);

/// <summary>Randomness as a parameter: the domain has none of its own.</summary>
public interface IChance
{
    IReadOnlyList<T> Shuffled<T>(IEnumerable<T> things);

    string OptionId();
}
