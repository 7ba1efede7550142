using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Lms.Web.Features.Shared;

namespace Lms.Web.Tests.Features.Certificates;

public sealed class JwsCheckTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lms-jws-").FullName;
    private readonly SigningKey key;
    private readonly PublicKeys keys;
    private readonly string jws;

    public JwsCheckTests()
    {
        key = SigningKey.Open(folder);
        keys = KeyHistory.Read(folder);
        jws = IssuedSample.Sign(IssuedSample.Longest, key).Jws;
    }

    public void Dispose()
    {
        key.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void No_character_can_be_changed_taken_out_or_put_in()
    {
        Assert.IsType<JwsAnswer.Genuine>(JwsCheck.Of(jws, keys));
        for (var at = 0; at < jws.Length; at++)
        {
            var other = jws[at] == 'A' ? 'B' : 'A';
            Refused($"{jws[..at]}{other}{jws[(at + 1)..]}");
            Refused($"{jws[..at]}{jws[(at + 1)..]}");
            Refused($"{jws[..at]}{other}{jws[at..]}");
        }
    }

    [Fact]
    public void Only_our_own_algorithm_is_believed()
    {
        var body = jws.Split('.')[1];
        var none = Encode($$"""{"alg":"none","kid":"{{key.Id}}"}""");
        Refused($"{none}.{body}.");
        var hmac = Encode($$"""{"alg":"HS256","kid":"{{key.Id}}"}""");
        using var pair = key.Public.Open();
        foreach (
            var secret in new[]
            {
                pair.ExportSubjectPublicKeyInfo(),
                Encoding.ASCII.GetBytes(pair.ExportSubjectPublicKeyInfoPem()),
            }
        )
        {
            var signed = Encoding.ASCII.GetBytes($"{hmac}.{body}");
            var mark = Base64Url.EncodeToString(HMACSHA256.HashData(secret, signed));
            Refused($"{hmac}.{body}.{mark}");
        }
    }

    [Fact]
    public void A_foreign_key_is_unknown_even_under_our_name()
    {
        var elsewhere = Directory.CreateTempSubdirectory("lms-jws-").FullName;
        using var foreign = SigningKey.Open(elsewhere);
        var signed = IssuedSample.Sign(IssuedSample.Claim, foreign).Jws;
        Assert.Equal(
            foreign.Id,
            Assert.IsType<JwsAnswer.UnknownKey>(JwsCheck.Of(signed, keys)).Kid
        );

        var parts = signed.Split('.');
        Refused($"{Encode($$"""{"alg":"ES256","kid":"{{key.Id}}"}""")}.{parts[1]}.{parts[2]}");
    }

    [Theory]
    [InlineData("""{"alg":"ES256","alg":"ES256","kid":"KID"}""")]
    [InlineData("""{"alg":"ES256","kid":"KID","kid":"KID"}""")]
    [InlineData("""{"alg":"ES256","kid":"KID","crit":[]}""")]
    [InlineData("""{"alg":"ES256","kid":"KID","jwk":{}}""")]
    [InlineData("""{"alg":"ES256","kid":1}""")]
    [InlineData("""{"alg":["ES256"],"kid":"KID"}""")]
    [InlineData("""["ES256"]""")]
    [InlineData("null")]
    public void A_header_is_ours_letter_for_letter(string header)
    {
        var parts = jws.Split('.');
        Refused($"{Encode(header.Replace("KID", key.Id))}.{parts[1]}.{parts[2]}");
    }

    [Fact]
    public void A_key_twice_is_refused_even_when_it_is_signed() =>
        Refused(key.Sign("""{"h":"Ірина","h":"Марія"}"""));

    [Fact]
    public void A_payload_of_the_first_release_is_still_genuine()
    {
        var first = key.Sign("""{"issuer":"Ліга","number":"2026-000001","holder":"Дем’янчук"}""");

        var payload = Assert.IsType<JwsAnswer.Genuine>(JwsCheck.Of(first, keys)).Payload;

        Assert.Contains(("Власник", "Дем’янчук"), SignedFields.Of(payload, Texts.Uk));
    }

    private void Refused(string text) =>
        Assert.IsNotType<JwsAnswer.Genuine>(JwsCheck.Of(text, keys));

    private static string Encode(string text) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
