using System.Text;
using Lms.Web.Pdf;

namespace Lms.Web.Tests.Pdf;

public sealed class PdfDocumentTests
{
    private static readonly TextStyle style = new(NotoSans.Regular, 12, new Rgb(0));

    [Fact]
    public void Asked_twice_a_document_gives_the_same_bytes()
    {
        var document = OnePage("Їжак");

        Assert.Equal(document.ToBytes(), document.ToBytes());
    }

    [Fact]
    public async Task A_document_carries_only_the_letters_it_uses()
    {
        var few = OnePage("Їжак").ToBytes();
        var many = OnePage("АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯабвгґдеєжзиіїйклмноп").ToBytes();

        Assert.True(few.Length < many.Length);
        Assert.True(many.Length < 20_000, $"{many.Length} bytes; the whole font has 500,000");
        Assert.Matches(@"\w{6}\+NotoSans-Regular\s.*yes yes yes", await PdfTools.FontsOf(few));
    }

    [Theory]
    [InlineData("й", "и")]
    [InlineData("ї", "і")]
    [InlineData("É", "E")]
    public async Task A_letter_made_of_parts_has_its_base_and_its_mark(string letter, string plain)
    {
        var whole = await PdfTools.PictureOf(OnePage(letter).ToBytes(), 300);
        var part = await PdfTools.PictureOf(OnePage(plain).ToBytes(), 300);
        int DarkIn(byte[,] picture) => picture.Cast<byte>().Count(grey => grey < 128);

        Assert.InRange(DarkIn(whole), DarkIn(part) + 5, 2 * DarkIn(part));
    }

    [Fact]
    public async Task All_of_the_alphabet_is_copied_letter_for_letter()
    {
        const string Text =
            "Щебетали жваві ґави, їхній фюзеляж — «єство» № 5; м’яч, п'ять, зʼїзд… "
            + "The quick brown fox: ÀÉÎõü §© 1/2 €₴ -‑–—";

        Assert.Equal(Text, await PdfTools.TextOf(OnePage(Text).ToBytes()));
    }

    [Fact]
    public async Task Another_language_and_a_column_header_are_tagged()
    {
        var document = new PdfDocument(Description);
        var page = document.AddPage(PageFormat.A4Portrait);
        var row = document.Structure.Add(StructureRole.Table).Add(StructureRole.TR);
        var header = row.Add(StructureRole.TH, language: "en", scope: HeaderScope.Column);
        page.Text(header, TextBlock.Set("Community", style, 200, TextAlignment.Center), 50, 50);
        var pdf = document.ToBytes();

        Assert.Contains("/Scope /Column", await PdfTools.StructureOf(pdf));
        var objects = await PdfTools.ObjectsOf(pdf);
        Assert.Contains("/S /TH", objects);
        Assert.Contains("/Lang (en)", objects);
    }

    [Fact]
    public async Task Decoration_and_text_without_a_tag_stay_out_of_the_structure()
    {
        var document = OnePage("Зміст");
        var page = document.AddPage(PageFormat.A4Landscape);
        page.Text(null, TextBlock.Set("Сторінка 2", style, 200), 50, 50);
        page.Line(10, 10, 90, 10, 1, new Rgb(0x1F5F66));
        page.Frame(10, 10, 80, 20, 1, new Rgb(0x1F5F66));
        var pdf = document.ToBytes();

        Assert.Contains("No syntax or stream encoding errors", await PdfTools.CheckOf(pdf));
        var structure = await PdfTools.StructureOf(pdf);
        Assert.Contains("Зміст", structure);
        Assert.DoesNotContain("Сторінка", structure);
    }

    [Fact]
    public async Task A_title_with_signs_of_markup_harms_neither_metadata_nor_links()
    {
        var document = new PdfDocument(Description with { Title = "А <б> & «в» (г) \\" });
        var page = document.AddPage(PageFormat.A4Portrait);
        var address = new Uri("https://example.org/a(b)?c=ї");
        var block = TextBlock.Set("сюди", style, 200);
        page.Link(document.Structure.Add(StructureRole.P), block, 50, 50, address);
        var pdf = document.ToBytes();

        Assert.Contains("No syntax or stream encoding errors", await PdfTools.CheckOf(pdf));
        Assert.Contains("А <б> & «в» (г) \\", await PdfTools.AboutOf(pdf));
    }

    private static PdfDescription Description { get; } =
        new("Проба", "Ліга", "uk", SampleCertificate.IssuedAt, new byte[16]);

    private static PdfDocument OnePage(string text)
    {
        var document = new PdfDocument(Description);
        var page = document.AddPage(PageFormat.A4Portrait);
        var block = TextBlock.Set(text, style, 500);
        page.Text(document.Structure.Add(StructureRole.P), block, 50, 50);
        return document;
    }
}
