using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Lms.Web.Features.Shared;

namespace Lms.Web.Features.Certificates.Badges;

/// <summary>
/// A verifiable credential as VC-JWT: the payload is the credential itself with the registered claims
/// that repeat it (Open Badges 3.0, 8.2), and no <c>iat</c>.
/// </summary>
internal static class Credential
{
    public const string MediaType = "application/jwt";

    /// <summary>W3C Verifiable Credentials 2.0; the first context of each credential.</summary>
    public const string Context = "https://www.w3.org/ns/credentials/v2";

    /// <summary>Open Badges 3.0.3; the second of a badge.</summary>
    public const string BadgeContext = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static string Sign(
        SigningKey key,
        JsonObject credential,
        string issuer,
        DateTimeOffset from,
        DateTimeOffset? until
    )
    {
        credential["validFrom"] = Instant(from);
        credential["iss"] = issuer;
        credential["jti"] = credential["id"]!.DeepClone();
        if (credential["credentialSubject"]!["id"] is { } subject)
        {
            credential["sub"] = subject.DeepClone();
        }

        credential["nbf"] = from.ToUnixTimeSeconds();
        if (until is { } end)
        {
            credential["validUntil"] = Instant(end);
            credential["exp"] = end.ToUnixTimeSeconds();
        }

        return key.Sign(credential.ToJsonString(Readable), "JWT");
    }

    private static string Instant(DateTimeOffset at) =>
        at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
