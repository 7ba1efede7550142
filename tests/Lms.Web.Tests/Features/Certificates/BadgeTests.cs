using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lms.Domain.Certification;
using Lms.Domain.People;
using Lms.Web.Features.Certificates.Badges;
using Lms.Web.Tests.Journey;
using Lms.Web.Tests.Support;
using static Lms.Web.Tests.Features.Certificates.CheckedCredential;

namespace Lms.Web.Tests.Features.Certificates;

/// <summary>
/// The Open Badges 3.0 credential, row by row of what a validator asks of it, with signatures checked
/// by a library of others.
/// </summary>
public sealed class BadgeTests
{
    private const string Address = "/certificates/DEMO-2026-000001.json";

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task The_signature_and_the_claims_hold_for_a_library_of_others(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        await host.IssuedAsync();
        var jwt = await (await host.SignedInAsync("specialist")).GetStringAsync(Address);
        var token = await ValidAsync(host, jwt);
        Assert.Equal(("ES256", "JWT"), (token.Alg, token.Typ));
        var body = Payload(jwt);
        Assert.Equal(Text(body, "issuer", "id"), token.Issuer);
        Assert.Equal(Text(body, "id"), token.Id);
        Assert.False(body.TryGetProperty("iat", out _));
        // The subject has no id of its own.
        Assert.False(body.TryGetProperty("sub", out _));
        Assert.Equal(Instant(body, "validFrom"), body.GetProperty("nbf").GetInt64());
        Assert.Equal(Instant(body, "validUntil"), body.GetProperty("exp").GetInt64());
        Assert.Equal("2026-11-22T22:00:00Z", Text(body, "validFrom"));
        Assert.Equal("2028-11-22T21:59:59Z", Text(body, "validUntil"));

        for (var at = 0; at < jwt.Length; at += 7)
        {
            var changed = jwt.ToCharArray();
            changed[at] = changed[at] == 'A' ? 'B' : 'A';
            Assert.False((await CheckAsync(host, new string(changed))).IsValid);
        }
    }

