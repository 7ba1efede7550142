using System.Text;
using Lms.Web.Content.Files;

namespace Lms.Web.Content.Exchange.Bank;

/// <summary>A bank that grows: what stands in it is kept byte for byte.</summary>
internal sealed class BankText
{
    private readonly StringBuilder text;
    private readonly HashSet<string> ids;
    private readonly string lineEnd;
    private int bytes;

    private BankText(string existing, HashSet<string> ids)
    {
        (text, this.ids) = (new(existing), ids);
        bytes = Encoding.UTF8.GetByteCount(existing);
        lineEnd = existing.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
    }

    public static BankText New(string title)
    {
        var quoted = title.Replace('\\', ' ').Replace('"', '\'');
        var plain = string.Concat(quoted.Select(letter => char.IsControl(letter) ? ' ' : letter));
        return new($"---\ntitle: \"{plain}\"\n---\n", []);
    }

    public static BankText Of(string existing) =>
        new(
            existing,
            QuestionPlaces.In(existing).Select(found => found.Id).ToHashSet(StringComparer.Ordinal)
        );

    /// <summary>Those that are there already, or do not fit, are reported and left out.</summary>
    /// <returns>How many were added.</returns>
    public int Add(IReadOnlyList<ImportedQuestion> questions, ImportFile file)
    {
        var added = 0;
        foreach (var question in questions)
        {
            var (id, markdown) = BankWriter.Write(question);
            var piece = Piece(markdown);
            var size = Encoding.UTF8.GetByteCount(piece);
            if (!ids.Add(id))
            {
                file.ReportAt(ExchangeTexts.AlreadyThere, question.Line, 1, null, id);
            }
            else if (bytes + size > SourceFile.MostBytes)
            {
                file.ReportAt(ExchangeTexts.BankFull, question.Line, 1, null);
            }
            else
            {
                text.Append(piece);
                (added, bytes) = (added + 1, bytes + size);
            }
        }

        return added;
    }

    public override string ToString() => text.ToString();

    /// <summary>With an empty line before it.</summary>
    private string Piece(string markdown)
    {
        var endsLine = text.Length == 0 || text[^1] == '\n';
        var piece = (endsLine ? "\n" : "\n\n") + markdown;
        return lineEnd == "\n" ? piece : piece.Replace("\n", lineEnd, StringComparison.Ordinal);
    }
}
