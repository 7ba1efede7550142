using System.Net;
using System.Security.Cryptography;
using System.Text;
using Lms.Domain.Reports;
using Lms.Web.Access;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Features.Manage.Reports;

/// <summary>A frozen quarter says for ever what it said; what is found later stands beside it.</summary>
public sealed class StandingTests
{
    private const string Address = "/manage/reports/standing";

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_frozen_quarter_never_changes_and_a_supplement_tells_the_new_figures(
        string database
    )
    {
        await using var host = await LiveReportTests.SceneAsync(TestDatabase.Named(database));
        var manager = await host.SignedInAsync("manager");
        var first = await FreezeAsync(manager, RespondersPack.Lebedyn.Value, ReportAudience.Donor);
        var before = (await manager.OpenAsync(first)).QuerySelector("main")!.TextContent;
        Assert.Contains("Завершили щонайменше один курс", before, StringComparison.Ordinal);
        Assert.Contains("Проєкт: не вказано", before, StringComparison.Ordinal);

        await using var db = host.Look();
        var report = await db.StandingReports.SingleAsync();
        Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(report.Content))),
            report.ContentHash
        );
        Assert.Contains(report.ContentHash, before, StringComparison.Ordinal);
        Assert.DoesNotContain("Своячка", report.Content, StringComparison.Ordinal);

        var late = RespondersPack.AddHolder(db, "Пізніше-Зразок", RespondersPack.Lebedyn);
        await RespondersPack.AddCompletionAsync(db, late, new(2026, 9, 1, 9, 0, 0, TimeSpan.Zero));
        await db.SaveChangesAsync();
        var after = (await manager.OpenAsync(first)).QuerySelector("main")!.TextContent;
        Assert.Equal(before, after);

        using var refused = await manager.SubmitAsync(
            first,
            "form[action*='handler=Supplement']",
            ("reason", " ")
        );
        Assert.NotNull((await refused.ReadAsync()).QuerySelector("[role=alert]"));
        using var made = await manager.SubmitAsync(
            first,
            "form[action*='handler=Supplement']",
            ("reason", "Знайшли ще один протокол")
        );
        var second = made.Headers.Location!.ToString();
        var supplement = await manager.OpenAsync(second);
        Assert.Contains(
            "Знайшли ще один протокол",
            supplement.Body!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(
            ["1", "2"],
            new[] { Learned(await manager.OpenAsync(first)), Learned(supplement) }
        );
        Assert.Contains(
            "№ 2",
            (await manager.OpenAsync(first)).Body!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(2, await db.Audit.CountAsync(one => one.Action == AuditAction.ReportFrozen));
    }

    [Fact]
    public async Task The_cut_off_is_the_organisation_s_own_hour_and_a_quarter_ends_with_its_day()
    {
        await using var host = await LiveReportTests.SceneAsync(TestDatabase.Sqlite);
        await using var db = host.Look();
        // In Kyiv the year is half an hour old.
        host.Clock.Forward(
            new DateTimeOffset(2026, 12, 31, 22, 30, 0, TimeSpan.Zero) - LmsHost.Start
        );
        var manager = await host.SignedInAsync("manager");
        var old = RespondersPack.AddHolder(db, "Стара-Зразок", RespondersPack.Lebedyn);
        await RespondersPack.AddCompletionAsync(
            db,
            old,
            new(2026, 12, 31, 21, 59, 0, TimeSpan.Zero)
        );
        var late = RespondersPack.AddHolder(db, "Нова-Зразок", RespondersPack.Lebedyn);
        await RespondersPack.AddCompletionAsync(
            db,
            late,
            new(2026, 12, 31, 22, 1, 0, TimeSpan.Zero)
        );
        await db.SaveChangesAsync();

        var lebedyn = RespondersPack.Lebedyn.Value;
        var first = await FreezeAsync(manager, lebedyn, ReportAudience.Donor, "2026-4");
        var second = await FreezeAsync(manager, lebedyn, ReportAudience.Donor, "2027-1");

        var page = await manager.OpenAsync(second);
        Assert.Equal(["1", "1"], new[] { Learned(await manager.OpenAsync(first)), Learned(page) });
        foreach (var text in new[] { page, await manager.OpenAsync(Address) })
        {
            Assert.Contains(
                "1 січня 2027, 00:30:00",
                text.QuerySelector("main")!.TextContent,
                StringComparison.Ordinal
            );
        }

        Assert.Contains("Europe/Kyiv", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("pdf")]
    public async Task A_copy_is_of_what_was_frozen(string format)
    {
        await using var host = await LiveReportTests.SceneAsync(TestDatabase.Sqlite);
        var manager = await host.SignedInAsync("manager");
        var address = await FreezeAsync(
            manager,
            RespondersPack.Lebedyn.Value,
            ReportAudience.CoordinationCouncil,
            "2026-4"
        );
        await using var db = host.Look();
        var report = await db.StandingReports.SingleAsync();

        using var copy = await manager.SubmitAsync(
            address,
            "form[action*='handler=Export']",
            ("format", format)
        );

        var text = await CopyText.OfAsync(copy, format);
        Assert.Contains(
            report.ContentHash[..16],
            text.Replace("\n", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.Contains("не вказано", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Своячка", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Others_territories_are_neither_frozen_nor_read()
    {
        await using var host = await LiveReportTests.SceneAsync(TestDatabase.Sqlite);
        var manager = await host.SignedInAsync("manager");
        var regional = await host.SignedInAsync("regional");
        var oblast = await FreezeAsync(regional, "UA59000000000057109", ReportAudience.Ministry);

        using var foreign = await manager.GetAsync(oblast);
        using var absent = await manager.GetAsync($"{Address}/{Guid.CreateVersion7()}");
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, absent.StatusCode);
        Assert.DoesNotContain(
            "№ 1",
            (await manager.OpenAsync(Address)).Body!.TextContent,
            StringComparison.Ordinal
        );

        using var refused = await manager.SubmitAsync(
            Address,
            "form[action*='handler=Freeze']",
            ("territory", "UA59000000000057109"),
            ("audience", "Ministry"),
            ("quarter", "2026-3")
        );
        Assert.NotNull((await refused.ReadAsync()).QuerySelector("[role=alert]"));
        using var future = await manager.SubmitAsync(
            Address,
            "form[action*='handler=Freeze']",
            ("territory", RespondersPack.Lebedyn.Value),
            ("audience", "Ministry"),
            ("quarter", "2027-1")
        );
        Assert.NotNull((await future.ReadAsync()).QuerySelector("[role=alert]"));
        await using var db = host.Look();
        Assert.Equal(1, await db.StandingReports.CountAsync());
        // The next number is taken over the whole register.
        await FreezeAsync(manager, RespondersPack.Lebedyn.Value, ReportAudience.SocialOrder);
        Assert.Equal(
            [1, 2],
            await db.StandingReports.Select(one => one.Number).Order().ToListAsync()
        );
    }

    private static string Learned(AngleSharp.Html.Dom.IHtmlDocument page) =>
        page.QuerySelectorAll("tbody tr")
            .Single(row =>
                row.TextContent.Contains("щонайменше один курс", StringComparison.Ordinal)
            )
            .QuerySelector("td span")!
            .TextContent;

    private static async Task<string> FreezeAsync(
        HttpClient client,
        string territory,
        ReportAudience audience,
        string quarter = "2026-3"
    )
    {
        using var made = await client.SubmitAsync(
            Address,
            "form[action*='handler=Freeze']",
            ("territory", territory),
            ("audience", audience.ToString()),
            ("quarter", quarter)
        );
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        return made.Headers.Location!.ToString();
    }
}
