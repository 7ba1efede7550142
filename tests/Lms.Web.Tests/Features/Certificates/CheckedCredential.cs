using System.Buffers.Text;
using System.IO.Compression;
using System.Text.Json;
using Lms.Web.Tests.Support;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Lms.Web.Tests.Features.Certificates;

/// <summary>Reads a credential as a stranger would, with the published keys and a library of others.</summary>
internal static class CheckedCredential
{
    // Every term that the two contexts define and a badge of ours may use.
    public static readonly string[] Terms =
    [
        "@context",
        "id",
        "type",
        "name",
        "description",
        "issuer",
        "validFrom",
        "validUntil",
        "credentialSubject",
        "credentialStatus",
        "statusPurpose",
        "statusListIndex",
        "statusListCredential",
        "encodedList",
        "identifier",
        "hashed",
        "identityHash",
        "identityType",
        "salt",
        "achievement",
        "criteria",
        "narrative",
        "creditsAvailable",
        "inLanguage",
    ];

    public static readonly string[] Claims = ["iss", "jti", "sub", "nbf", "exp"];

    public static async Task<byte[]> BitsAsync(LmsHost host, string address)
    {
        var jwt = await host.Anonymous().GetStringAsync(address);
        await ValidAsync(host, jwt);
        var body = Payload(jwt);
        Assert.Equal(["https://www.w3.org/ns/credentials/v2"], Texts(body, "@context"));
        Assert.Equal(
            ["VerifiableCredential", "BitstringStatusListCredential"],
            Texts(body, "type")
        );
        Assert.Empty(TermsOf(body).Except(Terms).Except(Claims));
        Assert.Equal(address, Text(body, "id"));
        Assert.Equal("BitstringStatusList", Text(body, "credentialSubject", "type"));
        Assert.Equal(Text(body, "credentialSubject", "id"), Text(body, "sub"));
        return Unpack(Text(body, "credentialSubject", "encodedList"));
    }

    public static byte[] Unpack(string multibase)
    {
        Assert.StartsWith("u", multibase, StringComparison.Ordinal);
        using var bits = new MemoryStream();
        using var gzip = new GZipStream(
            new MemoryStream(Base64Url.DecodeFromChars(multibase.AsSpan(1))),
            CompressionMode.Decompress
        );
        gzip.CopyTo(bits);
        return bits.ToArray();
    }

    public static async Task<JsonWebToken> ValidAsync(LmsHost host, string jwt)
    {
        var checkedToken = await CheckAsync(host, jwt);
        Assert.True(checkedToken.IsValid, checkedToken.Exception?.Message);
        return (JsonWebToken)checkedToken.SecurityToken;
    }

    public static async Task<TokenValidationResult> CheckAsync(LmsHost host, string jwt)
    {
        var keys = new JsonWebKeySet(
            await host.Anonymous().GetStringAsync("/.well-known/jwks.json")
        );
        var now = host.Clock.GetUtcNow().UtcDateTime;
        return await new JsonWebTokenHandler().ValidateTokenAsync(
            jwt,
            new TokenValidationParameters
            {
                ValidIssuer = "http://localhost/badges/issuer",
                ValidateAudience = false,
                IssuerSigningKeys = keys.GetSigningKeys(),
                ValidAlgorithms = ["ES256"],
                // The clock of the test, not the machine's.
                LifetimeValidator = (from, until, _, _) => from <= now && !(until < now),
            }
        );
    }

    public static JsonElement Payload(string jwt) =>
        JsonDocument.Parse(Base64Url.DecodeFromChars(jwt.Split('.')[1])).RootElement;

    public static long Instant(JsonElement body, string name) =>
        body.GetProperty(name).GetDateTimeOffset().ToUnixTimeSeconds();

    public static string Text(JsonElement body, params string[] path) =>
        path.Aggregate(body, (at, name) => at.GetProperty(name)).GetString()!;

    public static IEnumerable<string> Texts(JsonElement body, params string[] path) =>
        path.Aggregate(body, (at, name) => at.GetProperty(name))
            .EnumerateArray()
            .Select(one => one.GetString()!);

    public static IEnumerable<string> TermsOf(JsonElement at) =>
        at.ValueKind switch
        {
            JsonValueKind.Object => at.EnumerateObject()
                .SelectMany(pair => TermsOf(pair.Value).Prepend(pair.Name)),
            JsonValueKind.Array => at.EnumerateArray().SelectMany(TermsOf),
            _ => [],
        };
}