    [Fact]
    public async Task The_credential_has_what_the_standard_asks_and_no_term_beside()
    {
        await using var host = await LmsHost.StartAsync(
            TestDatabase.Sqlite,
            await ContentCopy.WithHoursAsync("6")
        );
        await host.IssuedAsync();
        var body = Payload(await (await host.SignedInAsync("specialist")).GetStringAsync(Address));
        Assert.Equal(
            [
                "https://www.w3.org/ns/credentials/v2",
                "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
            ],
            Texts(body, "@context")
        );
        Assert.Empty(TermsOf(body).Except(Terms).Except(Claims));
        Assert.True(Uri.TryCreate(Text(body, "id"), UriKind.Absolute, out _));
        Assert.Equal(["VerifiableCredential", "OpenBadgeCredential"], Texts(body, "type"));
        Assert.NotEmpty(Text(body, "name"));
        Assert.Equal(["Profile"], Texts(body, "issuer", "type"));
        Assert.NotEmpty(Text(body, "issuer", "name"));
        Assert.Equal(["AchievementSubject"], Texts(body, "credentialSubject", "type"));

        var achievement = body.GetProperty("credentialSubject").GetProperty("achievement");
        Assert.Equal(["Achievement"], Texts(achievement, "type"));
        Assert.NotEmpty(Text(achievement, "name"));
        Assert.NotEmpty(Text(achievement, "description"));
        Assert.NotEmpty(Text(achievement, "criteria", "narrative"));
        Assert.Equal("uk", Text(achievement, "inLanguage"));
        Assert.Equal(0.2m, achievement.GetProperty("creditsAvailable").GetDecimal());

        var visitor = host.Anonymous();
        foreach (var address in new[] { Text(achievement, "id"), Text(body, "issuer", "id") })
        {
            Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(address)).StatusCode);
        }

        var issuer = JsonDocument.Parse(await visitor.GetStringAsync("/badges/issuer")).RootElement;
        Assert.Equal(Text(body, "issuer", "id"), Text(issuer, "id"));
    }

    [Fact]
    public async Task Who_holds_it_is_a_salted_hash_that_gives_nothing_back()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var certificate = await host.IssuedAsync();
        var jwt = await (await host.SignedInAsync("specialist")).GetStringAsync(Address);
        var body = Payload(jwt);
        var identifier = body.GetProperty("credentialSubject").GetProperty("identifier")[0];
        Assert.Equal("IdentityObject", Text(identifier, "type"));
        Assert.True(identifier.GetProperty("hashed").GetBoolean());
        Assert.Equal("emailAddress", Text(identifier, "identityType"));
        var salt = Text(identifier, "salt");
        Assert.NotEqual(certificate.Content!.Salt, salt);
        Assert.Equal(
            "sha256$"
                + Convert.ToHexStringLower(
                    SHA256.HashData(Encoding.UTF8.GetBytes("specialist@demo.example" + salt))
                ),
            Text(identifier, "identityHash")
        );
        var told = body.GetRawText();
        Assert.DoesNotContain(
            certificate.Content.HolderName.Family,
            told,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("specialist@", told, StringComparison.Ordinal);
        Assert.DoesNotContain(certificate.Code, told, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task The_status_list_is_signed_and_tells_of_a_revocation(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var certificate = await host.IssuedAsync("specialist");
        await host.IssuedAsync("specialist2");
        var body = Payload(await (await host.SignedInAsync("specialist")).GetStringAsync(Address));
        var status = body.GetProperty("credentialStatus");
        Assert.Equal("BitstringStatusListEntry", Text(status, "type"));
        Assert.Equal("revocation", Text(status, "statusPurpose"));
        var address = Text(status, "statusListCredential");
        var index = int.Parse(
            Text(status, "statusListIndex"),
            System.Globalization.CultureInfo.InvariantCulture
        );
        Assert.Equal($"{address}#{index}", Text(status, "id"));

        var bits = await BitsAsync(host, address);
        Assert.Equal(131_072, bits.Length * 8);
        Assert.All(bits, eight => Assert.Equal(0, eight));

        await using (var db = host.Look())
        {
            db.Revocations.Add(
                new Revocation
                {
                    CertificateId = certificate.Id,
                    PersonId = certificate.PersonId,
                    Cause = RevocationCause.HolderAsked,
                    Reason = "",
                    RevokedBy = null as PersonId?,
                    RevokedAt = LmsHost.Start,
                    RevokedOn = new(2026, 11, 23),
                }
            );
            await db.SaveChangesAsync();
        }

        bits = await BitsAsync(host, address);
        Assert.Equal(0x80 >> (index % 8), bits[index / 8]);
        Assert.Equal(1, bits.Sum(eight => System.Numerics.BitOperations.PopCount(eight)));
        var beyond = address[..^1] + "2";
        Assert.Equal(HttpStatusCode.NotFound, (await host.Anonymous().GetAsync(beyond)).StatusCode);
    }

    [Fact]
    public void Every_place_of_a_list_has_its_own_bit()
    {
        foreach (var index in new[] { 0, 1, 7, 8, 65_537, StatusList.Size - 1 })
        {
            var bits = Unpack(StatusList.Encode([index]));
            Assert.Equal(0x80 >> (index % 8), bits[index / 8]);
            Assert.Equal((2L, index), StatusList.PlaceOf(StatusList.Size + index + 1));
        }
    }

    [Fact]
    public async Task Nobody_but_the_holder_gets_it_and_after_erasure_nobody()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var certificate = await host.IssuedAsync();
        foreach (var name in new[] { "specialist2", "trainer", "manager", "regional", "admin" })
        {
            var other = await host.SignedInAsync(name);
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(Address)).StatusCode);
        }

        using var anonymous = await host.Anonymous().GetAsync(Address);
        Assert.Equal(HttpStatusCode.Redirect, anonymous.StatusCode);
        await host.EraseContentAsync(certificate);
        var holder = await host.SignedInAsync("specialist");
        Assert.Equal(HttpStatusCode.NotFound, (await holder.GetAsync(Address)).StatusCode);
    }
}
