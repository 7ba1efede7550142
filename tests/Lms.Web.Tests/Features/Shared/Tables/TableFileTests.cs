using System.IO.Compression;
using System.Xml.Linq;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Tables;
using MiniExcelLibs;

namespace Lms.Web.Tests.Features.Shared.Tables;

/// <summary>Tables as files: nothing runs, every type is kept, memory does not grow.</summary>
public sealed class TableFileTests
{
    private static readonly XNamespace Sheet =
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static readonly ReportTable Table = new()
    {
        Name = "test",
        Title = "Таблиця: [проба]",
        Columns =
        [
            new("name", "Ім’я"),
            new("count", "Скільки", ColumnKind.Whole),
            new("hours", "Годин", ColumnKind.Decimal),
            new("day", "День", ColumnKind.Day),
        ],
        Notes = ["Станом на сьогодні"],
    };

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+380", "'+380")]
    [InlineData("-2", "'-2")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "'\r=1")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("＋1", "'＋1")]
    [InlineData("－1", "'－1")]
    [InlineData("＠A", "'＠A")]
    [InlineData("  =1", "'  =1")]
    [InlineData("О’Нілл", "О’Нілл")]
    [InlineData("", "")]
    public void A_text_is_no_formula(string written, string neutral) =>
        Assert.Equal(neutral, CellWords.Neutral(written));

    [Fact]
    public async Task Csv_quotes_every_text_and_says_what_is_not_stated()
    {
        using var file = new MemoryStream();
        await CsvTable.WriteAsync(
            file,
            Table,
            Rows(
                ["Ім’я, \"друге\"\nдалі", 3, 1.5m, ReportCell.Missing],
                ["=1+1", 4, 1234.5m, new DateOnly(2026, 11, 23)],
                ["перша;=друга", 5, ReportCell.Missing, ReportCell.Missing],
                [new string('ї', 100_000), 6, 0m, ReportCell.Missing]
            ),
            ["=Хтось"],
            Texts.Uk,
            default
        );

        var text = System.Text.Encoding.UTF8.GetString(file.ToArray());
        Assert.StartsWith(
            "\ufeff\"Ім’я\",\"Скільки\",\"Годин\",\"День\"\r\n"
                + "\"Ім’я, \"\"друге\"\"\nдалі\",3,1.5,\"не вказано\"\r\n"
                + "\"'=1+1\",4,1234.5,2026-11-23\r\n"
                + "\"перша;=друга\",5,\"не вказано\",\"не вказано\"\r\n\"їїї",
            text,
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            "\r\n\r\n\"Станом на сьогодні\"\r\n\"'=Хтось\"\r\n",
            text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Xlsx_keeps_the_types_and_reads_as_xml()
    {
        const string hostile = "=HYPERLINK(\"x\") <&\u0001\ud83d\ude00 _x0041_";
        using var file = await XlsxAsync(
            Table with
            {
                Title = $"{hostile}/",
                Columns = [Table.Columns[0] with { Words = hostile }, .. Table.Columns.Skip(1)],
            },
            [hostile, 3, 1.5m, new DateOnly(2026, 11, 23)],
            ["$=A1", ReportCell.Missing, -0.25m, ReportCell.Missing]
        );

        using (var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true))
        {
            Assert.All(zip.Entries, entry => XDocument.Load(entry.Open()));
            var sheet = XDocument.Load(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
            Assert.Empty(sheet.Descendants(Sheet + "f"));
            Assert.NotEmpty(sheet.Descendants(Sheet + "autoFilter"));
            Assert.Equal(
                "frozen",
                sheet.Descendants(Sheet + "pane").Single().Attribute("state")!.Value
            );
            var cells = sheet
                .Descendants(Sheet + "row")
                .ElementAt(1)
                .Elements(Sheet + "c")
                .ToList();
            Assert.Equal(
                ["inlineStr", null, null, null],
                cells.Select(cell => cell.Attribute("t")?.Value)
            );
            Assert.Equal(
                ["3", "1.5", "46349"],
                cells.Skip(1).Select(cell => cell.Element(Sheet + "v")!.Value)
            );
            var styles = XDocument.Load(zip.GetEntry("xl/styles.xml")!.Open());
            var style = styles
                .Descendants(Sheet + "cellXfs")
                .Elements(Sheet + "xf")
                .ElementAt((int)cells[3].Attribute("s")!);
            Assert.Equal(
                "yyyy\\-mm\\-dd",
                styles
                    .Descendants(Sheet + "numFmt")
                    .Single(format =>
                        format.Attribute("numFmtId")!.Value == style.Attribute("numFmtId")!.Value
                    )
                    .Attribute("formatCode")!
                    .Value
            );
        }

        var names = file.GetSheetNames();
        Assert.Equal("=HYPERLINK(\"x\") <& _x0041_", names[0]);
        var rows = Read(file, names[0]);
        Assert.Equal([hostile, "Скільки", "Годин", "День"], rows[0]);
        Assert.Equal([hostile, 3.0, 1.5, new DateTime(2026, 11, 23)], rows[1]);
        Assert.Equal(["$=A1", "не вказано", -0.25, "не вказано"], rows[2]);
        Assert.Equal(
            [$"{hostile}/", "Станом на сьогодні", "Копія, рядків: 2"],
            Read(file, names[1]).Select(row => row[0])
        );
    }

    [Fact]
    public async Task Xlsx_without_rows_has_its_head()
    {
        using var file = await XlsxAsync(Table);

        Assert.Equal(["Таблиця проба", "Про звіт"], file.GetSheetNames());
        Assert.Equal(
            ["Ім’я", "Скільки", "Годин", "День"],
            Assert.Single(Read(file, "Таблиця проба"))
        );
    }

    [Theory]
    [InlineData(ExportFormat.Csv)]
    [InlineData(ExportFormat.Xlsx)]
    public async Task A_hundred_thousand_rows_leave_memory_as_it_was(ExportFormat format)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = 0L;
        await (
            format == ExportFormat.Csv
                ? CsvTable.WriteAsync(Stream.Null, Table, Many(), ["Копія"], Texts.Uk, default)
                : XlsxTable.WriteAsync(Stream.Null, Table, Many(), Marks, Texts.Uk, default)
        );
        TestContext.Current.TestOutputHelper?.WriteLine($"{format}: {(most - before) / 1024} KiB");
        Assert.InRange(most - before, long.MinValue, 40_000_000);

        async IAsyncEnumerable<ReportCell[]> Many()
        {
            for (var at = 0; at < 100_000; at++)
            {
                if (at % 20_000 == 0)
                {
                    most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true));
                    await Task.Yield();
                }

                yield return
                [
                    "Дем’янчук-Зразок Оксана Іванівна",
                    at,
                    1.5m,
                    new DateOnly(2026, 11, 23),
                ];
            }
        }
    }

    private static async Task<MemoryStream> XlsxAsync(ReportTable table, params ReportCell[][] rows)
    {
        var file = new MemoryStream();
        await XlsxTable.WriteAsync(file, table, Rows(rows), Marks, Texts.Uk, default);
        file.Position = 0;
        return file;
    }

    private static List<List<object?>> Read(Stream file, string sheet) =>
        [
            .. file.Query(sheetName: sheet)
                .Cast<IDictionary<string, object?>>()
                .Select(row => row.Values.ToList()),
        ];

    private static Task<IReadOnlyList<string>> Marks(int count) =>
        Task.FromResult<IReadOnlyList<string>>([$"Копія, рядків: {count}"]);

    private static IAsyncEnumerable<ReportCell[]> Rows(params ReportCell[][] rows) =>
        rows.ToAsyncEnumerable();
}
