using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Lms.Web.Features.Shared;
using UglyToad.PdfPig.Annotations;
using UglyToad.PdfPig.Tokens;
using PdfPigDocument = UglyToad.PdfPig.PdfDocument;

namespace Lms.Web.Features.Admin.Certificates.Signing;

/// <summary>
/// Looks at a PDF that was signed by adding to it: that the newest signature is over every byte but
/// itself, that its digest is of these bytes, and that the pages show what was issued. Who signed, with
/// which certificate, and what a visible stamp of the signature covers, is not looked at.
/// </summary>
internal static partial class SignedPdf
{
    /// <param name="issued">What <paramref name="file"/> begins with.</param>
    /// <returns><see cref="AttachAnswer.Attached"/> when it is sound.</returns>
    public static AttachAnswer Look(byte[] file, byte[] issued)
    {
        var text = Encoding.Latin1.GetString(file);
        if (ByteRange().Matches(text, issued.Length).LastOrDefault() is not { } range)
        {
            return text.IndexOf("/ByteRange", issued.Length, StringComparison.Ordinal) < 0
                ? AttachAnswer.NoSignature
                : AttachAnswer.Altered;
        }

        var places = range.Groups.Values.Skip(1).Select(Number).ToArray();
        if (places is not [0, var before, var after, var rest] || !IsAll())
        {
            return AttachAnswer.Altered;
        }

        var signed = CmsReader.Read(Contents(text[(before + 1)..(after - 1)]));
        if (signed is not { Digests.Count: > 0 })
        {
            return AttachAnswer.NoSignature;
        }

        var known = signed
            .Digests.Where(one => DocumentDigests.Of(one.Algorithm) is not null)
            .ToList();
        if (known.Count == 0)
        {
            return AttachAnswer.UnknownDigest;
        }

        byte[] covered = [.. file[..before], .. file[after..]];
        return
            known.TrueForAll(one =>
                DocumentDigests.Of(one.Algorithm)!(covered).AsSpan().SequenceEqual(one.Value)
            ) && ShowsTheSame(file, issued)
            ? AttachAnswer.Attached
            : AttachAnswer.Altered;

        bool IsAll() =>
            before >= issued.Length
            && after - before > 2
            && (long)after + rest == file.Length
            && text[before] == '<'
            && text[after - 1] == '>';
    }

    private static int Number(Group digits) =>
        int.TryParse(digits.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : -1;

    // The room for a signature is made before it, and filled up with zeros behind it.
    private static byte[] Contents(string hex)
    {
        var digits = string.Concat(hex.Where(char.IsAsciiHexDigit));
        return Convert.FromHexString(digits[..(digits.Length / 2 * 2)]);
    }

    private static bool ShowsTheSame(byte[] file, byte[] issued)
    {
        var look = HostileFile.Read(() => LookOf(file));
        return look is not null && look == HostileFile.Read(() => LookOf(issued));
    }

    // Null with an annotation that is neither the field of a signature nor a link.
    private static string? LookOf(byte[] file)
    {
        using var document = PdfPigDocument.Open(file);
        return document.GetPages().SelectMany(page => page.GetAnnotations()).All(IsOfSignature)
            ? SheetDigest.Of(document)
            : null;
    }

    private static bool IsOfSignature(Annotation one) =>
        one.Type == AnnotationType.Link
        || (
            one.Type == AnnotationType.Widget
            && one.AnnotationDictionary.TryGet(NameToken.Ft, out NameToken field)
            && field.Data == "Sig"
        );

    [GeneratedRegex(
        @"/ByteRange\s*\[\s*(?<from>\d+)\s+(?<before>\d+)\s+(?<after>\d+)\s+(?<rest>\d+)\s*\]",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex ByteRange();
}
