using System.Text;
using Sylvan.Data.Csv;

namespace Lms.Web.Features.Shared.Tables;

/// <summary>RFC 4180 in UTF-8, with the mark that tells spreadsheets so.</summary>
internal static class CsvTable
{
    private const int LongestText = 1_048_576;

    public static async Task WriteAsync(
        Stream to,
        ReportTable table,
        IAsyncEnumerable<ReportCell[]> rows,
        IReadOnlyList<string> marks,
        Texts texts,
        CancellationToken cancel
    )
    {
        await using var text = new StreamWriter(to, new UTF8Encoding(true), leaveOpen: true);
        await using var csv = CsvDataWriter.Create(
            text,
            new CsvDataWriterOptions
            {
                WriteHeaders = false,
                NewLine = "\r\n",
                // A spreadsheet that parts cells at ; would begin a formula after it.
                QuoteStrings = CsvStringQuoting.AlwaysQuoteNonEmpty,
                MaxBufferSize = LongestText,
            }
        );
        string[] head = [.. table.Columns.Select(column => column.Words)];
        await AddAsync(new[] { (object[])head }.ToAsyncEnumerable(), head);
        await AddAsync(
            rows.Select(row => row.Select(cell => CellWords.Typed(texts, cell)).ToArray()),
            head
        );

        // After the rows, so that the head of the file is that of the table.
        var notes = table.Notes.Concat(marks).Prepend("");
        await AddAsync(notes.Select(note => new object[] { note }).ToAsyncEnumerable(), ["note"]);

        async Task AddAsync(IAsyncEnumerable<object[]> lines, IReadOnlyList<string> names)
        {
            await using var reader = new CellReader(names, lines.Select(Neutral), cancel);
            await csv.WriteAsync(reader, cancel);
        }
    }

    private static object[] Neutral(object[] line) =>
        [.. line.Select(value => value is string text ? CellWords.Neutral(text) : value)];
}
