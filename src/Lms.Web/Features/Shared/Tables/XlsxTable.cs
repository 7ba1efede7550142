using System.Globalization;
using System.Text.RegularExpressions;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace Lms.Web.Features.Shared.Tables;

/// <summary>
/// A workbook: the first sheet is the table with typed cells, the second says what it is and who took it.
/// It waits in a file that goes away when closed: whoever fetches it slowly holds no read of the database,
/// and memory does not grow with the table.
/// </summary>
internal static partial class XlsxTable
{
    private const string DayFormat = @"yyyy\-mm\-dd";
    private const int MostColumnWidth = 60;

    // A full name with a patronymic, a community with what kind it is.
    private const int TextWidth = 44;
    private const int NotesWidth = 100;

    // ECMA-376, 18.2.19: at most 31 characters, and none of these.
    private const string NotInNames = "[]:*?/\\'";
    private const int LongestName = 31;

    /// <param name="marks">Asked once with how many rows there were, before anything is told.</param>
    public static async Task WriteAsync(
        Stream to,
        ReportTable table,
        IAsyncEnumerable<ReportCell[]> rows,
        Func<int, Task<IReadOnlyList<string>>> marks,
        Texts texts,
        CancellationToken cancel
    )
    {
        await using var file = Waiting();
        await using (var book = await Spreadsheet.CreateNewAsync(file, Options, cancel))
        {
            var look = Look.Of(book);
            var first = NameOf(table.Title, "1");
            var second = NameOf(texts["shared.table.about"], "2");
            await book.StartWorksheetAsync(first, SheetOf(table), cancel);
            await book.AddRowAsync(Head(look, table.Columns.Select(one => one.Words)), cancel);
            var count = await WriteRowsAsync(book, look, rows, texts, cancel);
            await book.StartWorksheetAsync(
                second == first ? $"{second} 2" : second,
                NotesSheet(),
                cancel
            );
            await book.AddRowAsync(Head(look, [table.Title]), cancel);
            foreach (var line in table.Notes.Concat(await marks(count)))
            {
                await book.AddRowAsync([new StyledCell(Kept(line), look.Text)], cancel);
            }

            await book.FinishAsync(cancel);
        }

        file.Position = 0;
        await file.CopyToAsync(to, cancel);
    }

    private static SpreadCheetahOptions Options =>
        new() { CompressionLevel = SpreadCheetahCompressionLevel.Fastest };

    private static async Task<int> WriteRowsAsync(
        Spreadsheet book,
        Look look,
        IAsyncEnumerable<ReportCell[]> rows,
        Texts texts,
        CancellationToken cancel
    )
    {
        StyledCell[] cells = [];
        var count = 0;
        await foreach (var row in rows.WithCancellation(cancel))
        {
            if (cells.Length != row.Length)
            {
                cells = new StyledCell[row.Length];
            }

            for (var at = 0; at < row.Length; at++)
            {
                cells[at] = CellWords.Typed(texts, row[at]) switch
                {
                    int number => new(number, look.Text),
                    decimal number => new(number, look.Text),
                    DateOnly day => new(day.ToDateTime(TimeOnly.MinValue), look.Day),
                    var words => new(Kept(words.ToString()!), look.Text),
                };
            }

            await book.AddRowAsync(cells, cancel);
            count++;
        }

        return count;
    }

    private static StyledCell[] Head(Look look, IEnumerable<string> words) =>
        [.. words.Select(word => new StyledCell(Kept(word), look.Head))];

    // ECMA-376, 22.9.2.19: a sign that XML does not take stands as its number, and so does what looks like
    // such a number.
    private static string Kept(string words) =>
        Numbered()
            .Replace(
                words,
                sign => string.Create(CultureInfo.InvariantCulture, $"_x{(int)sign.Value[0]:X4}_")
            );

    [GeneratedRegex(
        "[\0-\u0008\u000b\u000c\u000e-\u001f]|_(?=x[0-9A-Fa-f]{4}_)",
        RegexOptions.None,
        1000
    )]
    private static partial Regex Numbered();

    private static WorksheetOptions SheetOf(ReportTable table)
    {
        var sheet = new WorksheetOptions
        {
            FrozenRows = 1,
            AutoFilter = new(
                string.Create(CultureInfo.InvariantCulture, $"A1:{Letters(table.Columns.Count)}1")
            ),
        };
        for (var at = 0; at < table.Columns.Count; at++)
        {
            sheet.Column(at + 1).Width = WidthOf(table.Columns[at]);
        }

        return sheet;
    }

    private static WorksheetOptions NotesSheet()
    {
        var sheet = new WorksheetOptions();
        sheet.Column(1).Width = NotesWidth;
        return sheet;
    }

    // Made by the system for its owner alone.
    private static FileStream Waiting() =>
        new(
            Path.GetTempFileName(),
            FileMode.Open,
            FileAccess.ReadWrite,
            FileShare.None,
            65_536,
            FileOptions.DeleteOnClose | FileOptions.Asynchronous
        );

    private static int WidthOf(ReportColumn column) =>
        Math.Clamp(
            column.Words.Length + 2,
            column.Kind == ColumnKind.Text ? TextWidth : 12,
            MostColumnWidth
        );

    // Columns are counted in letters: A, …, Z, AA, ….
    private static string Letters(int column) =>
        column <= 26
            ? $"{(char)('A' + column - 1)}"
            : $"{Letters((column - 1) / 26)}{(char)('A' + ((column - 1) % 26))}";

    private static string NameOf(string words, string otherwise)
    {
        var signs = words.Where(sign =>
            !char.IsControl(sign) && !char.IsSurrogate(sign) && !NotInNames.Contains(sign)
        );
        var name = string.Concat(signs).Trim();
        name = name.Length > LongestName ? name[..LongestName].Trim() : name;
        return name.Length > 0 ? name : otherwise;
    }

    // Nothing wraps: rows have no height of their own, and some programs lay wrapped lines over one another.
    private sealed record Look(StyleId Text, StyleId Head, StyleId Day)
    {
        public static Look Of(Spreadsheet book) =>
            new(
                book.AddStyle(new()),
                book.AddStyle(new() { Font = new() { Bold = true } }),
                book.AddStyle(new() { Format = NumberFormat.Custom(DayFormat) })
            );
    }
}
