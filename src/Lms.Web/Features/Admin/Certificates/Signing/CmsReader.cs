using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Text;

namespace Lms.Web.Features.Admin.Certificates.Signing;

/// <summary>What a CMS says it signs.</summary>
/// <param name="Content">What it holds; null when the document stands apart.</param>
/// <param name="Digests">Of the document, one for each signer that names it.</param>
internal sealed record SignedContent(byte[]? Content, IReadOnlyList<SignedDigest> Digests);

/// <param name="Algorithm">Object identifier.</param>
internal sealed record SignedDigest(string Algorithm, byte[] Value);

/// <summary>
/// Reads from SignedData (RFC 5652, 5.1) what was signed. Signatures and keys are not looked at. Goes
/// where it has to and no deeper, so that nesting costs nothing.
/// </summary>
internal static class CmsReader
{
    private const string SignedData = "1.2.840.113549.1.7.2";
    private const string MessageDigest = "1.2.840.113549.1.9.4";
    private const int LongestOid = 64;

    private static readonly Asn1Tag Tag0 = new(TagClass.ContextSpecific, 0);

    /// <summary>Null when it is no SignedData.</summary>
    public static SignedContent? Read(byte[] file)
    {
        try
        {
            var info = new AsnReader(Binary(file), AsnEncodingRules.BER).ReadSequence();
            return Oid(info) == SignedData ? Content(info.ReadSequence(Tag0).ReadSequence()) : null;
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    private static SignedContent Content(AsnReader signed)
    {
        signed.ReadIntegerBytes();
        signed.ReadSetOf();
        var enclosed = signed.ReadSequence();
        Oid(enclosed);
        var content = enclosed.HasData ? enclosed.ReadSequence(Tag0).ReadOctetString() : null;
        while (signed.HasData && signed.PeekTag().TagClass == TagClass.ContextSpecific)
        {
            signed.ReadEncodedValue();
        }

        var digests = new List<SignedDigest>();
        var signers = signed.ReadSetOf();
        while (signers.HasData)
        {
            Read(signers.ReadSequence(), digests);
        }

        return new(content, digests);
    }

    private static void Read(AsnReader signer, List<SignedDigest> digests)
    {
        signer.ReadIntegerBytes();
        signer.ReadEncodedValue();
        var algorithm = Oid(signer.ReadSequence());
        if (!signer.HasData || !signer.PeekTag().HasSameClassAndValue(Tag0))
        {
            return;
        }

        var attributes = signer.ReadSetOf(expectedTag: Tag0);
        while (attributes.HasData)
        {
            var attribute = attributes.ReadSequence();
            if (Oid(attribute) == MessageDigest)
            {
                digests.Add(new(algorithm, attribute.ReadSetOf().ReadOctetString()));
            }
        }
    }

    private static string Oid(AsnReader at) =>
        at.PeekEncodedValue().Length <= LongestOid
            ? at.ReadObjectIdentifier()
            : throw new AsnContentException();

    // Some programs wrap the bytes in PEM or in plain base64.
    private static byte[] Binary(byte[] file)
    {
        if (file is [0x30, ..])
        {
            return file;
        }

        var text = Encoding.Latin1.GetString(file);
        var base64 = PemEncoding.TryFind(text, out var pem) ? text[pem.Base64Data] : text.Trim();
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var count) ? bytes[..count] : file;
    }
}
