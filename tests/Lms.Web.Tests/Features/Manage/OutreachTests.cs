using System.Net;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Features.Manage;

/// <summary>Awareness work: recorded once, in scope, without names; and the campaign of the season.</summary>
public sealed class OutreachTests
{
    private const string Address = "/manage/outreach";

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task An_event_is_recorded_once_in_scope_and_taken_away_again(string database)
    {
        await using var host = await RespondersPack.StartAsync(TestDatabase.Named(database));
        var manager = await host.SignedInAsync("manager");
        var form = await manager.OpenAsync(Address);
        for (var twice = 0; twice < 2; twice++)
        {
            using var sent = await manager.SubmitAsync(
                form,
                Address,
                "#record",
                ("on", "2026-11-21"),
                ("kind", "Lecture"),
                ("heads", ""),
                ("materials", "40"),
                ("campaign", "november")
            );
            Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        }

        await using var db = host.Look();
        var one = await db.OutreachEvents.SingleAsync();
        Assert.Equal(
            (RespondersPack.Lebedyn, null, 40, "november"),
            (one.Community, one.Heads, one.Materials, one.Campaign)
        );
        Assert.Contains(
            "не вказано",
            (await manager.OpenAsync(Address)).QuerySelector("tbody")!.TextContent,
            StringComparison.Ordinal
        );
        var report = await manager.OpenAsync("/manage/reports/campaigns");
        Assert.Contains(
            "Шістнадцять днів, 2026",
            report.Body!.TextContent,
            StringComparison.Ordinal
        );

        using var gone = await manager.SubmitAsync(Address, "form[action*='handler=Remove']");
        Assert.Equal(HttpStatusCode.Redirect, gone.StatusCode);
        Assert.Null((await manager.OpenAsync(Address)).QuerySelector("tbody"));
    }

    [Fact]
    public async Task Another_community_a_day_to_come_and_nonsense_are_refused()
    {
        await using var host = await RespondersPack.StartAsync(TestDatabase.Sqlite);
        var manager = await host.SignedInAsync("manager");
        foreach (
            var (field, value) in new[]
            {
                ("community", RespondersPack.Romny.Value),
                ("community", "UA59000000000057109"),
                ("on", "2026-11-24"),
                ("on", "завтра"),
                ("heads", "-1"),
                ("heads", "багато"),
                ("materials", "1000001"),
            }
        )
        {
            using var answer = await manager.SubmitAsync(Address, "#record", (field, value));
            Assert.NotNull((await answer.ReadAsync()).QuerySelector("[role=alert]"));
        }

        await using var db = host.Look();
        Assert.Equal(0, await db.OutreachEvents.CountAsync());
    }

    [Fact]
    public async Task The_season_has_its_banner_and_then_it_is_gone()
    {
        await using var host = await RespondersPack.StartAsync(TestDatabase.Sqlite);
        foreach (
            var (client, address) in new[]
            {
                (host.Anonymous(), "/"),
                (await host.SignedInAsync("specialist"), "/learn"),
            }
        )
        {
            var banner = (await client.OpenAsync(address)).QuerySelector("aside.notice")!;
            Assert.Contains(
                "навчіться помічати ознаки",
                banner.TextContent,
                StringComparison.Ordinal
            );
            Assert.Equal("/courses/k1-basics", banner.QuerySelector("a")!.GetAttribute("href"));
        }

        host.Clock.Forward(TimeSpan.FromDays(18));
        Assert.Null((await host.Anonymous().OpenAsync("/")).QuerySelector("aside.notice"));
    }
}
