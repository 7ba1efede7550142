using System.IO.Compression;
using System.Xml.Linq;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Tables;

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
    public async Task Csv_quotes_what_would_break_it_and_says_what_is_not_stated()
    {
        using var file = new MemoryStream();
        await CsvTable.WriteAsync(
            file,
            Table,
            Rows(["Ім’я, \"друге\"\nдалі", 3, 1.5m, ReportCell.Missing]),
            ["Копія: =Хтось"],
            Texts.Uk,
            default
        );

        var text = System.Text.Encoding.UTF8.GetString(file.ToArray());
        Assert.StartsWith("\ufeffІм’я,Скільки,Годин,День\r\n", text, StringComparison.Ordinal);
        Assert.Contains(
            "\"Ім’я, \"\"друге\"\"\nдалі\",3,1.5,не вказано\r\n",
            text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Xlsx_keeps_the_types_and_reads_as_xml()
    {
        using var file = new MemoryStream();
        await XlsxTable.WriteAsync(
            file,
            Table,
            Rows(["=HYPERLINK(\"x\") <&\u0001\ud83d\ude00", 3, 1.5m, new DateOnly(2026, 11, 23)]),
            ["Копія"],
            Texts.Uk,
            default
        );

        file.Position = 0;
        using var zip = new ZipArchive(file);
        Assert.All(zip.Entries, entry => XDocument.Load(entry.Open()));
        var cells = XDocument
            .Load(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open())
            .Descendants(Sheet + "row")
            .Last()
            .Elements(Sheet + "c")
            .ToList();
        Assert.Equal("inlineStr", cells[0].Attribute("t")!.Value);
        Assert.Equal("=HYPERLINK(\"x\") <& \ud83d\ude00", cells[0].Value);
        Assert.Equal(
            ["3", "1.5", "46349"],
            cells.Skip(1).Select(cell => cell.Element(Sheet + "v")!.Value)
        );
        Assert.Equal("2", cells[3].Attribute("s")!.Value);
    }

    [Fact]
    public async Task A_hundred_thousand_rows_leave_memory_as_it_was()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = 0L;
        await XlsxTable.WriteAsync(Stream.Null, Table, Many(), ["Копія"], Texts.Uk, default);
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

    private static IAsyncEnumerable<ReportCell[]> Rows(params ReportCell[] row) =>
        new[] { row }.ToAsyncEnumerable();
}
