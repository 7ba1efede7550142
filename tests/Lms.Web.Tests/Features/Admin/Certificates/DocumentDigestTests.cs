using System.Text;
using CsCheck;
using Lms.Domain.Certification;
using Lms.Web.Features.Admin.Certificates.Signing;
using Lms.Web.Tests.Pdf;
using UglyToad.PdfPig.Tokens;

namespace Lms.Web.Tests.Features.Admin.Certificates;

/// <summary>The digests of Ukrainian signatures, by published values, and files that are no signature.</summary>
public sealed class DocumentDigestTests
{
    [Theory]
    // The published test of ДСТУ ГОСТ 34.311-95 with ДКЕ № 1 (library Cryptonite, test 1).
    [InlineData(
        MadeSignature.Gost,
        "ad26f436f0b627880038727d22e02c97d081ef85260fc96718395091ce224dd7",
        "02d7e8a3c111788bb1b8a489c5e330288728f1c308c2cec08e09265bfa395599"
    )]
    // ДСТУ 7564:2014, annex B: 512 bits 00 … 3F.
    [InlineData(
        MadeSignature.Kupyna,
        "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f",
        "08f4ee6f1be6903b324c4e27990cb24ef69dd58dbe84813ee0a52f6631239875"
    )]
    [InlineData(
        "2.16.840.1.101.3.4.2.1",
        "616263",
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    )]
    public void A_digest_is_as_published(string algorithm, string bytes, string digest) =>
        Assert.Equal(
            digest,
            Convert.ToHexStringLower(DocumentDigests.Of(algorithm)!(Convert.FromHexString(bytes)))
        );

    [Fact]
    public void A_broken_signature_is_no_signature_and_nothing_throws()
    {
        var document = Document("%PDF-1.7 one"u8.ToArray());
        var issued = new IssuedDocuments([document]);
        var sound = MadeSignature.Cms(document.Pdf, isDetached: true);
        Assert.Equal(AttachAnswer.Attached, issued.Match(sound).Answer);
        Gen.Select(Gen.Int[0, sound.Length - 1], Gen.Byte, Gen.Int[0, sound.Length])
            .Sample(
                (at, value, length) =>
                {
                    var broken = sound.ToArray();
                    broken[at] = value;
                    _ = issued.Match(broken[..length]);
                }
            );
        Gen.Byte.Array[0, 300].Sample(bytes => _ = issued.Match(bytes));
    }

    [Fact]
    public void Nesting_without_end_ends_at_once()
    {
        var nested = Enumerable.Repeat((byte)0x30, 1_000_000).ToArray();
        var endless = Enumerable.Repeat(new byte[] { 0x30, 0x80 }, 500_000).SelectMany(two => two);
        var issued = new IssuedDocuments([]);
        Assert.Equal(AttachAnswer.NoSignature, issued.Match(nested).Answer);
        Assert.Equal(AttachAnswer.NoSignature, issued.Match([.. endless]).Answer);
    }

    [Fact]
    public void Of_two_documents_that_begin_alike_the_longer_one_was_signed()
    {
        var shorter = Document(SampleCertificate.Draw(SampleCertificate.Text));
        var longer = Document(MadeSignature.Pdf(shorter.Pdf, (8000, "(and more)")));
        var issued = new IssuedDocuments([shorter, longer]);
        Assert.Same(longer, issued.Match(MadeSignature.Pdf(longer.Pdf)).Document);
        Assert.Same(shorter, issued.Match(MadeSignature.Pdf(shorter.Pdf)).Document);
        Assert.Equal(AttachAnswer.NoSignature, issued.Match(longer.Pdf).Answer);
    }

    [Fact]
    public void A_signed_pdf_signs_every_byte_and_shows_what_was_issued()
    {
        var document = Document(SampleCertificate.Draw(SampleCertificate.Text));
        var issued = new IssuedDocuments([document]);
        var signed = MadeSignature.Pdf(document.Pdf);
        Assert.Equal(AttachAnswer.Attached, issued.Match(signed).Answer);

        byte[] added = [.. signed, .. "\n8000 0 obj\n(more)\nendobj\n"u8];
        Assert.Equal(AttachAnswer.Altered, issued.Match(added).Answer);
        var changed = signed.ToArray();
        changed[document.Pdf.Length + 5] ^= 1;
        Assert.Equal(AttachAnswer.Altered, issued.Match(changed).Answer);
        byte[] named = [.. document.Pdf, .. "\n/ByteRange [0 1 2 3]\n%%EOF\n"u8];
        Assert.Equal(AttachAnswer.Altered, issued.Match(named).Answer);

        // Signed as a whole, and something else on the page.
        var drawn = "<< /Length 34 >>\nstream\nq 1 0 0 rg 0 0 800 500 re f Q     \nendstream";
        var repainted = MadeSignature.Pdf(document.Pdf, (ContentOf(document.Pdf), drawn));
        Assert.Equal(AttachAnswer.Altered, issued.Match(repainted).Answer);
    }

    private static int ContentOf(byte[] pdf)
    {
        using var read = UglyToad.PdfPig.PdfDocument.Open(pdf);
        var page = read.GetPage(1).Dictionary;
        return page.TryGet(NameToken.Contents, out IndirectReferenceToken content)
            ? (int)content.Data.ObjectNumber
            : 0;
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_signature_may_be_wrapped_in_text(bool isPem)
    {
        var document = Document("%PDF-1.7 one"u8.ToArray());
        var base64 = Convert.ToBase64String(
            MadeSignature.Cms(document.Pdf, isDetached: false),
            Base64FormattingOptions.InsertLineBreaks
        );
        var text = isPem ? $"-----BEGIN CMS-----\n{base64}\n-----END CMS-----\n" : base64 + "\n";
        var match = new IssuedDocuments([document]).Match(Encoding.ASCII.GetBytes(text));
        Assert.Equal((document, SignatureForm.Enveloping), (match.Document, match.Form));
    }

    private static IssuedDocument Document(byte[] pdf) =>
        new(default, default, "2026-000001", "uk", pdf);
}
