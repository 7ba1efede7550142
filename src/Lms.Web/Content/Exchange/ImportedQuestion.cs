namespace Lms.Web.Content.Exchange;

/// <summary>A question between two formats. Its texts are Markdown as a bank holds it.</summary>
/// <param name="Line">Where it begins in the file it came from, from 1.</param>
/// <param name="Prompt">
/// Blocks of Markdown. In a cloze it holds the gaps, <c>___{…}</c>; elsewhere no form of ours.
/// </param>
internal sealed record ImportedQuestion(int Line, string Prompt, ImportedAnswers Answers)
{
    /// <summary>The id that the source gives, when it can be one of ours.</summary>
    public string? Id { get; init; }

    /// <summary>Of the source's own list; learners never see it.</summary>
    public string? Title { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public decimal Points { get; init; } = 1;

    /// <summary>The options stay in their order.</summary>
    public bool KeepsOrder { get; init; }

    /// <summary>Blocks of Markdown, or empty.</summary>
    public string Explanation { get; init; } = "";
}
