using Lms.Domain.Certification;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Tests.Journey;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Features.Admin.Certificates;

/// <summary>The issue log on both databases: written with what it tells of, and checked whole.</summary>
public sealed class IssueLogTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Each_issue_has_a_line_that_follows_the_one_before(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        await host.IssuedAsync("specialist");
        await host.IssuedAsync("specialist2");
        await using var db = host.Look();
        var lines = await db.IssueLog.OrderBy(line => line.Position).ToListAsync();
        Assert.Equal(["DEMO-2026-000001", "DEMO-2026-000002"], lines.Select(line => line.Number));
        Assert.Equal(IssueChain.Beginning, lines[0].PreviousHash);
        Assert.Equal(lines[0].Hash, lines[1].PreviousHash);
        Assert.Equal((2, null), await db.CheckIssueLogAsync());
        var name = (await db.CertificateContents.FirstAsync()).HolderName.Family;
        Assert.DoesNotContain(
            lines,
            line =>
                $"{line.Number}{line.Digest}{line.Other}".Contains(name, StringComparison.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Writers_who_race_leave_one_chain(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var certificate = await host.IssuedAsync();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => LogOnceAsync(host, certificate)));
        await using var db = host.Look();
        var (lines, fault) = await db.CheckIssueLogAsync();
        Assert.Equal(5, lines);
        // Well tied, though none of them was revoked.
        Assert.Equal(IssueLogFaultKind.NotInRegister, fault!.Kind);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task What_was_done_to_the_log_is_named_on_the_page(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        await host.IssuedAsync("specialist");
        await host.IssuedAsync("specialist2");
        var admin = await host.SignedInAsync("admin");
        var page = await admin.OpenAsync("/admin/certificates/log");
        Assert.NotNull(page.QuerySelector(".verdict.good"));

        await using var db = host.Look();
        await db
            .IssueLog.Where(line => line.Number == "DEMO-2026-000001")
            .ExecuteUpdateAsync(row => row.SetProperty(line => line.Digest, new string('0', 64)));
        page = await admin.OpenAsync("/admin/certificates/log");
        Assert.Contains(
            "DEMO-2026-000001",
            page.QuerySelector(".verdict.bad")!.TextContent,
            StringComparison.Ordinal
        );

        await db.IssueLog.ExecuteDeleteAsync();
        page = await admin.OpenAsync("/admin/certificates/log");
        Assert.NotNull(page.QuerySelector(".verdict.bad"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task What_the_first_release_issued_is_entered_once(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        await host.IssuedAsync("specialist");
        await host.IssuedAsync("specialist2");
        await using var db = host.Look();
        await db.IssueLog.ExecuteDeleteAsync();
        for (var start = 0; start < 3; start++)
        {
            await db.EnterFirstReleaseAsync(LmsHost.Start);
        }

        Assert.Equal((2, null), await db.CheckIssueLogAsync());

        // A line that was taken out does not come back by itself.
        await db.IssueLog.Where(line => line.Number == "DEMO-2026-000002").ExecuteDeleteAsync();
        await db.EnterFirstReleaseAsync(LmsHost.Start);
        var (lines, fault) = await db.CheckIssueLogAsync();
        Assert.Equal((1, "DEMO-2026-000002"), (lines, fault!.Number));
    }

    private static async Task LogOnceAsync(LmsHost host, Certificate certificate)
    {
        await using var db = host.Look();
        await db.WriteAsync(() =>
            db.LogAsync(LmsHost.Start, IssueAct.Revoked, certificate, "DEMO-2026-000009")
        );
    }
}
