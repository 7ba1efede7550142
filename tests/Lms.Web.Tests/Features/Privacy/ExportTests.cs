using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Lms.Web.Access;
using Lms.Web.Features.Privacy;
using Lms.Web.Features.Shared;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Privacy;

public sealed class ExportTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task One_button_gives_everything_about_me_and_nothing_about_others(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var own = await Traces.LeaveAsync(host, "specialist");
        var other = await Traces.LeaveAsync(host, "specialist2");
        await using (var db = host.Look())
        {
            db.RecoveryCodes.Add(new() { AccountId = own.Account, Hash = "SECRET" });
            await db.SaveChangesAsync();
        }

        using var archive = await DownloadAsync(host);

        var json = Read(archive, "data.json");
        foreach (
            var word in new[] { "note", "answer", "remark", "saved", "reason", "latin", "device" }
        )
        {
            Assert.Contains(own.Own(word), json, StringComparison.Ordinal);
        }

        var all = string.Concat(archive.Entries.Select(entry => Read(archive, entry.FullName)));
        Assert.DoesNotContain(other.Name.Family, all, StringComparison.Ordinal);
        Assert.DoesNotContain(other.Email, all, StringComparison.Ordinal);
        Assert.DoesNotContain(other.Own("answer"), all, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", all, StringComparison.Ordinal);
        Assert.DoesNotContain("PasswordHash", json, StringComparison.Ordinal);
        var data = JsonNode.Parse(json)!;
        Assert.Single(data["Certificate"]!.AsArray());
        Assert.Equal("Дем’янчук-Зразок", (string?)data["Person"]![0]!["Name"]!["Family"]);
        Assert.Equal(own.Email, (string?)data["Account"]![0]!["Email"]);
    }

    [Fact]
    public async Task The_archive_has_pages_to_read_documents_and_files()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var own = await Traces.LeaveAsync(host, "specialist");

        using var archive = await DownloadAsync(host);

        var names = archive.Entries.Select(entry => entry.FullName).ToList();
        Assert.Contains("index.html", names);
        Assert.Contains(
            names,
            name => name.StartsWith("certificates/DEMO-2026-000001-uk", StringComparison.Ordinal)
        );
        Assert.Contains(names, name => name.EndsWith("-work.txt", StringComparison.Ordinal));
        var answers = Read(archive, "answers.html");
        Assert.Contains(own.Own("answer"), answers, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"uk\">", answers, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", answers, StringComparison.Ordinal);
        Assert.Contains(own.Own("note"), Read(archive, "learning.html"), StringComparison.Ordinal);
        Assert.Contains(
            "DEMO-2026-000001",
            Read(archive, "certificates.html"),
            StringComparison.Ordinal
        );
        await using var db = host.Look();
        var entry = await db.Audit.SingleAsync(one => one.Action == AuditAction.PersonExported);
        Assert.Equal((own.Person, own.Account), (entry.Subject!.Value, entry.Actor!.Value));
    }

    [Fact]
    public async Task A_visitor_without_an_account_gets_no_archive()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var stranger = host.Anonymous();
        // The token of another form: the page shows a stranger none of its own.
        var login = await stranger.OpenAsync("/account/login");
        login.QuerySelector("main form")!.SetAttribute("action", "/account/privacy?handler=Export");
        using var answer = await stranger.SubmitAsync(login, "/account/login", "main form");
        Assert.Contains(
            "/account/login",
            answer.Headers.Location!.ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Every_table_that_holds_something_of_a_person_is_in_the_archive_with_its_words()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        await using var db = host.Look();
        var kinds = PersonRows.Kinds(db.Model).Select(kind => kind.ClrType).ToHashSet();

        Assert.Equal(
            Lms.Web.Features.Shared.Erasing.ErasureRules.All.Select(rule => rule.Row).ToHashSet(),
            kinds
        );
        Assert.Equal(kinds, ReadableTopics.All.SelectMany(topic => topic.Kinds).ToHashSet());
        Assert.All(
            kinds,
            kind => Assert.True(Texts.Uk.Has(ReadablePages.HeadingOf(kind)), kind.Name)
        );
    }

    [Fact]
    public async Task Nothing_that_looks_like_a_secret_is_handed_out()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        await using var db = host.Look();
        string[] suspicious =
        [
            "hash",
            "secret",
            "stamp",
            "password",
            "token",
            "key",
            "salt",
            "jws",
        ];
        var shown = PersonRows
            .Kinds(db.Model)
            .SelectMany(kind =>
                kind.GetProperties()
                    .Where(property => RowJson.IsShown(kind, property))
                    .Select(property => $"{kind.ClrType.Name}.{property.Name}")
            )
            .Where(name =>
                suspicious.Any(word =>
                    name.Split('.')[1].Contains(word, StringComparison.OrdinalIgnoreCase)
                )
            )
            .Order(StringComparer.Ordinal);
        // Names of keys, and what also stands in the holder's own document.
        Assert.Equal(
            [
                "Certificate.KeyId",
                "CertificateContent.Jws",
                "CertificateContent.Salt",
                "CertificationPeriod.RulesHash",
                "Rescore.KeysOf",
            ],
            shown
        );
    }

    private static async Task<ZipArchive> DownloadAsync(LmsHost host)
    {
        var client = await host.SignedInAsync("specialist");
        using var answer = await client.SubmitAsync("/account/privacy", "form[action*='Export']");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/zip", answer.Content.Headers.ContentType!.MediaType);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        return new ZipArchive(new MemoryStream(bytes));
    }

    private static string Read(ZipArchive archive, string name)
    {
        using var reader = new StreamReader(archive.GetEntry(name)!.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
