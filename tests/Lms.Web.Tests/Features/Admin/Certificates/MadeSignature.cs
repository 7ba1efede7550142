using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Lms.Web.Tests.Features.Admin.Certificates;

/// <summary>Signatures as programs outside make them.</summary>
internal static class MadeSignature
{
    public const string Gost = "1.2.804.2.1.1.1.1.2.1";
    public const string Kupyna = "1.2.804.2.1.1.1.1.2.2.1";

    private static readonly Asn1Tag Tag0 = new(TagClass.ContextSpecific, 0, isConstructed: true);

    /// <summary>A whole CMS by the platform's own signer, over SHA-256.</summary>
    public static byte[] Cms(byte[] document, bool isDetached)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=test", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(
            new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero)
        );
        var cms = new SignedCms(new ContentInfo(document), isDetached);
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate);
        signer.SignedAttributes.Add(new Pkcs9SigningTime(new DateTime(2026, 11, 23)));
        cms.ComputeSignature(signer);
        return cms.Encode();
    }

    /// <summary>As much of a detached CMS as says which digest, of which value.</summary>
    public static byte[] Naming(string algorithm, byte[] digest)
    {
        var cms = new AsnWriter(AsnEncodingRules.DER);
        using (cms.PushSequence())
        {
            cms.WriteObjectIdentifier("1.2.840.113549.1.7.2");
            using (cms.PushSequence(Tag0))
            using (cms.PushSequence())
            {
                cms.WriteInteger(1);
                using (cms.PushSetOf()) { }
                using (cms.PushSequence())
                {
                    cms.WriteObjectIdentifier("1.2.840.113549.1.7.1");
                }

                using (cms.PushSetOf())
                {
                    Signer(cms, algorithm, digest);
                }
            }
        }

        return cms.Encode();
    }

    /// <summary>A PDF signed by adding to it.</summary>
    public static byte[] Pdf(byte[] document) =>
        [.. document, .. "\n99 0 obj << /Type /Sig /ByteRange [0 1 2 3] >> endobj\n%%EOF\n"u8];

    private static void Signer(AsnWriter cms, string algorithm, byte[] digest)
    {
        using (cms.PushSequence())
        {
            cms.WriteInteger(3);
            cms.WriteOctetString([1], new Asn1Tag(TagClass.ContextSpecific, 0));
            using (cms.PushSequence())
            {
                cms.WriteObjectIdentifier(algorithm);
            }

            using (cms.PushSetOf(Tag0))
            using (cms.PushSequence())
            {
                cms.WriteObjectIdentifier("1.2.840.113549.1.9.4");
                using (cms.PushSetOf())
                {
                    cms.WriteOctetString(digest);
                }
            }
        }
    }
}
