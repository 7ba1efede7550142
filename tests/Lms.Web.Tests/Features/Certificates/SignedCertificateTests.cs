using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lms.Domain.Certification;
using Lms.Web.Features.Shared;
using Lms.Web.Tests.Pdf;

namespace Lms.Web.Tests.Features.Certificates;

public sealed class SignedCertificateTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lms-sign-").FullName;
    private readonly SigningKey key;

    public SignedCertificateTests() => key = SigningKey.Open(folder);

    public void Dispose()
    {
        key.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void The_longest_payload_keeps_to_700_bytes_and_leaves_out_the_law_before_any_name()
    {
        var signed = IssuedSample.Sign(IssuedSample.Longest, key);

        Assert.InRange(Encoding.UTF8.GetByteCount(signed.Json), 300, CertificatePayload.MostBytes);
        Assert.Null(signed.Payload.Law);
        Assert.Equal(IssuedSample.Longest.Holder, signed.Payload.Holder);
    }

    [Fact]
    public void An_ordinary_payload_is_whole()
    {
        var signed = IssuedSample.Sign(IssuedSample.Claim, key);

        Assert.InRange(Encoding.UTF8.GetByteCount(signed.Json), 300, CertificatePayload.MostBytes);
        Assert.Equal(
            IssuedSample.Claim with
            {
                TextsDigest = signed.Payload.TextsDigest,
            },
            signed.Payload
        );
        var keys = JsonDocument.Parse(signed.Json).RootElement.EnumerateObject();
        Assert.Equal(
            ["f", "i", "ic", "n", "c", "s", "h", "k", "t", "v", "a", "l", "e", "w", "d", "u", "x"],
            keys.Select(one => one.Name)
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_sheet_keeps_to_30_kilobytes(bool isLongest)
    {
        var claim = isLongest ? IssuedSample.Longest : IssuedSample.Claim;

        var sheets = IssuedSample.Sign(claim, key).Sheets;

        Assert.Equal(["uk", "en"], sheets.Select(sheet => sheet.Language));
        Assert.All(sheets, sheet => Assert.InRange(sheet.Pdf.Length, 10_000, 30 * 1024));
    }

    [Fact]
    public async Task Each_file_carries_the_signature_and_the_texts_whose_digest_is_signed()
    {
        var signed = IssuedSample.Sign(IssuedSample.Claim, key);

        foreach (var sheet in signed.Sheets)
        {
            var jws = await PdfTools.AttachmentOf(sheet.Pdf, SignCertificate.SignatureFile);
            var texts = await PdfTools.AttachmentOf(sheet.Pdf, SignCertificate.TextsFile);
            Assert.Equal(signed.Jws, jws);
            Assert.Equal(
                signed.Payload.TextsDigest,
                Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(texts)))
            );
            Assert.Contains(
                "No syntax or stream encoding errors",
                await PdfTools.CheckOf(sheet.Pdf)
            );
        }
    }

    [Fact]
    public async Task The_sheet_shows_every_field_that_a_provider_owes()
    {
        var text = await PdfTools.TextOf(IssuedSample.Sign(IssuedSample.Claim, key).Sheets[0].Pdf);

        foreach (
            var owed in new[]
            {
                IssuedSample.Pack.Issuer.Name.Uk,
                "ЄДРПОУ 12345678",
                "2026-000417",
                IssuedSample.Claim.Holder,
                "К1 · Торгівля людьми: що має знати кожен у громаді",
                "версія 3",
                "6 год · 0,2 кредиту ЄКТС",
                "4,5 год самостійно, 1,5 год наживо",
                "3739-VI, станом на 23 листопада 2026",
                "онлайн, асинхронно з живою зустріччю",
                "24 листопада 2026",
                "23 листопада 2028, за рішенням організатора",
                "Голова правління Олександра Кравченко-Білик",
                "не дає права встановлювати статус",
                "перенаправляє дорослу людину за згодою",
            }
        )
        {
            Assert.Contains(owed, text);
        }

        Assert.DoesNotContain("Зразок", text);
    }

    [Fact]
    public async Task An_untranslated_title_stands_in_its_own_language_on_an_english_sheet()
    {
        var sheet = IssuedSample.Sign(IssuedSample.Claim, key).Sheets[1];

        Assert.Matches(
            @"Title:\s+Certificate No\. 2026-000417\n",
            await PdfTools.AboutOf(sheet.Pdf)
        );
        var text = await PdfTools.TextOf(sheet.Pdf);
        Assert.Contains("К1 · Торгівля людьми", text);
        Assert.Contains("of successful completion of training", text);
        Assert.Contains("as the organiser decided", text);
        Assert.Contains("/Lang (uk)", await PdfTools.ObjectsOf(sheet.Pdf));
    }

    [Fact]
    public async Task A_translated_course_and_a_latin_name_make_the_english_sheet_english()
    {
        var claim = IssuedSample.Claim with { Latin = "Gudzenko-Marianenko Nataliia" };
        var signed = IssuedSample.Sign(claim, key, manifest: IssuedSample.Translated(claim));

        var english = await PdfTools.TextOf(signed.Sheets[1].Pdf);
        Assert.Contains("what everyone in a community should know", english);
        Assert.Contains("online, with a live meeting", english);
        Assert.Contains($"{claim.Latin} {claim.Holder} has completed", english);
        var own = await PdfTools.TextOf(signed.Sheets[0].Pdf);
        Assert.Contains($"{claim.Holder} {claim.Latin}", own);
    }

    [Fact]
    public async Task A_demonstration_says_on_both_sheets_that_they_are_samples()
    {
        var sheets = IssuedSample.Sign(IssuedSample.Claim, key, isDemo: true).Sheets;

        Assert.Contains(
            "Зразок: цей документ нічого не засвідчує",
            await PdfTools.TextOf(sheets[0].Pdf)
        );
        Assert.Contains(
            "Sample: this document certifies nothing",
            await PdfTools.TextOf(sheets[1].Pdf)
        );
    }

    [Fact]
    public async Task A_photocopy_of_the_longest_certificate_still_scans()
    {
        var signed = IssuedSample.Sign(IssuedSample.Longest, key);

        foreach (var sheet in signed.Sheets)
        {
            var picture = await PdfTools.PictureOf(sheet.Pdf, 200);
            Assert.Equal(
                $"https://navchannia.example.org/verify/{IssuedSample.Code}#{signed.Jws}",
                await PdfTools.ScanOf(Photocopy(picture))
            );
        }
    }

    /// <summary>Grey paper, pale ink, and grain over both.</summary>
    private static byte[,] Photocopy(byte[,] sheet)
    {
        var chance = new Random(20_261_124);
        var copy = new byte[sheet.GetLength(0), sheet.GetLength(1)];
        for (var row = 0; row < copy.GetLength(0); row++)
        {
            for (var column = 0; column < copy.GetLength(1); column++)
            {
                var grey = 40 + sheet[row, column] * 180 / 255 + chance.Next(-25, 26);
                copy[row, column] = (byte)Math.Clamp(grey, 0, 255);
            }
        }

        return copy;
    }
}
