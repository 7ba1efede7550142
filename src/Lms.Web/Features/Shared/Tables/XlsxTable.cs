using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Lms.Web.Features.Shared.Tables;

/// <summary>
/// An Office Open XML workbook (ECMA-376) written row by row: memory does not grow with the table. The
/// first sheet is the table with typed cells, the second says what it is and who took it.
/// </summary>
internal static class XlsxTable
{
    private const int Batch = 65_536;
    private const int MostColumnWidth = 60;

    // Numbers of the cell formats in styles.xml.
    private const int Head = 1;
    private const int Day = 2;
    private const int Wrapped = 3;

    public static async Task WriteAsync(
        Stream to,
        ReportTable table,
        IAsyncEnumerable<ReportCell[]> rows,
        IReadOnlyList<string> marks,
        Texts texts,
        CancellationToken cancel
    )
    {
        await using var spool = new Spool(to);
        await using (
            var zip = await ZipArchive.CreateAsync(
                spool,
                ZipArchiveMode.Create,
                leaveOpen: true,
                entryNameEncoding: null,
                cancel
            )
        )
        {
            foreach (
                var (name, content) in XlsxParts.Around(table.Title, texts["shared.table.about"])
            )
            {
                await AddAsync(zip, name, content, cancel);
            }

            await AddAsync(zip, "xl/worksheets/sheet2.xml", About(table, marks), cancel);
            await using var sheet = await Entry(zip, "xl/worksheets/sheet1.xml").OpenAsync(cancel);
            await SheetAsync(sheet, spool, table, rows, texts, cancel);
        }

        await spool.DrainAsync(cancel);
    }

    private static async Task SheetAsync(
        Stream sheet,
        Spool spool,
        ReportTable table,
        IAsyncEnumerable<ReportCell[]> rows,
        Texts texts,
        CancellationToken cancel
    )
    {
        var text = new StringBuilder(Batch * 2);
        Begin(text, table);
        var number = 1;
        await foreach (var row in rows.WithCancellation(cancel))
        {
            number++;
            text.Append("<row r=\"").Append(number).Append("\">");
            for (var at = 0; at < row.Length; at++)
            {
                Cell(text, texts, row[at]);
            }

            text.Append("</row>");
            if (text.Length >= Batch)
            {
                await FlushAsync(sheet, text, cancel);
                await spool.DrainAsync(cancel);
            }
        }

        var last = $"{ColumnName(table.Columns.Count)}{number}";
        text.Append("</sheetData><autoFilter ref=\"A1:").Append(last).Append("\"/></worksheet>");
        await FlushAsync(sheet, text, cancel);
    }

    private static void Begin(StringBuilder text, ReportTable table)
    {
        text.Append(XlsxParts.SheetHead)
            .Append("<sheetViews><sheetView workbookViewId=\"0\">")
            .Append(
                "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
            )
            .Append("</sheetView></sheetViews><cols>");
        for (var at = 0; at < table.Columns.Count; at++)
        {
            var column = table.Columns[at];
            var width = Math.Clamp(
                column.Words.Length + 2,
                column.Kind == ColumnKind.Text ? 24 : 12,
                MostColumnWidth
            );
            text.Append(
                CultureInfo.InvariantCulture,
                $"<col min=\"{at + 1}\" max=\"{at + 1}\" width=\"{width}\" customWidth=\"1\"/>"
            );
        }

        text.Append("</cols><sheetData><row r=\"1\">");
        foreach (var column in table.Columns)
        {
            Inline(text, column.Words, Head);
        }

        text.Append("</row>");
    }

    private static void Cell(StringBuilder text, Texts texts, ReportCell cell)
    {
        switch (cell.Value)
        {
            case int whole:
                text.Append(CultureInfo.InvariantCulture, $"<c><v>{whole}</v></c>");
                break;
            case decimal number:
                text.Append(CultureInfo.InvariantCulture, $"<c><v>{number}</v></c>");
                break;
            case DateOnly day:
                // Days since 30 December 1899, as spreadsheets count them.
                var serial = day.DayNumber - new DateOnly(1899, 12, 30).DayNumber;
                text.Append(CultureInfo.InvariantCulture, $"<c s=\"{Day}\"><v>{serial}</v></c>");
                break;
            default:
                // Told to be a text: no program takes it for a formula.
                Inline(text, CellWords.Of(texts, cell), 0);
                break;
        }
    }

    private static void Inline(StringBuilder text, string value, int style) =>
        text.Append("<c t=\"inlineStr\" s=\"")
            .Append(style)
            .Append("\"><is><t xml:space=\"preserve\">")
            .Append(SecurityElement.Escape(XlsxParts.Allowed(value)))
            .Append("</t></is></c>");

    private static string About(ReportTable table, IReadOnlyList<string> marks)
    {
        var text = new StringBuilder(XlsxParts.SheetHead).Append(
            "<cols><col min=\"1\" max=\"1\" width=\"100\" customWidth=\"1\"/></cols><sheetData>"
        );
        foreach (var line in table.Notes.Prepend(table.Title).Concat(marks))
        {
            text.Append("<row>");
            Inline(text, line, Wrapped);
            text.Append("</row>");
        }

        return text.Append("</sheetData></worksheet>").ToString();
    }

    private static string ColumnName(int number)
    {
        var name = "";
        for (; number > 0; number = (number - 1) / 26)
        {
            name = (char)('A' + ((number - 1) % 26)) + name;
        }

        return name;
    }

    private static ZipArchiveEntry Entry(ZipArchive zip, string name) =>
        zip.CreateEntry(name, CompressionLevel.Fastest);

    private static async Task AddAsync(
        ZipArchive zip,
        string name,
        string content,
        CancellationToken cancel
    )
    {
        await using var entry = await Entry(zip, name).OpenAsync(cancel);
        await entry.WriteAsync(Encoding.UTF8.GetBytes(content), cancel);
    }

    private static async Task FlushAsync(Stream to, StringBuilder text, CancellationToken cancel)
    {
        await to.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), cancel);
        text.Clear();
    }
}
