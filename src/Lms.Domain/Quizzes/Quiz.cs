using Lms.Domain.Shared;

namespace Lms.Domain.Quizzes;

/// <summary>A quiz as published, with its keys: it stays on the server.</summary>
public sealed record Quiz(QuizRules Rules, IReadOnlyList<Question> Questions)
{
    public Question Question(string id) => Questions.Single(question => question.Id == id);
}

/// <summary>The kinds of question. Names are stored as text and never change.</summary>
public enum QuestionKind
{
    Single,
    Multiple,
}

/// <summary>How a multiple response is scored. Names are stored as text and never change.</summary>
public enum ScoringMethod
{
    /// <summary>(right chosen − wrong chosen) / right, not under 0.</summary>
    Partial,

    /// <summary>All of the right ones and nothing else, or no points.</summary>
    AllOrNothing,
}

/// <summary>
/// A question (QTI <em>assessmentItem</em>) with an id stable across versions. Prompt, feedback and
/// explanation are safe HTML.
/// </summary>
public sealed record Question(
    string Id,
    QuestionKind Kind,
    string PromptHtml,
    Points Points,
    ScoringMethod Scoring,
    bool KeepsOrder,
    IReadOnlyList<Option> Options,
    string? ExplanationHtml
);

/// <param name="IsRight">The key.</param>
public sealed record Option(string Html, bool IsRight, string? FeedbackHtml);
