using System.IO.Compression;
using System.Text;

namespace Lms.Web.Features.Shared.Tables;

/// <summary>
/// A workbook (ECMA-376): the first sheet is the table with typed cells, the second says what it is and
/// who took it. It waits in a file that goes away when closed: whoever fetches it slowly holds no read of
/// the database, and memory does not grow with the table.
/// </summary>
internal static class XlsxTable
{
    private const int NotesWidth = 100;
    private const int MostColumnWidth = 60;

    // ECMA-376, 18.2.19: at most 31 characters, and none of these.
    private const string NotInNames = "[]:*?/\\'";
    private const int LongestName = 31;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Parts = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private const string Bonds =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const string Types = $"""
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Parts}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{Parts}.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Parts}.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="{Parts}.worksheet+xml"/></Types>
        """;

    private const string Root = $"""
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Bonds}/officeDocument" Target="xl/workbook.xml"/></Relationships>
        """;

    private const string Inner = $"""
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Bonds}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Bonds}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="{Bonds}/styles" Target="styles.xml"/></Relationships>
        """;

    // The styles of cells by their number: plain and wrapped, head, day.
    private const string Styles = $"""
        <styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf xfId="0" fontId="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf xfId="0" numFmtId="164" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf></cellXfs></styleSheet>
        """;

    public static async Task WriteAsync(
        Stream to,
        ReportTable table,
        IAsyncEnumerable<ReportCell[]> rows,
        IReadOnlyList<string> marks,
        Texts texts,
        CancellationToken cancel
    )
    {
        await using var file = Waiting();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            await WritePartAsync(zip, "[Content_Types].xml", Types);
            await WritePartAsync(zip, "_rels/.rels", Root);
            await WritePartAsync(zip, "xl/_rels/workbook.xml.rels", Inner);
            await WritePartAsync(zip, "xl/styles.xml", Styles);
            await WritePartAsync(zip, "xl/workbook.xml", Workbook(table, texts));
            await using (var sheet = Sheet(zip, 1))
            {
                await WriteTableAsync(sheet, table, rows, texts, cancel);
            }

            await using (var sheet = Sheet(zip, 2))
            {
                sheet.Begin([NotesWidth], isTable: false);
                foreach (var line in table.Notes.Concat(marks).Prepend(table.Title))
                {
                    sheet.Row([line], sheet.Rows == 0);
                }

                await sheet.EndAsync(isTable: false, cancel);
            }
        }

        file.Position = 0;
        await file.CopyToAsync(to, cancel);
    }

    private static async Task WriteTableAsync(
        XlsxSheet sheet,
        ReportTable table,
        IAsyncEnumerable<ReportCell[]> rows,
        Texts texts,
        CancellationToken cancel
    )
    {
        sheet.Begin([.. table.Columns.Select(WidthOf)], isTable: true);
        sheet.Row([.. table.Columns.Select(column => column.Words)], isHead: true);
        var values = new object[table.Columns.Count];
        await foreach (var row in rows.WithCancellation(cancel))
        {
            for (var at = 0; at < values.Length; at++)
            {
                values[at] = CellWords.Typed(texts, row[at]);
            }

            sheet.Row(values);
            if (sheet.IsFull)
            {
                await sheet.FlushAsync(cancel);
            }
        }

        await sheet.EndAsync(isTable: true, cancel);
    }

    private static async Task WritePartAsync(ZipArchive zip, string name, string words)
    {
        await using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        await part.WriteAsync(
            Encoding.UTF8.GetBytes(
                $"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{words}"""
            )
        );
    }

    private static XlsxSheet Sheet(ZipArchive zip, int number) =>
        new(zip.CreateEntry($"xl/worksheets/sheet{number}.xml", CompressionLevel.Fastest).Open());

    private static string Workbook(ReportTable table, Texts texts)
    {
        var first = NameOf(table.Title, "1");
        var second = NameOf(texts["shared.table.about"], "2");
        second = second == first ? $"{second} 2" : second;
        return $"""<workbook xmlns="{Main}" xmlns:r="{Bonds}"><sheets><sheet name="{XlsxSheet.Escaped(first)}" sheetId="1" r:id="rId1"/><sheet name="{XlsxSheet.Escaped(second)}" sheetId="2" r:id="rId2"/></sheets></workbook>""";
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
            column.Kind == ColumnKind.Text ? 24 : 12,
            MostColumnWidth
        );

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
