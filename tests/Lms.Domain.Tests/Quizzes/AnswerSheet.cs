using Lms.Domain.Quizzes;

namespace Lms.Domain.Tests.Quizzes;

/// <summary>What a learner chooses on a paper; options are named by their place in the question.</summary>
internal sealed class AnswerSheet(Paper paper)
{
    private readonly Dictionary<string, IReadOnlyList<string>> choices = [];

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Choices => choices;

    public AnswerSheet Choose(string question, params int[] options)
    {
        var shown = paper.Find(question)!.Options;
        return Send(
            question,
            [.. options.Select(index => shown.Single(at => at.Index == index).Id)]
        );
    }

    /// <summary>Ids as a client may send them, known or not.</summary>
    public AnswerSheet Send(string question, params string[] ids)
    {
        choices[question] = ids;
        return this;
    }
}
