using System.Security.Cryptography;
using System.Text;

namespace Lms.Web.Pdf;

/// <summary>
/// Draws a certificate: an A4 sheet on its side, tagged for assistive technology, with the code
/// that verifies it. Longer words make the type smaller; outcomes that still find no room go on
/// a second page.
/// </summary>
public static class CertificateSheet
{
    /// <summary>
    /// At the least the body is 8 points, which a phone or a printout still shows.
    /// </summary>
    private static readonly double[] scales = [1.08, 1.04, 1, 0.96, 0.92, 0.89];

    /// <param name="qr">Modules as [row, column], true for dark; with or without margin.</param>
    /// <param name="attachments">What lets a program check the sheet.</param>
    public static byte[] Draw(
        CertificateSheetText text,
        bool[,] qr,
        DateTimeOffset createdAt,
        params IReadOnlyList<PdfAttachment> attachments
    )
    {
        var description = new PdfDescription(
            text.DocumentTitle,
            text.Issuer,
            text.Language,
            createdAt,
            IdOf(text, createdAt)
        );
        var document = new PdfDocument(description);
        foreach (var attachment in attachments)
        {
            document.Attach(attachment);
        }

        var sheets = scales.Select(scale => new CertificateComposition(text, scale));
        var sheet = sheets.FirstOrDefault(candidate => candidate.FitsOnePage);
        (sheet ?? new CertificateComposition(text, scales[^1])).Draw(document, qr);
        return document.ToBytes();
    }

    private static byte[] IdOf(CertificateSheetText text, DateTimeOffset createdAt)
    {
        var seed = $"{text.DocumentTitle}\n{text.HolderName}\n{text.VerifyAddress}\n{createdAt:O}";
        return SHA256.HashData(Encoding.UTF8.GetBytes(seed))[..16];
    }
}
