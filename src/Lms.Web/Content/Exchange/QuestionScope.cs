namespace Lms.Web.Content.Exchange;

/// <summary>
/// One question while it is read: what is said of it, and whether it can be taken. Any error in it
/// refuses it; a warning says what it loses.
/// </summary>
/// <param name="whole">The question, when this is a place within it.</param>
internal sealed class QuestionScope(
    ImportFile file,
    int line,
    int column,
    QuestionScope? whole = null
)
{
    private readonly HashSet<(string Code, string Args)> said = whole?.said ?? [];
    private bool isRefused;

    public int Line => line;

    public bool IsRefused => (whole ?? this).isRefused;

    /// <summary>The same question, seen from one of its answers.</summary>
    public QuestionScope At(int offset)
    {
        var (atLine, atColumn) = file.PlaceOf(offset);
        return At(atLine, atColumn);
    }

    public QuestionScope At(int atLine, int atColumn) => new(file, atLine, atColumn, whole ?? this);

    /// <summary>Once for each thing in a question.</summary>
    public void Say(FindingText text, params string[] args) => Suggest(text, null, args);

    /// <summary>With what was probably meant.</summary>
    public void Suggest(FindingText text, string? suggestion, params string[] args)
    {
        (whole ?? this).isRefused |= text.Severity == Severity.Error;
        if (said.Add((text.Code, string.Join('\n', args))))
        {
            file.ReportAt(text, line, column, suggestion, args);
        }
    }
}
