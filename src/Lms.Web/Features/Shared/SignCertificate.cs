using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lms.Domain.Certification;
using Lms.Web.Content.Pack;
using Lms.Web.Pdf;

namespace Lms.Web.Features.Shared;

/// <summary>A certificate as it leaves: what was signed, and the sheet of each language.</summary>
public sealed record SignedCertificate(
    CertificatePayload Payload,
    string Json,
    string Jws,
    IReadOnlyList<SignedSheet> Sheets
);

public sealed record SignedSheet(string Language, byte[] Pdf);

/// <summary>
/// Sets the words, signs them and draws the sheets. The signed payload holds the digest of every
/// word; each file carries the words and the signature, so that it can be checked alone.
/// </summary>
public sealed class SignCertificate(OrganisationPack pack, LmsSettings settings, SigningKey key)
{
    public const string SignatureFile = "certificate.jws";
    public const string TextsFile = "certificate.json";

    /// <param name="claim">Whole, and not yet with the digest of the texts.</param>
    public SignedCertificate Of(CertificatePayload claim, PublishedCourse course, DateTimeOffset at)
    {
        var sheets = pack
            .Languages.Select(language =>
                new CertificateWords(pack, settings.Site, course, claim, language)
                {
                    IsSample = settings.Demo,
                }.Text
            )
            .ToList();
        var texts = TextsOf(sheets);
        var whole = claim with { TextsDigest = Base64Url.EncodeToString(SHA256.HashData(texts)) };
        var payload = whole.Shortenings.FirstOrDefault(Fits) ?? whole.Shortenings.Last();
        var json = SigningKey.Serialise(payload);
        var jws = key.Sign(json);
        var matrix = VerifyCode.Matrix(VerifyCode.Address(settings.Site, payload.Code), jws);
        return new(
            payload,
            json,
            jws,
            [
                .. sheets.Select(sheet => new SignedSheet(
                    sheet.Language,
                    CertificateSheet.Draw(sheet, matrix, at, Files(sheet.Language, jws, texts))
                )),
            ]
        );
    }

    /// <summary>Language → the pairs of field and text that its sheet prints.</summary>
    private static byte[] TextsOf(IEnumerable<CertificateSheetText> sheets) =>
        JsonSerializer.SerializeToUtf8Bytes(
            sheets.ToDictionary(
                sheet => sheet.Language,
                sheet => sheet.Printed.Select(one => new[] { one.Field, one.Text })
            ),
            SigningKey.Canonical
        );

    private static bool Fits(CertificatePayload payload) =>
        Encoding.UTF8.GetByteCount(SigningKey.Serialise(payload)) <= CertificatePayload.MostBytes;

    private static PdfAttachment[] Files(string language, string jws, byte[] texts)
    {
        var words = Texts.In(language);
        return
        [
            new(
                SignatureFile,
                "application/jose",
                words["shared.certificate.sheet.signature-file"],
                Encoding.ASCII.GetBytes(jws)
            ),
            new(TextsFile, "application/json", words["shared.certificate.sheet.texts-file"], texts),
        ];
    }
}
