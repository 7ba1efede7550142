using Lms.Web.Features.Manage.Reports;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Manage.Reports;

/// <summary>A saved view comes as a link, once, in its reader's scope; an empty one says so.</summary>
public sealed class SavedReportTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_saved_view_is_sent_on_its_day_once_and_an_empty_one_says_so(string database)
    {
        await using var host = await LiveReportTests.SceneAsync(TestDatabase.Named(database));
        var manager = await host.SignedInAsync("manager");
        await SaveAsync(
            manager,
            "/manage/reports/completed?from=2026-01-01&until=2026-12-31",
            "Усі"
        );
        await SaveAsync(
            manager,
            "/manage/reports/completed?from=2020-01-01&until=2020-12-31",
            "Давні"
        );
        Assert.Equal(0, await RunAsync(host));

        // Monday is a week away; at night nothing goes.
        host.Clock.Forward(TimeSpan.FromDays(7) - TimeSpan.FromHours(8));
        Assert.Equal(0, await RunAsync(host));
        host.Clock.Forward(TimeSpan.FromHours(8));
        Assert.Equal(2, await RunAsync(host));
        Assert.Equal(0, await RunAsync(host));

        await using var db = host.Look();
        var letters = await db
            .OutgoingMail.Where(mail => mail.Event.StartsWith("saved-report:"))
            .OrderBy(mail => mail.Body)
            .ToListAsync();
        Assert.Equal(["manager@demo.example"], letters.Select(mail => mail.To).Distinct());
        Assert.StartsWith(
            "Звіт «Давні» зараз порожній: http://localhost/manage/reports/completed?",
            letters[0].Body,
            StringComparison.Ordinal
        );
        Assert.StartsWith("Звіт «Усі» готовий: ", letters[1].Body, StringComparison.Ordinal);
        Assert.All(
            letters,
            mail =>
                Assert.DoesNotContain("Зразок", mail.Body + mail.Subject, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_view_of_coverage_is_saved_too_and_seen_after_a_fresh_sign_in_alone()
    {
        await using var host = await LiveReportTests.SceneAsync(TestDatabase.Sqlite);
        var manager = await host.SignedInAsync("manager");
        await using var db = host.Look();
        var away = await db.People.SingleAsync(one => one.Name.Family == "Своячка-Зразок");
        await SaveAsync(
            manager,
            $"/manage/coverage?day=90&state=uncovered&away={away.Id.Value}",
            "Через три місяці"
        );
        var view = await db.SavedReports.SingleAsync();
        // Whom one thought away is nobody's business in a letter.
        Assert.Equal("/manage/coverage?rule=responders&day=90&state=uncovered", view.Address);
        Assert.NotNull(
            (await manager.OpenAsync("/manage/reports")).QuerySelector($"a[href='{view.Address}']")
        );
        var looks = await LooksAsync();

        host.Clock.Forward(TimeSpan.FromDays(7));
        Assert.Equal(1, await RunAsync(host));
        var letter = await db.OutgoingMail.SingleAsync(mail =>
            mail.Event.StartsWith("saved-report:")
        );
        Assert.Contains(view.Address, letter.Body, StringComparison.Ordinal);
        // Nobody is uncovered then; a letter does not say so, and nothing was looked at to write it.
        Assert.Contains("готовий", letter.Body, StringComparison.Ordinal);
        Assert.Equal(looks, await LooksAsync());

        using var stale = await manager.GetAsync(view.Address);
        Assert.Contains("/account/login", stale.Headers.Location!.ToString());
        using var fresh = host.Anonymous();
        await fresh.SignInAsync("manager@demo.example");
        await fresh.OpenAsync(view.Address);
        Assert.Equal(looks + 1, await LooksAsync());
        using var refused = await (await host.SignedInAsync("specialist")).GetAsync(view.Address);
        Assert.NotEqual(System.Net.HttpStatusCode.OK, refused.StatusCode);

        Task<int> LooksAsync() =>
            db.Audit.CountAsync(one => one.Action == Lms.Web.Access.AuditAction.CoverageLooked);
    }

    [Fact]
    public async Task A_view_is_its_owners_alone()
    {
        await using var host = await LiveReportTests.SceneAsync(TestDatabase.Sqlite);
        var manager = await host.SignedInAsync("manager");
        await SaveAsync(manager, "/manage/reports/hours", "Мій вид");
        var regional = await host.SignedInAsync("regional");
        Assert.DoesNotContain(
            "Мій вид",
            (await regional.OpenAsync("/manage/reports")).Body!.TextContent,
            StringComparison.Ordinal
        );
        await SaveAsync(regional, "/manage/reports/hours", "Інший");
        await using var db = host.Look();
        var foreign = await db.SavedReports.SingleAsync(one => one.Name == "Мій вид");

        using var tried = await regional.SubmitAsync(
            "/manage/reports",
            "form[action*='handler=Remove']",
            ("view", foreign.Id.Value.ToString())
        );
        Assert.Equal(System.Net.HttpStatusCode.NotFound, tried.StatusCode);
        using var own = await manager.SubmitAsync(
            "/manage/reports",
            "form[action*='handler=Remove']"
        );
        Assert.Equal(["Інший"], await db.SavedReports.Select(one => one.Name).ToListAsync());
    }

    [Fact]
    public async Task Whoever_lost_the_right_gets_nothing()
    {
        await using var host = await LiveReportTests.SceneAsync(TestDatabase.Sqlite);
        await SaveAsync(await host.SignedInAsync("manager"), "/manage/reports/hours", "Мій вид");
        await using var db = host.Look();
        foreach (var grant in await db.Grants.ToListAsync())
        {
            grant.To = new(2026, 11, 24);
        }

        await db.SaveChangesAsync();
        host.Clock.Forward(TimeSpan.FromDays(7));

        Assert.Equal(0, await RunAsync(host));
        Assert.False(
            await db.OutgoingMail.AnyAsync(mail => mail.Event.StartsWith("saved-report:"))
        );
    }

    [Fact]
    public async Task Of_a_territory_that_is_none_of_theirs_any_more_nothing_is_sent()
    {
        await using var host = await LiveReportTests.SceneAsync(TestDatabase.Sqlite);
        var regional = await host.SignedInAsync("regional");
        var romny = RespondersPack.Romny.Value;
        await SaveAsync(regional, $"/manage/reports/hours?within={romny}", "Ромни, години");
        await SaveAsync(regional, $"/manage/coverage?within={romny}", "Ромни, охоплення");
        await SaveAsync(regional, "/manage/reports/hours", "Усюди");
        await using var db = host.Look();
        var account = await db.Accounts.SingleAsync(one => one.Email == "regional@demo.example");
        await db
            .Grants.Where(one => one.AccountId == account.Id)
            .ExecuteUpdateAsync(set =>
                set.SetProperty(
                    one => one.Territory,
                    (Lms.Domain.Territories.TerritoryCode?)RespondersPack.Lebedyn
                )
            );
        host.Clock.Forward(TimeSpan.FromDays(7));

        Assert.Equal(1, await RunAsync(host));
        Assert.Equal(0, await RunAsync(host));
        var letter = await db.OutgoingMail.SingleAsync(mail =>
            mail.Event.StartsWith("saved-report:")
        );
        Assert.Contains("«Усюди»", letter.Body, StringComparison.Ordinal);
    }

    private static async Task SaveAsync(HttpClient client, string address, string name)
    {
        using var saved = await client.SubmitAsync(
            address,
            "form[action*='handler=Save']",
            ("name", name),
            ("rhythm", "Weekly")
        );
        Assert.Equal(System.Net.HttpStatusCode.Redirect, saved.StatusCode);
    }

    private static async Task<int> RunAsync(LmsHost host)
    {
        await using var work = Lms.Web.Access.WorkScopes.WorkAs(
            host.Services,
            "a test runs the job"
        );
        return await ActivatorUtilities.CreateInstance<SendSavedReports>(work.Services).RunAsync();
    }
}
