using Lms.Web.Features.Shared;
using UglyToad.PdfPig.Content;
using PdfPigDocument = UglyToad.PdfPig.PdfDocument;

namespace Lms.Web.Features.Certificates;

/// <summary>What a PDF file shows and carries.</summary>
/// <param name="Signature">The attached JWS; null when there is none, or more than one.</param>
/// <param name="Texts">The attached list of the printed texts; null as above.</param>
/// <param name="Visible">All letters in the order of the file.</param>
/// <param name="Pictures">The bits of each picture; an issued sheet has one, its square code.</param>
/// <param name="Drawn">See <see cref="SheetDigest"/>.</param>
/// <param name="Extras">What no issued sheet holds.</param>
internal sealed record CertificateSheetRead(
    byte[]? Signature,
    byte[]? Texts,
    string Visible,
    IReadOnlyList<byte[]> Pictures,
    string Drawn,
    IReadOnlyList<SheetExtra> Extras
)
{
    /// <summary>In bytes; ours have some 25 thousand.</summary>
    public const int Largest = 1024 * 1024;

    private const int Pages = 20;

    /// <summary>Null when the file cannot be read.</summary>
    public static CertificateSheetRead? From(byte[] file) =>
        HostileFile.Read(() =>
        {
            using var document = PdfPigDocument.Open(file);
            document.Advanced.TryGetEmbeddedFiles(out var files);
            var pages = document.GetPages().Take(Pages).ToList();
            return new CertificateSheetRead(
                Only(files, SignCertificate.SignatureFile),
                Only(files, SignCertificate.TextsFile),
                string.Concat(pages.SelectMany(page => page.Letters).Select(one => one.Value)),
                [.. pages.SelectMany(page => page.GetImages()).Select(BitsOf)],
                SheetDigest.Of(document),
                [.. SheetExtras.Of(file, document)]
            );
        });

    private static byte[]? Only(IReadOnlyList<EmbeddedFile>? files, string name) =>
        files?.Where(file => file.Name == name).ToList() is [var only]
            ? only.Memory.ToArray()
            : null;

    private static byte[] BitsOf(IPdfImage image) =>
        image.TryGetBytesAsMemory(out var bytes) ? bytes.ToArray() : image.RawMemory.ToArray();
}
