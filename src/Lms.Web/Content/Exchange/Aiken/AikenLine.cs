namespace Lms.Web.Content.Exchange.Aiken;

internal enum AikenKind
{
    Blank,
    Text,
    Option,
    Answer,
}

/// <summary>One line of a file.</summary>
/// <param name="Letter">Of an option or of the answer, as written; empty when the form is wrong.</param>
/// <param name="Text">Of an option behind its letter; else the line.</param>
internal sealed record AikenLine(AikenKind Kind, string Letter, string Text, int Offset)
{
    private const string AnswerMark = "ANSWER:";

    public bool HasSpace { get; private init; }

    public AikenLine AsText => new(AikenKind.Text, "", whole, Offset);

    private string whole = Text;

    public static IEnumerable<AikenLine> Of(string text)
    {
        for (var start = 0; start < text.Length; )
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            yield return Read(text[start..end], start);
            start = end + 1;
        }
    }

    private static AikenLine Read(string line, int start)
    {
        var text = line.Trim();
        var offset = start + line.Length - line.TrimStart().Length;
        return text.Length == 0 ? new(AikenKind.Blank, "", "", start)
            : text.StartsWith(AnswerMark, StringComparison.OrdinalIgnoreCase)
                ? new(AikenKind.Answer, AnswerLetter(text), text, offset)
            // Letters of both alphabets: what is not Latin is told apart when it is read.
            : text is [var letter, '.' or ')', .. var rest] && char.IsLetter(letter)
                ? new(AikenKind.Option, letter.ToString(), rest.TrimStart(), offset)
                {
                    HasSpace = rest is "" or [' ' or '\t', ..],
                    whole = text,
                }
            : new(AikenKind.Text, "", text, offset);
    }

    private static string AnswerLetter(string text)
    {
        var letter = text[AnswerMark.Length..].Trim().TrimEnd('.', ')');
        return letter.Length == 1 && text.StartsWith(AnswerMark, StringComparison.Ordinal)
            ? letter
            : "";
    }
}
