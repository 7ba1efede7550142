namespace Lms.Web.Content.Exchange;

/// <summary>What one file gave: the good questions, and what is said of it.</summary>
/// <param name="Questions">In the order of the file.</param>
/// <param name="Findings">In the order of the places.</param>
internal sealed record ImportedFile(
    IReadOnlyList<ImportedQuestion> Questions,
    IReadOnlyList<Finding> Findings
);
