using System.Globalization;
using MiniExcelLibs;
using MiniExcelLibs.Attributes;
using MiniExcelLibs.OpenXml;

namespace Lms.Web.Features.Shared.Tables;

/// <summary>
/// A workbook: the first sheet is the table with typed cells, the second says what it is and who took it.
/// It waits in a file that goes away when closed: an archive ends with blocking writes, which the server
/// does not allow on an answer, and memory does not grow with the table.
/// </summary>
internal static class XlsxTable
{
    private const string DayFormat = @"yyyy\-mm\-dd";
    private const int MostColumnWidth = 60;

    // A full name with a patronymic, a community with what kind it is.
    private const int TextWidth = 44;
    private const int NotesWidth = 100;

    // ECMA-376, 18.2.19: at most 31 characters, and none of these.
    private const string NotInNames = "[]:*?/\\'";
    private const int LongestName = 31;

    public static async Task WriteAsync(
        Stream to,
        ReportTable table,
        IAsyncEnumerable<ReportCell[]> rows,
        IReadOnlyList<string> marks,
        Texts texts,
        CancellationToken cancel
    )
    {
        await using var cells = new CellReader(
            [.. table.Columns.Select(column => column.Key)],
            rows.Select(row => row.Select(cell => CellWords.Typed(texts, cell)).ToArray()),
            cancel
        );
        var lines = table.Notes.Concat(marks).Select(line => new object[] { line });
        await using var notes = new CellReader([table.Title], lines.ToAsyncEnumerable(), cancel);
        var first = NameOf(table.Title, "1");
        var second = NameOf(texts["shared.table.about"], "2");
        var sheets = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            [first] = cells,
            [second == first ? $"{second} 2" : second] = notes,
        };

        await using var file = Waiting();
        await file.SaveAsAsync(sheets, configuration: Look(table), cancellationToken: cancel);
        file.Position = 0;
        await file.CopyToAsync(to, cancel);
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

    private static OpenXmlConfiguration Look(ReportTable table) =>
        new()
        {
            // In every other the library writes numbers and days as texts.
            Culture = CultureInfo.InvariantCulture,
            FreezeRowCount = 1,
            AutoFilter = true,
            // Rows have no height of their own, and some programs lay wrapped lines over one another.
            StyleOptions = new OpenXmlStyleOptions { WrapCellContents = false },
            DynamicColumns =
            [
                .. table.Columns.Select(Look),
                new DynamicExcelColumn(table.Title) { Width = NotesWidth },
            ],
        };

    private static DynamicExcelColumn Look(ReportColumn column) =>
        new(column.Key)
        {
            Name = column.Words,
            Format = column.Kind == ColumnKind.Day ? DayFormat : null,
            Width = Math.Clamp(
                column.Words.Length + 2,
                column.Kind == ColumnKind.Text ? TextWidth : 12,
                MostColumnWidth
            ),
        };

    private static string NameOf(string words, string otherwise)
    {
        var signs = words.Where(sign =>
            !char.IsControl(sign) && !char.IsSurrogate(sign) && !NotInNames.Contains(sign)
        );
        var name = string.Concat(signs).Trim();
        name = name.Length > LongestName ? name[..LongestName].Trim() : name;
        return name.Length > 0 ? name : otherwise;
    }
}
