using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Lms.Web.Data;

namespace Lms.Web.Features.Shared;

/// <summary>A public key as JWK (RFC 7517, 4; RFC 7518, 6.2.1).</summary>
public sealed record PublicKey(
    string Kty,
    string Crv,
    string Alg,
    string Use,
    string Kid,
    string X,
    string Y
)
{
    /// <exception cref="CryptographicException">The point is not on the curve.</exception>
    /// <exception cref="FormatException">A coordinate is not base64url.</exception>
    public ECDsa Open() =>
        ECDsa.Create(
            new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256,
                Q = new() { X = Base64Url.DecodeFromChars(X), Y = Base64Url.DecodeFromChars(Y) },
            }
        );
}

/// <summary>A set of keys as they are published (RFC 7517, 5).</summary>
public sealed record PublicKeys(IReadOnlyList<PublicKey> Keys)
{
    public PublicKey? Find(string kid) =>
        Keys.FirstOrDefault(key => key is { Kty: "EC", Crv: "P-256" } && key.Kid == kid);
}

/// <summary>
/// Every public key that ever signed a certificate here: <c>keys/certificates/public.json</c>. A key
/// is added before it signs and never taken out, so that old certificates stay verifiable.
/// </summary>
public static class KeyHistory
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
    };

    public static string FileIn(string dataFolder) =>
        Path.Combine(dataFolder, "keys", "certificates", "public.json");

    public static PublicKeys Read(string dataFolder) =>
        File.Exists(FileIn(dataFolder)) ? Parse(File.ReadAllText(FileIn(dataFolder))) : new([]);

    /// <exception cref="JsonException">Not a set of keys.</exception>
    public static PublicKeys Parse(string json) =>
        JsonSerializer.Deserialize<PublicKeys>(json, Json) is { Keys: not null } keys
        && keys.Keys.All(key => key is { Kid: not null, X: not null, Y: not null })
            ? keys
            : throw new JsonException("Not a set of keys.");

    public static void Add(string dataFolder, PublicKey key)
    {
        var known = Read(dataFolder);
        if (known.Find(key.Kid) is null)
        {
            var all = new PublicKeys([.. known.Keys, key]);
            DataFolder.Replace(FileIn(dataFolder), JsonSerializer.Serialize(all, Json));
        }
    }
}
