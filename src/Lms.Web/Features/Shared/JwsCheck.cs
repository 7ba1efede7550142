using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Lms.Web.Features.Shared;

/// <summary>What a signed text of a certificate turned out to be.</summary>
public abstract record JwsAnswer
{
    private JwsAnswer() { }

    /// <param name="Payload">An object without two keys of one name.</param>
    public sealed record Genuine(JsonElement Payload, string Kid) : JwsAnswer;

    /// <summary>Signed with a key that is not among those given.</summary>
    public sealed record UnknownKey(string Kid) : JwsAnswer;

    /// <summary>Not what was signed, or not signed as we sign.</summary>
    public sealed record Altered : JwsAnswer;
}

/// <summary>
/// Checks a compact JWS (RFC 7515) as strictly as we write it: ES256 alone, a header of <c>alg</c>
/// and <c>kid</c>, base64url in its one form, no key twice. Whatever else is, is altered.
/// </summary>
public static class JwsCheck
{
    private static readonly JsonDocumentOptions Strict = new()
    {
        AllowDuplicateProperties = false,
        MaxDepth = 8,
    };

    public static JwsAnswer Of(string jws, PublicKeys keys)
    {
        try
        {
            return jws.Split('.') is [var head, var body, var signature]
                ? Of(head, body, Decode(signature), keys)
                : new JwsAnswer.Altered();
        }
        catch (Exception wrong)
            when (wrong
                    is FormatException
                        or JsonException
                        or CryptographicException
                        or ArgumentException
            )
        {
            return new JwsAnswer.Altered();
        }
    }

    private static JwsAnswer Of(string head, string body, byte[] signature, PublicKeys keys)
    {
        using var header = JsonDocument.Parse(Decode(head), Strict);
        if (header.RootElement.ValueKind != JsonValueKind.Object)
        {
            return new JwsAnswer.Altered();
        }

        var members = header.RootElement.EnumerateObject().ToDictionary(one => one.Name);
        if (
            members.Count != 2
            || !members.TryGetValue("alg", out var alg)
            || alg.Value.ValueKind != JsonValueKind.String
            || alg.Value.GetString() != "ES256"
            || !members.TryGetValue("kid", out var kid)
            || kid.Value.ValueKind != JsonValueKind.String
        )
        {
            return new JwsAnswer.Altered();
        }

        var name = kid.Value.GetString()!;
        if (keys.Find(name) is not { } known)
        {
            return new JwsAnswer.UnknownKey(name);
        }

        using var key = known.Open();
        if (
            !key.VerifyData(
                Encoding.ASCII.GetBytes($"{head}.{body}"),
                signature,
                HashAlgorithmName.SHA256,
                DSASignatureFormat.IeeeP1363FixedFieldConcatenation
            )
        )
        {
            return new JwsAnswer.Altered();
        }

        using var payload = JsonDocument.Parse(Decode(body), Strict);
        return payload.RootElement.ValueKind == JsonValueKind.Object
            ? new JwsAnswer.Genuine(payload.RootElement.Clone(), name)
            : new JwsAnswer.Altered();
    }

    /// <exception cref="FormatException">Not base64url, or not in its one form.</exception>
    private static byte[] Decode(string text)
    {
        var bytes = Base64Url.DecodeFromChars(text);
        return Base64Url.EncodeToString(bytes) == text ? bytes : throw new FormatException();
    }
}
