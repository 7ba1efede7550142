using System.Net;
using Lms.Web.Access;
using Lms.Web.Features.Privacy;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Privacy;

public sealed class PrivacyPageTests
{
    private const string Page = "/account/privacy";
    private const string AskForm = "form[action*='Ask']";
    private const string BackForm = "form[action*='TakeBack']";

    [Fact]
    public async Task Anyone_reads_the_notice_and_who_the_controller_is_in_both_languages()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);

        var uk = await host.Anonymous().OpenAsync(Page);
        var en = await host.Anonymous("en").OpenAsync(Page);

        Assert.Contains("2297-VI", uk.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Професійна ліга", uk.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains("Your rights", en.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Professional League", en.Body.TextContent, StringComparison.Ordinal);
        Assert.Null(uk.QuerySelector("main form"));
    }

    [Fact]
    public async Task Another_pack_has_its_own_notice()
    {
        await using var host = await LmsHost.StartAsync(
            TestDatabase.Sqlite,
            Repository.File("tests", "packs", "first-aid")
        );

        var page = await host.Anonymous("en").OpenAsync(Page);

        Assert.Equal("What the Circle keeps about you", page.QuerySelector("h1")!.TextContent);
        Assert.DoesNotContain("2297-VI", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_notice_is_told_of_until_it_has_been_opened()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var client = await host.SignedInAsync("specialist");
        Assert.NotNull((await client.OpenAsync("/learn")).QuerySelector($"main a[href='{Page}']"));

        await client.OpenAsync(Page);
        await client.OpenAsync(Page);

        Assert.Null((await client.OpenAsync("/learn")).QuerySelector($"main a[href='{Page}']"));
        await using var db = host.Look();
        Assert.Equal(3, (await db.NoticesSeen.SingleAsync()).Version);
    }

    [Fact]
    public async Task A_wish_to_be_erased_is_kept_for_two_weeks_and_can_be_taken_back()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var client = await host.SignedInAsync("specialist");

        using var unsure = await client.SubmitAsync(Page, AskForm);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsure.StatusCode);
        await AskAsync(client);
        Assert.Contains(
            "7 грудня 2026",
            (await client.OpenAsync(Page)).QuerySelector("[role=status]")!.TextContent,
            StringComparison.Ordinal
        );
        using var back = await client.SubmitAsync(Page, BackForm);
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        host.Clock.Forward(TimeSpan.FromDays(15));

        Assert.Equal(0, await DueAsync(host));
        await using var db = host.Look();
        Assert.NotNull((await db.Erasures.SingleAsync()).CancelledAt);
        Assert.Equal(
            [AuditAction.ErasureAsked, AuditAction.ErasureCancelled],
            await db
                .Audit.Where(entry =>
                    entry.Action == AuditAction.ErasureAsked
                    || entry.Action == AuditAction.ErasureCancelled
                )
                .OrderBy(entry => entry.Position)
                .Select(entry => entry.Action)
                .ToListAsync()
        );
    }

    [Fact]
    public async Task When_the_time_is_over_the_job_erases()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var client = await host.SignedInAsync("specialist");
        await AskAsync(client);
        host.Clock.Forward(TimeSpan.FromDays(13));
        Assert.Equal(0, await DueAsync(host));

        host.Clock.Forward(TimeSpan.FromDays(1));
        Assert.Equal(1, await DueAsync(host));
        Assert.Equal(0, await DueAsync(host));

        await using var db = host.Look();
        Assert.NotNull((await db.Erasures.SingleAsync()).DoneAt);
        Assert.False(await db.Accounts.AnyAsync(one => one.Email == "specialist@demo.example"));
        Assert.False(await db.OutgoingMail.AnyAsync(mail => mail.To == "specialist@demo.example"));
    }

    [Fact]
    public async Task The_only_administrator_is_told_why_not()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);

        var page = await (await host.SignedInAsync("admin")).OpenAsync(Page);

        Assert.Null(page.QuerySelector(AskForm));
        Assert.Contains("єдиний адміністратор", page.Body!.TextContent, StringComparison.Ordinal);
    }

    private static async Task AskAsync(HttpClient client)
    {
        using var asked = await client.SubmitAsync(Page, AskForm, ("Sure", "true"));
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
    }

    private static async Task<int> DueAsync(LmsHost host)
    {
        await using var work = host.Services.WorkAs("a test runs the job");
        return await work.Services.GetRequiredService<ErasePeopleDue>().RunAsync();
    }
}
