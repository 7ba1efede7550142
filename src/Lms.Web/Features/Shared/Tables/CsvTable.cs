using System.Buffers;
using System.Text;

namespace Lms.Web.Features.Shared.Tables;

/// <summary>RFC 4180 in UTF-8, with the mark that tells spreadsheets so.</summary>
internal static class CsvTable
{
    private static readonly SearchValues<char> Breaking = SearchValues.Create(",\"\r\n;\t");

    public static async Task WriteAsync(
        Stream to,
        ReportTable table,
        IAsyncEnumerable<ReportCell[]> rows,
        IReadOnlyList<string> marks,
        Texts texts,
        CancellationToken cancel
    )
    {
        await using var writer = new StreamWriter(
            to,
            new UTF8Encoding(true),
            65_536,
            leaveOpen: true
        );
        await writer.WriteAsync(
            Line(table.Columns.Select(column => CellWords.Neutral(column.Words)))
        );
        await foreach (var row in rows.WithCancellation(cancel))
        {
            await writer.WriteAsync(Line(row.Select(cell => CellWords.Plain(texts, cell))));
        }

        // After the rows, so that the head of the file is that of the table.
        await writer.WriteAsync("\r\n");
        foreach (var mark in table.Notes.Concat(marks))
        {
            await writer.WriteAsync(Line([CellWords.Neutral(mark)]));
        }
    }

    private static string Line(IEnumerable<string> values) =>
        string.Join(',', values.Select(Quoted)) + "\r\n";

    private static string Quoted(string value) =>
        !value.AsSpan().ContainsAny(Breaking)
            ? value
            : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
