using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lms.Domain.Certification;
using Lms.Web.Access;
using Lms.Web.Features.Shared;
using Lms.Web.Mail;
using Lms.Web.Tests.Journey;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Certificates;

public sealed class CertificateTests
{
    [Fact]
    public async Task The_signature_verifies_with_the_published_key_and_with_no_changed_byte()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var content = (await IssueAsync(host)).Content!;
        using var key = await PublishedKeyAsync(host);
        Assert.True(Verifies(key, content.Jws));

        for (var at = 0; at < content.Jws.Length; at++)
        {
            var changed = content.Jws.ToCharArray();
            changed[at] = changed[at] == 'A' ? 'B' : 'A';
            Assert.False(Verifies(key, new string(changed)), $"Byte {at} may be changed.");
        }
    }

    [Fact]
    public async Task The_register_keeps_a_salted_digest_of_what_was_signed()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var certificate = await IssueAsync(host);
        var content = certificate.Content!;
        Assert.Equal(certificate.Digest, SigningKey.Digest(content.Salt, content.Payload));
        Assert.Equal(16, Base64Url.DecodeFromChars(content.Salt).Length);
        Assert.Equal(
            content.Payload,
            Encoding.UTF8.GetString(Base64Url.DecodeFromChars(content.Jws.Split('.')[1]))
        );
        var payload = JsonDocument.Parse(content.Payload).RootElement;
        Assert.Equal(content.Salt, payload.GetProperty("s").GetString());
        Assert.Equal(certificate.Code, payload.GetProperty("c").GetString());
        Assert.Equal(content.HolderName.Full, payload.GetProperty("h").GetString());
        Assert.Equal("2028-11-22", payload.GetProperty("u").GetString());
    }

    [Fact]
    public async Task Numbers_follow_each_other_without_gaps()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        foreach (var person in new[] { "specialist", "specialist2", "trainer" })
        {
            await IssueAsync(host, person);
        }

        await using var db = host.Look();
        Assert.Equal(
            ["DEMO-2026-000001", "DEMO-2026-000002", "DEMO-2026-000003"],
            await db
                .Certificates.Select(certificate => certificate.Number)
                .OrderBy(number => number)
                .ToListAsync()
        );
    }

    [Fact]
    public async Task A_certificate_turns_invalid_after_its_last_day_and_no_row_changes()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var certificate = await IssueAsync(host);
        var address = $"/verify/{Uri.EscapeDataString(certificate.Code)}";
        // Issued at noon of 23 November 2026 in Kyiv; the last day is 22 November 2028.
        host.Clock.Forward(
            new DateTimeOffset(2028, 11, 22, 21, 59, 0, TimeSpan.Zero) - LmsHost.Start
        );
        var lastMinute = await host.Anonymous().OpenAsync(address);
        host.Clock.Forward(TimeSpan.FromMinutes(2));
        var nextDay = await host.Anonymous().OpenAsync(address);
        Assert.Contains(
            "дійсний",
            lastMinute.QuerySelector(".verdict-title")!.TextContent,
            StringComparison.OrdinalIgnoreCase
        );
        Assert.NotEqual(
            lastMinute.QuerySelector(".verdict-title")!.TextContent.Trim(),
            nextDay.QuerySelector(".verdict-title")!.TextContent.Trim()
        );
    }

    [Fact]
    public async Task The_letter_goes_once_and_names_no_course()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var certificate = await IssueAsync(host);
        for (var run = 0; run < 3; run++)
        {
            await using var work = host.Services.WorkAs("a test sends the mail");
            await ActivatorUtilities
                .CreateInstance<SendMail>(work.Services)
                .Execute(null!, CancellationToken.None);
        }

        var letters = Directory.GetFiles(Path.Combine(host.Folder, "mail"), "*.eml");
        var letter = await MimeKit.MimeMessage.LoadAsync(Assert.Single(letters));
        Assert.Equal("specialist@demo.example", letter.To.Mailboxes.Single().Address);
        Assert.Equal("Навчання: документ готовий", letter.Subject);
        Assert.Contains(certificate.Number, letter.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "торгівл",
            letter.TextBody + letter.Subject,
            StringComparison.OrdinalIgnoreCase
        );
    }

    [Fact]
    public void The_key_file_is_for_its_owner_alone_and_stays_the_same()
    {
        var folder = Directory.CreateTempSubdirectory("lms-keys-").FullName;
        using var first = SigningKey.Open(folder);
        using var second = SigningKey.Open(folder);
        Assert.Equal(first.Id, second.Id);
        var file = Path.Combine(folder, "keys", "certificates", "current.pem");
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite,
                File.GetUnixFileMode(file)
            );
        }
    }

    private static async Task<Certificate> IssueAsync(LmsHost host, string person = "specialist")
    {
        var learner = new Learner(host, await host.SignedInAsync(person));
        await learner.ReadLessonsAsync();
        await learner.StartQuizAsync();
        await learner.SubmitQuizAsync();
        await using var db = host.Look();
        return await db
            .Certificates.Include(c => c.Content)
            .OrderByDescending(c => c.Number)
            .FirstAsync();
    }

    private static async Task<ECDsa> PublishedKeyAsync(LmsHost host)
    {
        var set = JsonDocument.Parse(
            await host.Anonymous().GetStringAsync("/.well-known/jwks.json")
        );
        var key = Assert.Single(set.RootElement.GetProperty("keys").EnumerateArray());
        return ECDsa.Create(
            new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256,
                Q = new ECPoint
                {
                    X = Base64Url.DecodeFromChars(key.GetProperty("x").GetString()),
                    Y = Base64Url.DecodeFromChars(key.GetProperty("y").GetString()),
                },
            }
        );
    }

    private static bool Verifies(ECDsa key, string jws)
    {
        try
        {
            var parts = jws.Split('.');
            return parts.Length == 3
                && Base64Url.EncodeToString(Base64Url.DecodeFromChars(parts[2])) == parts[2]
                && key.VerifyData(
                    Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"),
                    Base64Url.DecodeFromChars(parts[2]),
                    HashAlgorithmName.SHA256,
                    DSASignatureFormat.IeeeP1363FixedFieldConcatenation
                );
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
