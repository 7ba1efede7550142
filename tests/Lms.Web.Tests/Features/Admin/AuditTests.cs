using System.Net;
using System.Text.Json;
using Lms.Web.Access;
using Lms.Web.Features.Admin.Audit;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Features.Admin;

/// <summary>The log is looked through, checked and copied by administrators alone.</summary>
public sealed class AuditTests
{
    private const string Address = "/admin/audit";

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task The_log_is_filtered_by_group_person_day_and_number(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var admin = await host.SignedInAsync("admin");
        var manager = await host.SignedInAsync("manager");
        await manager.OpenAsync("/manage/people");
        await WriteAsync(host, AuditAction.CertificateIssued, "DEMO-2026-000007");

        Assert.Equal(1, await RowsAsync(admin, "?q=000007"));
        Assert.Equal(1, await RowsAsync(admin, "?group=Certificates"));
        Assert.Equal(1, await RowsAsync(admin, "?group=People"));
        Assert.Equal(2, await RowsAsync(admin, "?actor=MANAGER@demo.example"));
        Assert.Equal(1, await RowsAsync(admin, "?actor=manager@demo.example&group=SignIn"));
        Assert.Equal(0, await RowsAsync(admin, "?subject=manager@demo.example"));
        Assert.Equal(0, await RowsAsync(admin, "?actor=nobody@demo.example"));
        Assert.Equal(1, await RowsAsync(admin, "?q=000007&from=2026-11-23&to=2026-11-23"));
        Assert.Equal(0, await RowsAsync(admin, "?from=2026-11-24"));
        Assert.Equal(0, await RowsAsync(admin, "?to=2026-11-22"));
    }

    [Fact]
    public async Task Nonsense_in_the_address_is_no_failure()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var admin = await host.SignedInAsync("admin");
        foreach (
            var query in new[]
            {
                "?group=Nothing",
                "?group=99",
                "?from=вчора",
                "?from=0001-01-01&to=9999-12-31",
                "?before=я",
                "?before=-5",
                "?actor=00000000-0000-0000-0000-000000000000",
                $"?q={new string('%', 500)}",
            }
        )
        {
            using var answer = await admin.GetAsync(Address + query);
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, query);
        }
    }

    [Fact]
    public async Task Older_entries_follow_without_gap_or_repeat_while_new_ones_come()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var admin = await host.SignedInAsync("admin");
        for (var number = 0; number < 120; number++)
        {
            await WriteAsync(host, AuditAction.BackupMade, $"b-{number:000}");
        }

        var seen = new List<string>();
        var next = Address + "?q=b-";
        while (next is not null)
        {
            var page = await admin.OpenAsync(next);
            seen.AddRange(
                page.QuerySelectorAll("tbody tr").Select(row => row.Children[^1].TextContent.Trim())
            );
            next = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
            await WriteAsync(host, AuditAction.BackupChecked, "b-new");
        }

        Assert.Equal(Enumerable.Range(0, 120).Select(n => $"b-{119 - n:000}"), seen);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task The_check_says_until_when_the_chain_is_unbroken_and_where_it_breaks(
        string database
    )
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var admin = await host.SignedInAsync("admin");
        await WriteAsync(host, AuditAction.BackupMade, "one");
        await WriteAsync(host, AuditAction.BackupMade, "two");
        using var good = await admin.SubmitAsync(Address, "form[action*='Check']");
        Assert.NotNull((await good.ReadAsync()).QuerySelector(".notice.good"));

        await using (var db = host.Look())
        {
            await db.Audit.Where(entry => entry.Detail == "one").ExecuteDeleteAsync();
        }

        using var bad = await admin.SubmitAsync(Address, "form[action*='Check']");
        Assert.NotNull((await bad.ReadAsync()).QuerySelector(".notice.bad"));
    }

    [Fact]
    public async Task The_copy_has_every_entry_and_no_name_and_is_an_entry_itself()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var admin = await host.SignedInAsync("admin");
        await host.SignedInAsync("manager");

        using var answer = await admin.SubmitAsync(
            Address + "?group=SignIn",
            "form[action*='Export']"
        );

        Assert.Equal("application/jsonl", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        var text = await answer.Content.ReadAsStringAsync();
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.All(lines, line => Assert.Equal("SignedIn", Action(line)));
        Assert.DoesNotContain("demo.example", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Гриценко", text, StringComparison.Ordinal);
        await using var db = host.Look();
        var entry = await db.Audit.SingleAsync(one => one.Action == AuditAction.AuditExported);
        Assert.Equal("2 SignIn", entry.Detail);
    }

    [Fact]
    public async Task A_look_at_the_log_keeps_the_filters_and_not_what_was_typed()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var admin = await host.SignedInAsync("admin");
        await admin.OpenAsync(
            Address + "?group=People&actor=manager@demo.example&q=Гриценко&from=2026-11-01"
        );
        await using var db = host.Look();
        var entry = await db.Audit.SingleAsync(one => one.Action == AuditAction.AuditRead);
        Assert.Equal("People actor text from:2026-11-01", entry.Detail);
    }

    [Fact]
    public async Task Nobody_else_opens_checks_or_copies_the_log()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var form = await (await host.SignedInAsync("admin")).OpenAsync(Address);
        foreach (var name in new[] { "specialist", "trainer", "author", "regional", "auditor" })
        {
            var other = await host.SignedInAsync(name);
            Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync(Address)).StatusCode);
            using var forged = await other.SubmitAsync(form, Address, "form[action*='Export']");
            Assert.NotEqual(HttpStatusCode.OK, forged.StatusCode);
        }
    }

    [Fact]
    public void Every_action_has_a_group_and_words_in_both_languages()
    {
        foreach (var action in Enum.GetValues<AuditAction>())
        {
            Assert.Contains(action, AuditGroups.ActionsOf(AuditGroups.Of(action)));
            Assert.True(Lms.Web.Features.Shared.Texts.Uk.Has(AuditWords.WordsOf(action)));
            Assert.True(Lms.Web.Features.Shared.Texts.En.Has(AuditWords.WordsOf(action)));
        }
    }

    private static string? Action(string line) =>
        JsonDocument.Parse(line).RootElement.GetProperty("action").GetString();

    // A look at the log is an entry too, but of another group.
    private static async Task<int> RowsAsync(HttpClient admin, string query) =>
        (await admin.OpenAsync(Address + query)).QuerySelectorAll("tbody tr").Length;

    private static async Task WriteAsync(LmsHost host, AuditAction action, string detail)
    {
        await using var db = host.Look();
        db.Audit.Add(
            new AuditEntry
            {
                At = host.Clock.GetUtcNow(),
                Action = action,
                Detail = detail,
            }
        );
        await db.SaveChangesAsync();
    }
}
