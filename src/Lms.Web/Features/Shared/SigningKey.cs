using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Lms.Domain.Certification;
using Lms.Web.Data;

namespace Lms.Web.Features.Shared;

/// <summary>
/// The key that signs certificates: P-256, in <c>keys/certificates</c> under the data folder, mode
/// 0600, apart from every other key. Its id is its RFC 7638 thumbprint.
/// </summary>
public sealed class SigningKey : IDisposable
{
    internal static readonly JsonSerializerOptions Canonical = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly ECDsa key;

    private SigningKey(ECDsa key)
    {
        this.key = key;
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        X = Base64Url.EncodeToString(point.X);
        Y = Base64Url.EncodeToString(point.Y);
        // RFC 7638, 3: the required members of an EC key in lexicographic order.
        var members = $$"""{"crv":"P-256","kty":"EC","x":"{{X}}","y":"{{Y}}"}""";
        Id = Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(members)));
    }

    public string Id { get; }

    /// <summary>Coordinates of the public key, base64url (RFC 7518, 6.2.1).</summary>
    public string X { get; }

    public string Y { get; }

    public PublicKey Public => new("EC", "P-256", "ES256", "sig", Id, X, Y);

    public static string FileIn(string dataFolder) =>
        Path.Combine(dataFolder, "keys", "certificates", "current.pem");

    /// <summary>The key that signs now; the first one is made here.</summary>
    public static SigningKey Open(string dataFolder)
    {
        var file = FileIn(dataFolder);
        if (!File.Exists(file))
        {
            return Renew(dataFolder);
        }

        var pair = ECDsa.Create();
        pair.ImportFromPem(File.ReadAllText(file));
        var current = new SigningKey(pair);
        KeyHistory.Add(dataFolder, current.Public);
        return current;
    }

    /// <summary>
    /// Puts a new key in the place of the old one, whose private half is gone then. The public half
    /// is in the history before it can sign anything.
    /// </summary>
    public static SigningKey Renew(string dataFolder)
    {
        var next = new SigningKey(ECDsa.Create(ECCurve.NamedCurves.nistP256));
        KeyHistory.Add(dataFolder, next.Public);
        DataFolder.Replace(FileIn(dataFolder), next.key.ExportPkcs8PrivateKeyPem());
        return next;
    }

    public static string Serialise(CertificatePayload payload) =>
        JsonSerializer.Serialize(payload, Canonical);

    /// <summary>SHA-256 of salt ‖ payload, lower-case hexadecimal.</summary>
    public static string Digest(string salt, string payload) =>
        Convert.ToHexStringLower(
            SHA256.HashData([
                .. Base64Url.DecodeFromChars(salt),
                .. Encoding.UTF8.GetBytes(payload),
            ])
        );

    /// <summary>Compact JWS (RFC 7515, 3.1) with ES256 (RFC 7518, 3.4).</summary>
    /// <param name="type">What the header calls it; null to say nothing.</param>
    public string Sign(string payload, string? type = null)
    {
        var named = type is null ? "" : $",\"typ\":\"{type}\"";
        var header = $$"""{"alg":"ES256","kid":"{{Id}}"{{named}}}""";
        var signed = $"{Encode(header)}.{Encode(payload)}";
        var signature = key.SignData(
            Encoding.ASCII.GetBytes(signed),
            HashAlgorithmName.SHA256,
            DSASignatureFormat.IeeeP1363FixedFieldConcatenation
        );
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    public void Dispose() => key.Dispose();

    private static string Encode(string text) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
