using System.Text;
using Lms.Domain.Certification;
using Lms.Web.Features.Certificates;
using Lms.Web.Features.Shared;
using Lms.Web.Pdf;
using Lms.Web.Tests.Pdf;

namespace Lms.Web.Tests.Features.Certificates;

/// <summary>What <c>certificate verify</c> says of a file, with the register far away.</summary>
public sealed class VerifyCertificateTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lms-verify-").FullName;
    private readonly SigningKey key;

    public VerifyCertificateTests() => key = SigningKey.Open(folder);

    public void Dispose()
    {
        key.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Both_sheets_are_genuine_and_show_what_was_signed(bool isLongest)
    {
        var claim = isLongest ? IssuedSample.Longest : IssuedSample.Claim;
        foreach (var sheet in IssuedSample.Sign(claim, key).Sheets)
        {
            var (code, said) = await VerifyAsync(sheet.Pdf);

            Assert.True(code == 0, said);
            Assert.Contains("Підпис справжній", said);
            Assert.Contains($"Власник: {claim.Holder}", said);
            Assert.Contains("знак у знак", said);
            Assert.Contains("QR-код на аркуші той самий", said);
            Assert.Contains("Чи не відкликано", said);
        }
    }

    [Fact]
    public async Task The_text_of_the_code_is_enough_for_the_signature()
    {
        var jws = IssuedSample.Sign(IssuedSample.Claim, key).Jws;
        var scanned = $"https://navchannia.example.org/verify/{IssuedSample.Code}#{jws}\n";

        Assert.Equal(0, (await VerifyAsync(Encoding.UTF8.GetBytes(scanned))).Code);
        Assert.Equal(0, (await VerifyAsync(Encoding.UTF8.GetBytes(jws))).Code);
        var (code, said) = await VerifyAsync(Encoding.UTF8.GetBytes(jws[..^1]));
        Assert.Equal(1, code);
        Assert.Contains("не справжній", said);
        Assert.DoesNotContain(IssuedSample.Claim.Holder, said);
    }

    // A letter of another alphabet, a mark that does not show, a name, an hour, a day.
    [Theory]
    [InlineData("holder", "Ґудзенко-Мap’яненко Наталія Їванівна", "власник")]
    [InlineData("holder", "Ґудзенко-Мар’я\u0301ненко Наталія Їванівна", "власник")]
    [InlineData("holder", "Петренко Наталія Їванівна", "власник")]
    [InlineData("hours", "60", "Обсяг")]
    [InlineData("issued", "2025-11-24", "Виданий")]
    public async Task A_sheet_that_says_something_else_is_told_by_its_field(
        string what,
        string value,
        string field
    )
    {
        var claim = IssuedSample.Claim;
        var signed = IssuedSample.Sign(claim, key);
        var altered = what switch
        {
            "holder" => claim with { Holder = value },
            "hours" => claim with { Hours = 60 },
            _ => claim with { Issued = DateOnly.Parse(value) },
        };
        var sheet = IssuedSample.Sign(altered, key).Sheets[0].Pdf;

        var (code, said) = await VerifyAsync(await CarryingAsync(sheet, signed));

        Assert.Equal(1, code);
        Assert.Contains("Підпис справжній", said);
        Assert.Contains($"не те, що підписано: {field}", said);
    }

    [Fact]
    public async Task Words_added_to_a_sheet_are_told()
    {
        var pack = IssuedSample.Pack with
        {
            CertificateNote = new(IssuedSample.Pack.CertificateNote.Uk + " З відзнакою.", "x"),
        };
        var sheet = IssuedSample.Sign(IssuedSample.Claim, key, pack: pack).Sheets[0].Pdf;

        var (code, said) = await VerifyAsync(
            await CarryingAsync(sheet, IssuedSample.Sign(IssuedSample.Claim, key))
        );

        Assert.Equal(1, code);
        Assert.Contains("якого не підписано: Звідзнакою.", said);
    }

    [Fact]
    public async Task Two_printed_days_that_changed_places_are_told()
    {
        var claim = IssuedSample.Claim;
        var signed = IssuedSample.Sign(claim, key);
        var texts = Encoding.UTF8.GetBytes(
            await PdfTools.AttachmentOf(signed.Sheets[0].Pdf, SignCertificate.TextsFile)
        );
        var text = IssuedSample.TextOf(signed.Payload with { TextsDigest = "" });
        var days = text.Facts.Index().Where(one => one.Item.Text.Contains("202")).ToList();
        var swapped = text.Facts.ToList();
        var (one, other) = (days[^2].Index, days[^1].Index);
        swapped[one] = (swapped[one].Label, text.Facts[other].Text);
        swapped[other] = (swapped[other].Label, text.Facts[one].Text);

        byte[] Drawn(CertificateSheetText sheet) =>
            CertificateSheet.Draw(
                sheet,
                VerifyCode.Matrix(new Uri(text.VerifyAddress), signed.Jws),
                IssuedSample.At,
                new PdfAttachment(
                    SignCertificate.SignatureFile,
                    "application/jose",
                    "",
                    Encoding.ASCII.GetBytes(signed.Jws)
                ),
                new PdfAttachment(SignCertificate.TextsFile, "application/json", "", texts)
            );

        var sound = await VerifyAsync(Drawn(text));
        Assert.True(sound.Code == 0, sound.Said);
        var (code, said) = await VerifyAsync(Drawn(text with { Facts = swapped }));
        Assert.Equal(1, code);
        Assert.Contains("переставлено", said);
    }

    [Fact]
    public async Task Shapes_over_the_text_and_what_was_put_on_the_sheet_are_told()
    {
        var sheet = IssuedSample.Sign(IssuedSample.Claim, key).Sheets[0].Pdf;
        var open = await PdfTools.ObjectsOf(sheet);
        var end = open.LastIndexOf("ET\nEMC\n", StringComparison.Ordinal);
        Assert.True(end > 0);
        Assert.Equal(0, (await VerifyAsync(await PdfTools.MendedAsync(open))).Code);

        var covered = open.Insert(end + 7, "\n1 1 1 rg 56 330 300 20 re f\n");
        var shapes = await VerifyAsync(await PdfTools.MendedAsync(covered));
        Assert.Equal(1, shapes.Code);
        Assert.Contains("домальовано", shapes.Said);

        var noted = open.Replace(
            "/Annots [",
            "/Annots [ << /Type /Annot /Subtype /Square /Rect [56 330 356 350] /IC [1 1 1] >>",
            StringComparison.Ordinal
        );
        var note = await VerifyAsync(await PdfTools.MendedAsync(noted));
        Assert.Equal(1, note.Code);
        Assert.Contains("накладено примітку", note.Said);

        byte[] appended = [.. sheet, .. "\n8000 0 obj\n(more)\nendobj\n%%EOF\n"u8];
        var more = await VerifyAsync(appended);
        Assert.Equal(1, more.Code);
        Assert.Contains("щось дописано", more.Said);
    }

    [Fact]
    public async Task Attachments_of_two_certificates_cannot_be_swapped()
    {
        var first = IssuedSample.Sign(IssuedSample.Claim, key);
        var other = IssuedSample.Sign(IssuedSample.Claim with { Number = "2026-000418" }, key);

        var both = await VerifyAsync(await CarryingAsync(first.Sheets[0].Pdf, other));
        var signature = await VerifyAsync(
            await PdfTools.WithAttachment(
                first.Sheets[0].Pdf,
                SignCertificate.SignatureFile,
                other.Jws
            )
        );

        Assert.Equal((1, 1), (both.Code, signature.Code));
        Assert.Contains("не те, що підписано: Номер", both.Said);
        Assert.Contains("або його змінено", signature.Said);
    }

    [Fact]
    public async Task A_sheet_of_another_issuer_is_signed_with_an_unknown_key()
    {
        var elsewhere = Directory.CreateTempSubdirectory("lms-verify-").FullName;
        using var foreign = SigningKey.Open(elsewhere);

        var (code, said) = await VerifyAsync(
            IssuedSample.Sign(IssuedSample.Claim, foreign).Sheets[0].Pdf
        );

        Assert.Equal(1, code);
        Assert.Contains("якого немає серед наявних", said);
    }

    [Fact]
    public async Task A_sheet_from_before_a_change_of_key_is_still_genuine()
    {
        var sheet = IssuedSample.Sign(IssuedSample.Claim, key).Sheets[0].Pdf;
        SigningKey.Renew(folder).Dispose();

        Assert.Equal(0, (await VerifyAsync(sheet)).Code);
    }

    [Fact]
    public async Task Whatever_a_file_holds_it_gets_an_answer()
    {
        var sheet = IssuedSample.Sign(IssuedSample.Claim, key).Sheets[0].Pdf;
        var chance = new Random(20_261_124);
        for (var round = 0; round < 120; round++)
        {
            var spoilt = sheet[..chance.Next(sheet.Length / 2, sheet.Length)];
            for (var change = 0; change < 30; change++)
            {
                spoilt[chance.Next(5, spoilt.Length)] = (byte)chance.Next(256);
            }

            Assert.Equal(1, (await VerifyAsync(spoilt)).Code);
        }

        Assert.Equal(1, (await VerifyAsync([])).Code);
        Assert.Equal(1, (await VerifyAsync(new byte[CertificateSheetRead.Largest + 1])).Code);
        Assert.Equal(1, (await VerifyAsync(Nested())).Code);
    }

    /// <summary>Arrays in arrays, a hundred thousand deep.</summary>
    private static byte[] Nested() =>
        Encoding.ASCII.GetBytes(
            "%PDF-1.7\n1 0 obj\n"
                + new string('[', 100_000)
                + "\nendobj\ntrailer\n<< /Root 1 0 R >>\n"
        );

    private static async Task<byte[]> CarryingAsync(byte[] sheet, SignedCertificate other)
    {
        var texts = await PdfTools.AttachmentOf(other.Sheets[0].Pdf, SignCertificate.TextsFile);
        var signed = await PdfTools.WithAttachment(sheet, SignCertificate.SignatureFile, other.Jws);
        return await PdfTools.WithAttachment(signed, SignCertificate.TextsFile, texts);
    }

    private async Task<(int Code, string Said)> VerifyAsync(byte[] file)
    {
        await using var output = new StringWriter();
        var keys = KeyHistory.Read(folder);
        var verify = new VerifyCertificate(keys, output, Texts.Uk, IssuedSample.At);
        return (await verify.RunAsync(file), output.ToString());
    }
}
