namespace Lms.Domain.Quizzes;

/// <summary>Written at length and marked by a trainer. Values: the text.</summary>
public sealed record Essay : Question
{
    /// <summary>Characters of an answer.</summary>
    public const int Longest = 20_000;

    /// <summary>Fewest words asked for, shown and not enforced; 0 when none are.</summary>
    public int MinWords { get; init; }

    /// <summary>What the trainer looks for; shown to the learner too.</summary>
    public IReadOnlyList<string> CriteriaHtml { get; init; } = [];

    public override QuestionKind Kind => QuestionKind.Essay;

    public override bool IsMarkedByRule => false;

    public override Share Earned(PaperQuestion placed, IReadOnlyList<string> values) => Share.None;

    private protected override bool AcceptsSome(
        PaperQuestion placed,
        IReadOnlyList<string> values
    ) => values is [{ Length: <= Longest }];
}

/// <summary>A file is handed in and marked by a trainer. Values: the id of the stored file.</summary>
public sealed record FileUpload : Question
{
    public IReadOnlyList<string> CriteriaHtml { get; init; } = [];

    public override QuestionKind Kind => QuestionKind.File;

    public override bool IsMarkedByRule => false;

    public override Share Earned(PaperQuestion placed, IReadOnlyList<string> values) => Share.None;

    private protected override bool AcceptsSome(
        PaperQuestion placed,
        IReadOnlyList<string> values
    ) => values is [var id] && Guid.TryParse(id, out _);
}
