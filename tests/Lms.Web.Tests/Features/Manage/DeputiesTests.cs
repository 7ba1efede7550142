using System.Net;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared.WaysIn;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Manage;

/// <summary>A manager goes on leave: someone of the territory stands in, for days, and no longer.</summary>
public sealed class DeputiesTests
{
    private const string Address = "/manage/people/deputies";
    private const string Form = "form[action*='handler=Name']";

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_deputy_is_a_manager_for_the_days_named_and_no_longer(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var manager = await host.SignedInAsync("manager");
        var deputy = await host.SignedInAsync("specialist");
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await deputy.GetAsync("/manage/people")).StatusCode
        );

        await NameAsync(host, manager, "specialist", "2026-11-24", "2026-11-25");
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await deputy.GetAsync("/manage/people")).StatusCode
        );
        host.Clock.Forward(TimeSpan.FromDays(1));
        var list = await deputy.OpenAsync("/manage/people");
        Assert.Contains("Дем’янчук-Зразок", list.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Левченко", list.Body!.TextContent, StringComparison.Ordinal);
        var both = await deputy.OpenAsync(Address);
        Assert.Contains("Гриценко-Зразок", both.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(both.QuerySelector(Form));
        Assert.Contains(
            "Дем’янчук-Зразок",
            (await manager.OpenAsync(Address)).QuerySelector(".facts")!.TextContent,
            StringComparison.Ordinal
        );

        host.Clock.Forward(TimeSpan.FromDays(2));
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await deputy.GetAsync("/manage/people")).StatusCode
        );
        await using var db = host.Look();
        var entry = await db.Audit.SingleAsync(one => one.Action == AuditAction.DeputyNamed);
        Assert.Equal("Manager/UA59080110000034361 2026-11-24..2026-11-25", entry.Detail);
        Assert.NotNull(entry.Subject);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task The_deputys_right_ends_with_the_managers(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var manager = await host.SignedInAsync("manager");
        await NameAsync(host, manager, "specialist", "2026-11-23", "2026-12-23");
        var deputy = await host.SignedInAsync("specialist");
        Assert.Equal(HttpStatusCode.OK, (await deputy.GetAsync("/manage/people")).StatusCode);

        await using var db = host.Look();
        var own = await db.Grants.SingleAsync(one =>
            one.Role == AccessRole.Manager
            && one.DeputyOf == null
            && one.Territory != null
            && db.Accounts.Any(a => a.Id == one.AccountId && a.Email == "manager@demo.example")
        );
        own.To = new DateOnly(2026, 11, 22);
        await db.SaveChangesAsync();

        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await deputy.GetAsync("/manage/people")).StatusCode
        );
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_deputy_of_whoever_is_closed_is_not_asked_to_answer(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var manager = await host.SignedInAsync("manager");
        await NameAsync(host, manager, "specialist", "2026-11-23", "2026-12-23");
        await using var db = host.Look();
        var pack = host.Services.GetRequiredService<OrganisationPack>();
        Assert.Equal(["manager", "specialist"], await NearestAsync());
        await db
            .Accounts.Where(one => one.Email == "manager@demo.example")
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.DeactivatedAt, LmsHost.Start));

        Assert.DoesNotContain("specialist", await NearestAsync());

        async Task<IEnumerable<string>> NearestAsync() =>
            (
                await WhoAnswers.NearestAsync(
                    db,
                    pack,
                    new(Inviter.Lebedyn),
                    new DateOnly(2026, 11, 23)
                )
            )
                .Select(one => one.Email!.Split('@')[0])
                .Order(StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_deputy_is_ended_at_once_by_whoever_named_them()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var manager = await host.SignedInAsync("manager");
        await NameAsync(host, manager, "specialist", "2026-11-23", "2026-12-23");
        var deputy = await host.SignedInAsync("specialist");

        using var ended = await manager.SubmitAsync(Address, "form[action*='handler=End']");

        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await deputy.GetAsync("/manage/people")).StatusCode
        );
    }

    [Fact]
    public async Task Whoever_is_outside_the_territory_is_as_unknown_as_nobody()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var manager = await host.SignedInAsync("manager");
        await using var db = host.Look();
        var foreign = await AccountAsync(host, "specialist2");
        var words = new List<string>();
        foreach (
            var deputy in new[] { foreign.ToString(), Guid.CreateVersion7().ToString(), "", "я" }
        )
        {
            using var answer = await manager.SubmitAsync(
                Address,
                Form,
                ("deputy", deputy),
                ("from", "2026-11-23"),
                ("to", "2026-11-24")
            );
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            words.Add((await answer.ReadAsync()).QuerySelector("[role=alert]")!.TextContent);
        }

        Assert.Single(words.Distinct());
        Assert.False(await db.Grants.AnyAsync(one => one.DeputyOf != null));
    }

    [Fact]
    public async Task What_was_typed_stays_when_the_days_are_wrong()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var manager = await host.SignedInAsync("manager");
        var deputy = (await AccountAsync(host, "specialist")).ToString();
        foreach (
            var (from, to) in new[]
            {
                ("2026-11-23", "2027-11-23"),
                ("2026-11-20", "2026-11-24"),
                ("", "2026-11-24"),
            }
        )
        {
            using var answer = await manager.SubmitAsync(
                Address,
                Form,
                ("deputy", deputy),
                ("from", from),
                ("to", to)
            );
            var page = await answer.ReadAsync();
            Assert.NotNull(page.QuerySelector("[role=alert]"));
            Assert.Equal(deputy, page.QuerySelector("option[selected]")!.GetAttribute("value"));
            Assert.Equal(to, page.QuerySelector("input[name=to]")!.GetAttribute("value"));
        }
    }

    [Fact]
    public async Task Nobody_lends_or_ends_a_right_that_is_not_theirs()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var manager = await host.SignedInAsync("manager");
        await NameAsync(host, manager, "specialist", "2026-11-23", "2026-12-23");
        await using var db = host.Look();
        var deputyGrant = await db.Grants.SingleAsync(one => one.DeputyOf != null);
        var own = await db.Grants.SingleAsync(one =>
            one.AccountId == deputyGrant.DeputyOf && one.DeputyOf == null
        );
        var regional = await host.SignedInAsync("regional");
        var form = await regional.OpenAsync(Address);
        foreach (var grant in new[] { own.Id.Value, deputyGrant.Id.Value, Guid.CreateVersion7() })
        {
            using var answer = await regional.SubmitAsync(
                form,
                Address,
                Form,
                ("grant", grant.ToString()),
                ("deputy", (await AccountAsync(host, "specialist")).ToString()),
                ("from", "2026-11-23"),
                ("to", "2026-11-24")
            );
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        // The deputy cannot name a deputy in turn.
        using var chained = await manager.SubmitAsync(
            await manager.OpenAsync(Address),
            Address,
            Form,
            ("grant", deputyGrant.Id.Value.ToString()),
            ("deputy", (await AccountAsync(host, "specialist")).ToString()),
            ("from", "2026-11-23"),
            ("to", "2026-11-24")
        );
        Assert.NotEqual(HttpStatusCode.Redirect, chained.StatusCode);
        Assert.Equal(1, await db.Grants.CountAsync(one => one.DeputyOf != null));
    }

    private static async Task NameAsync(
        LmsHost host,
        HttpClient manager,
        string deputy,
        string from,
        string to
    )
    {
        using var named = await manager.SubmitAsync(
            Address,
            Form,
            ("deputy", (await AccountAsync(host, deputy)).ToString()),
            ("from", from),
            ("to", to)
        );
        Assert.Equal(HttpStatusCode.Redirect, named.StatusCode);
    }

    private static async Task<Guid> AccountAsync(LmsHost host, string name)
    {
        await using var db = host.Look();
        return (await db.Accounts.SingleAsync(one => one.Email == $"{name}@demo.example")).Id.Value;
    }
}
