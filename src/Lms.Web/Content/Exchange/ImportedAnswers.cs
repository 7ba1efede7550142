namespace Lms.Web.Content.Exchange;

/// <summary>What a learner is asked for, one kind for each form of the course format.</summary>
internal abstract record ImportedAnswers
{
    private ImportedAnswers() { }

    /// <param name="IsMultiple">Several may be chosen.</param>
    public sealed record Choice(bool IsMultiple, IReadOnlyList<ImportedOption> Options)
        : ImportedAnswers;

    /// <param name="WhenTrue">Feedback to those who chose "true", or empty.</param>
    /// <param name="WhenFalse">The same for "false".</param>
    public sealed record TrueFalse(bool IsTrue, string WhenTrue, string WhenFalse)
        : ImportedAnswers;

    /// <summary>Any of them is right.</summary>
    public sealed record ShortText(IReadOnlyList<AcceptedText> Accepted) : ImportedAnswers;

    /// <summary>Any of them is right.</summary>
    public sealed record Numeric(IReadOnlyList<AcceptedNumbers> Accepted) : ImportedAnswers;

    public sealed record Matching(IReadOnlyList<ImportedPair> Pairs) : ImportedAnswers;

    /// <param name="Steps">One line of Markdown each, in the right order.</param>
    public sealed record Ordering(IReadOnlyList<string> Steps) : ImportedAnswers;

    /// <summary>The gaps stand in the prompt.</summary>
    public sealed record Cloze : ImportedAnswers;

    /// <param name="Criteria">One line of Markdown each, for the trainer.</param>
    public sealed record Essay(int? MinWords, IReadOnlyList<string> Criteria) : ImportedAnswers;

    /// <param name="Criteria">One line of Markdown each, for the trainer.</param>
    public sealed record FileUpload(IReadOnlyList<string> Criteria) : ImportedAnswers;
}

/// <param name="Text">Blocks of Markdown.</param>
/// <param name="Weight">Percent, −100 to 100; null where the rule of the kind is meant.</param>
/// <param name="Feedback">Blocks of Markdown, or empty.</param>
internal sealed record ImportedOption(string Text, bool IsRight, int? Weight, string Feedback);

/// <param name="Text">Plain text, or a pattern (.NET, whole answer).</param>
internal sealed record AcceptedText(string Text, bool IsPattern);

/// <summary>From and to, both accepted.</summary>
internal sealed record AcceptedNumbers(decimal From, decimal To);

/// <param name="Left">One line of Markdown; empty makes the right side a distractor.</param>
/// <param name="Right">One line of Markdown.</param>
internal sealed record ImportedPair(string Left, string Right);
