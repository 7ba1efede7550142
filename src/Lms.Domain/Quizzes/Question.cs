using Lms.Domain.Shared;

namespace Lms.Domain.Quizzes;

/// <summary>The kinds of question. Names are stored as text and never change.</summary>
public enum QuestionKind
{
    Single,
    Multiple,
    ShortText,
    Numeric,
    Matching,
    Ordering,
    Cloze,
    Essay,
    File,
    Scale,
}

/// <summary>
/// A question (QTI <em>assessmentItem</em>) with an id stable across versions. Prompt, feedback and
/// explanation are safe HTML. An answer to any kind is a list of values (QTI <em>response</em>):
/// random ids of the paper, texts, or pairs <c>id:value</c>; each kind says which.
/// </summary>
public abstract record Question
{
    public required string Id { get; init; }

    public string PromptHtml { get; init; } = "";

    /// <summary>What the whole question is worth; none for one that is never graded.</summary>
    public Points Points { get; init; } = Points.Whole(1);

    /// <summary>The options are never shuffled.</summary>
    public bool KeepsOrder { get; init; }

    public string? ExplanationHtml { get; init; }

    /// <summary>What a draw may ask for.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Code of the competence that it shows; null when none is named.</summary>
    public string? Competence { get; init; }

    public abstract QuestionKind Kind { get; }

    /// <summary>False when a trainer has to mark the answer.</summary>
    public virtual bool IsMarkedByRule => true;

    /// <summary>
    /// Whether <paramref name="values"/> could be given on this paper; the empty list, an answer taken
    /// back, always can. Anything else was not made by the page.
    /// </summary>
    public bool Accepts(PaperQuestion placed, IReadOnlyList<string> values) =>
        values.Count == 0
        || (
            values.Count == values.Distinct(StringComparer.Ordinal).Count()
            && AcceptsSome(placed, values)
        );

    /// <summary>The share of the points earned; what does not fit the paper earns nothing.</summary>
    public abstract Share Earned(PaperQuestion placed, IReadOnlyList<string> values);

    /// <summary>The parts of the question with random ids, in the order shown.</summary>
    internal virtual PaperQuestion Lay(IChance chance, bool shuffles) => new(Id, []);

    private protected abstract bool AcceptsSome(PaperQuestion placed, IReadOnlyList<string> values);
}
