using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;

namespace Lms.Web.Tests.Features.Admin.Certificates;

/// <summary>Signatures as programs outside make them.</summary>
internal static partial class MadeSignature
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

    /// <summary>A PDF signed by adding to it: the signature over every byte but itself.</summary>
    /// <param name="more">Objects that are added or replaced with it.</param>
    public static byte[] Pdf(byte[] document, params (int Number, string Body)[] more)
    {
        const int Room = 2048;
        var text = Encoding.Latin1.GetString(document);
        var root = Root().Match(text).Groups["number"].Value;
        var before = StartOfTable().Matches(text)[^1].Groups["at"].Value;
        var added = new StringBuilder("\n");
        var places = new List<(int Number, int At)>();
        foreach (var (number, body) in more)
        {
            places.Add((number, document.Length + added.Length));
            added.Append($"{number} 0 obj\n{body}\nendobj\n");
        }

        places.Add((9000, document.Length + added.Length));
        added.Append("9000 0 obj\n<< /Type /Sig /Filter /Adobe.PPKLite /ByteRange ");
        var range = added.Length;
        added.Append($"[0 {0:D10} {0:D10} {0:D10}] /Contents ");
        var start = document.Length + added.Length;
        added.Append($"<{new string('0', 2 * Room)}>");
        var end = document.Length + added.Length;
        added.Append(" >>\nendobj\n");
        var table = document.Length + added.Length;
        places.Add((9001, table));
        var index = string.Join(' ', places.Select(one => $"{one.Number} 1"));
        added.Append(
            $"9001 0 obj\n<< /Type /XRef /Size 9002 /W [1 4 1] /Index [{index}] /Root {root} 0 R"
                + $" /Prev {before} /Length {6 * places.Count} >>\nstream\n"
        );
        foreach (var (_, at) in places)
        {
            byte[] entry = [1, (byte)(at >> 24), (byte)(at >> 16), (byte)(at >> 8), (byte)at, 0];
            added.Append(Encoding.Latin1.GetString(entry));
        }

        added.Append($"\nendstream\nendobj\nstartxref\n{table}\n%%EOF\n");
        var rest = document.Length + added.Length - end;
        var numbers = $"[0 {start:D10} {end:D10} {rest:D10}]";
        added.Remove(range, numbers.Length).Insert(range, numbers);
        byte[] file = [.. document, .. Encoding.Latin1.GetBytes(added.ToString())];
        byte[] covered = [.. file[..start], .. file[end..]];
        var cms = Naming("2.16.840.1.101.3.4.2.1", SHA256.HashData(covered));
        Encoding.ASCII.GetBytes(Convert.ToHexString(cms)).CopyTo(file, start + 1);
        return file;
    }

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

    [GeneratedRegex(@"/Root (?<number>\d+) 0 R", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Root();

    [GeneratedRegex(@"startxref\s+(?<at>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StartOfTable();
}
