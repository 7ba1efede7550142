using System.Globalization;
using System.Text;
using Lms.Web.Pdf;

namespace Lms.Web.Tests.Pdf;

public sealed class CertificateSheetTests
{
    [Fact]
    public void The_same_certificate_gives_the_same_bytes()
    {
        var first = SampleCertificate.Draw(SampleCertificate.Text);

        Assert.Equal(first, SampleCertificate.Draw(SampleCertificate.Text));
    }

    [Fact]
    public void Another_holder_or_another_time_gives_another_file()
    {
        var text = SampleCertificate.Text;
        var later = SampleCertificate.IssuedAt.AddSeconds(1);
        var first = SampleCertificate.Draw(text);

        Assert.NotEqual(first, SampleCertificate.Draw(text with { HolderName = "Ян Яр" }));
        Assert.NotEqual(first, CertificateSheet.Draw(text, SampleCertificate.Modules(), later));
    }

    [Fact]
    public async Task The_file_is_sound_and_says_what_it_is()
    {
        var pdf = SampleCertificate.Draw(SampleCertificate.Text);

        Assert.Contains("No syntax or stream encoding errors", await PdfTools.CheckOf(pdf));
        var about = await PdfTools.AboutOf(pdf);
        Assert.Matches(@"Title:\s+Сертифікат № 2026-000417\n", about);
        Assert.Matches(@"Tagged:\s+yes", about);
        Assert.Matches(@"Pages:\s+1\n", about);
        Assert.Matches(@"PDF version:\s+1\.7", about);
    }

    [Fact]
    public async Task The_tags_tell_the_certificate_in_reading_order()
    {
        var text = SampleCertificate.Text;
        var pdf = SampleCertificate.Draw(text);
        var structure = await PdfTools.StructureOf(pdf);

        var alternative = PdfSyntax.Text(text.QrAlternative).ToLowerInvariant();
        Assert.Contains($"/Alt {alternative}", await PdfTools.ObjectsOf(pdf));
        string[] expected =
        [
            "Document",
            text.Issuer,
            "H1",
            text.Heading,
            text.HolderName,
            text.Statement,
            "H2",
            text.CourseTitle,
            "Table",
            "TR",
            "TH",
            "/Scope /Row",
            text.Facts[0].Label,
            "TD",
            text.Facts[0].Text,
            text.Facts[^1].Text,
            text.OutcomesHeading,
            "LI",
            "LBody",
            text.Outcomes[0],
            text.Outcomes[^1],
            text.Signatory,
            text.Note,
            text.VerifyHint,
            "Figure",
            "/BBox",
            "Link",
            "navchannia.example.org/verify",
        ];
        var at = 0;
        foreach (var part in expected)
        {
            var found = structure.IndexOf(part, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"«{part}» is not where it should be in\n{structure}");
            at = found + part.Length;
        }
    }

    [Theory]
    [InlineData("Ґудзенко-Мар’яненко Наталія Їванівна")]
    [InlineData("О'Коннор-Лук'янець Зʼясована «Єва»")]
    [InlineData("В’ячеслав Ярослав № 7 — із Ґрунівки")]
    public async Task Names_with_apostrophes_are_copied_letter_for_letter(string name)
    {
        var pdf = SampleCertificate.Draw(SampleCertificate.Text with { HolderName = name });

        Assert.Contains(name, await PdfTools.TextOf(pdf));
    }

    [Fact]
    public async Task A_decomposed_name_is_copied_composed()
    {
        var name = "Їжакевич Андрій".Normalize(NormalizationForm.FormD);
        var pdf = SampleCertificate.Draw(SampleCertificate.Text with { HolderName = name });

        Assert.Contains("Їжакевич Андрій", await PdfTools.TextOf(pdf));
    }

    [Fact]
    public async Task Letters_the_font_lacks_are_boxes_that_still_copy()
    {
        var pdf = SampleCertificate.Draw(
            SampleCertificate.Text with
            {
                HolderName = "Лі 李 😀 \ud800 \uffff \u0007Ко",
            }
        );

        Assert.Contains("Лі 李 😀 \ufffd \ufffd Ко", await PdfTools.TextOf(pdf));
    }

    [Fact]
    public async Task Six_outcomes_a_long_name_and_a_long_title_keep_to_one_sheet()
    {
        var pdf = SampleCertificate.Draw(
            SampleCertificate.Text with
            {
                HolderName = "Александренко-Білоцерківська Владислава-Анастасія Всеволодівна",
                CourseTitle =
                    "Протидія торгівлі людьми та насильству: раннє виявлення, розмова, "
                    + "перенаправлення, супровід і міжвідомча взаємодія у громаді Сумської області",
                Outcomes = SampleCertificate.Outcomes(6),
            }
        );

        Assert.Matches(@"Pages:\s+1\n", await PdfTools.AboutOf(pdf));
    }

    [Fact]
    public async Task Outcomes_that_find_no_room_go_on_in_the_same_list_on_a_second_page()
    {
        var outcomes = SampleCertificate.Outcomes(16);
        var pdf = SampleCertificate.Draw(SampleCertificate.Text with { Outcomes = outcomes });

        Assert.Matches(@"Pages:\s+2\n", await PdfTools.AboutOf(pdf));
        var structure = await PdfTools.StructureOf(pdf);
        Assert.All(outcomes, outcome => Assert.Contains(outcome, structure));
        Assert.Single(structure.Split('\n'), line => line.Trim() == "L (block):");
    }

    [Fact]
    public async Task Empty_texts_leave_no_trace()
    {
        var pdf = SampleCertificate.Draw(
            SampleCertificate.Text with
            {
                IssuerDetail = "",
                Facts = [],
                Outcomes = [],
                Signatory = "",
                VerifyHint = "",
                VerifyAddress = "",
                Note = "",
            }
        );

        var structure = await PdfTools.StructureOf(pdf);
        Assert.DoesNotContain("Table", structure);
        Assert.DoesNotContain("LI", structure);
        Assert.DoesNotContain("Link", structure);
    }

    [Fact]
    public async Task Every_module_of_the_code_is_where_a_camera_looks_for_it()
    {
        const int Dots = 300;
        var modules = SampleCertificate.Modules();
        var pdf = SampleCertificate.Draw(SampleCertificate.Text);
        var picture = await PdfTools.PictureOf(pdf, Dots);
        var structure = await PdfTools.StructureOf(pdf);
        var box = structure.Split("/BBox [")[1].Split(']')[0].Split(' ').Select(Points).ToArray();
        var (left, right, top) = (box[0], box[2], 595.28 - box[3]);

        Assert.Equal(48, (right - left) / 72 * 25.4, 0.1);
        var module = (right - left) / (117 + 2 * 4);
        for (var row = 0; row < 117; row++)
        {
            for (var column = 0; column < 117; column++)
            {
                var y = (int)((top + (row + 4.5) * module) / 72 * Dots);
                var x = (int)((left + (column + 4.5) * module) / 72 * Dots);
                Assert.True(picture[y, x] < 128 == modules[row, column], $"{row}, {column}");
            }
        }
    }

    private static double Points(string number) =>
        double.Parse(number, CultureInfo.InvariantCulture);
}
