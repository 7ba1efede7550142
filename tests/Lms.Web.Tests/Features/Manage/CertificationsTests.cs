using System.Net;
using Lms.Domain.Certification;
using Lms.Web.Access;
using Lms.Web.Tests.Features.Certifications;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Features.Manage;

/// <summary>What a manager sees of certifications, and what they may do about them.</summary>
public sealed class CertificationsTests
{
    internal const string Matrix = "/manage/certifications";

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task The_matrix_keeps_to_the_scope_under_every_filter(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        await host.TakeAsync(await host.SignedInAsync("specialist"));
        await host.TakeAsync(await host.SignedInAsync("specialist2"));
        var (own, foreign) = (
            await host.PersonAsync("specialist"),
            await host.PersonAsync("specialist2")
        );
        var manager = await host.SignedInAsync("manager");
        var regional = await host.SignedInAsync("regional");
        foreach (
            var filter in new[]
            {
                "",
                "?state=Certified",
                $"?certification={Certified.Basic}&state=Certified&sort=End",
                "?sort=NameBack",
                "?sort=Community",
                "?sort=End&p=99",
                "?on=2027-01-01&state=Certified",
                "?community=&role=&q=",
            }
        )
        {
            var seen = (await manager.OpenAsync(Matrix + filter)).Body!.InnerHtml;
            Assert.Contains($"{own.Value}", seen, StringComparison.Ordinal);
            Assert.DoesNotContain($"{foreign.Value}", seen, StringComparison.Ordinal);
            var all = (await regional.OpenAsync(Matrix + filter)).Body!.InnerHtml;
            Assert.Contains($"{foreign.Value}", all, StringComparison.Ordinal);
        }

        var none = await manager.OpenAsync($"{Matrix}?q=левч");
        Assert.NotNull(none.QuerySelector(".empty"));
        Assert.NotNull(
            (await manager.OpenAsync($"{Matrix}?q=дем")).QuerySelector("[data-state=Certified]")
        );
        using var redirected = await manager.GetAsync($"{Matrix}?person={own.Value}");
        Assert.Equal($"{Matrix}/{own.Value}", redirected.Headers.Location?.ToString());
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await manager.GetAsync($"{Matrix}/{foreign.Value}")).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await (await host.SignedInAsync("specialist")).GetAsync(Matrix)).StatusCode
        );
    }

    [Fact]
    public async Task A_community_elsewhere_or_nowhere_is_said_to_be_none_of_the_scope()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var manager = await host.SignedInAsync("manager");
        var told = new List<string>();
        foreach (
            var code in new[]
            {
                Inviter.Romny,
                "UA00000000000000000",
                new string('U', 101),
                // Around the manager's community, and no community itself.
                "UA59000000000057109",
            }
        )
        {
            using var answer = await manager.GetAsync(
                $"{Matrix}?community={code}&q=дем&sort=NameBack&p=2"
            );
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            var page = await answer.ReadAsync();
            told.Add(page.Words());
            Assert.Empty(page.QuerySelectorAll("main form, main table"));
            var whole = page.QuerySelector(".empty a")!.GetAttribute("href")!;
            Assert.Single((await manager.OpenAsync(whole)).QuerySelectorAll("main tbody tr"));
        }

        Assert.Single(told.Distinct());
        Assert.Contains(
            "Такої громади чи установи серед ваших немає",
            told[0],
            StringComparison.Ordinal
        );
        var own = await manager.OpenAsync($"{Matrix}?community={Inviter.Lebedyn}&q=дем");
        Assert.Single(own.QuerySelectorAll("main tbody tr"));
        var regional = await host.SignedInAsync("regional");
        Assert.NotEmpty(
            (await regional.OpenAsync($"{Matrix}?community={Inviter.Romny}")).QuerySelectorAll(
                "main tbody tr"
            )
        );
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_waiver_is_given_after_a_look_and_withdrawn(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var person = await host.PersonAsync("specialist");
        var manager = await host.SignedInAsync("manager");
        var learner = await host.SignedInAsync("specialist");
        var address = $"{Matrix}/{person.Value}";

        using var bare = await DoAsync(manager, address, "Waive", false, ("Reason", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bare.StatusCode);
        await using var db = host.Look();
        await DoAsync(
            manager,
            address,
            "Waive",
            true,
            ("What", $"certification:{Certified.Basic}"),
            ("Until", "2027-06-30"),
            ("Reason", "Навчала інших п’ять років")
        );
        Assert.Equal(
            "Waived",
            (await learner.OpenAsync("/certifications")).StateOf(Certified.Basic)
        );
        Assert.Contains(
            "30 червня 2027",
            (await learner.OpenAsync("/certifications")).Body!.TextContent,
            StringComparison.Ordinal
        );

        await DoAsync(manager, address, "Withdraw", true);

        Assert.Equal(
            "NotYet",
            (await learner.OpenAsync("/certifications")).StateOf(Certified.Basic)
        );
        var waiver = await db.Waivers.SingleAsync();
        Assert.NotNull(waiver.WithdrawnAt);
        Assert.Equal(
            [AuditAction.WaiverGiven, AuditAction.WaiverWithdrawn],
            await db
                .Audit.Where(entry =>
                    entry.Subject == person
                    && (
                        entry.Action == AuditAction.WaiverGiven
                        || entry.Action == AuditAction.WaiverWithdrawn
                    )
                )
                .OrderBy(entry => entry.Position)
                .Select(entry => entry.Action)
                .ToListAsync()
        );
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_course_waived_is_a_step_and_the_period_is_suspended_lifted_and_revoked(
        string database
    )
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var person = await host.PersonAsync("specialist");
        var manager = await host.SignedInAsync("manager");
        var learner = await host.SignedInAsync("specialist");
        var address = $"{Matrix}/{person.Value}";
        await DoAsync(
            manager,
            address,
            "Waive",
            true,
            ("What", $"course:{Certified.Course}"),
            ("Reason", "Пройшла деінде")
        );
        await SeesAsync("Certified");

        await DoAsync(manager, address, "Suspend", true, ("Reason", "Перевірка"));
        await SeesAsync("Suspended");
        await DoAsync(manager, address, "Lift", true);
        await SeesAsync("Certified");
        await DoAsync(manager, address, "Revoke", true, ("Reason", "Помилка"));
        await SeesAsync("Revoked");

        await using var db = host.Look();
        var period = await db.CertificationPeriods.SingleAsync();
        Assert.Equal(period.Id, (await db.PeriodRevocations.SingleAsync()).Period);
        Assert.Contains(
            "Помилка",
            (await manager.OpenAsync(address)).Body!.TextContent,
            StringComparison.Ordinal
        );

        async Task SeesAsync(string state)
        {
            Assert.Equal(
                state,
                (await learner.OpenAsync("/certifications")).StateOf(Certified.Basic)
            );
            Assert.Equal(state, (await manager.OpenAsync(address)).StateOf(Certified.Basic));
        }
    }

    [Fact]
    public async Task Nobody_decides_about_themselves_or_after_a_stale_sign_in()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var manager = await host.SignedInAsync("manager");
        var self = $"{Matrix}/{(await host.PersonAsync("manager")).Value}";
        var address = $"{Matrix}/{(await host.PersonAsync("specialist")).Value}";
        Assert.Null((await manager.OpenAsync(self)).QuerySelector("form[action*='Waive']"));
        var page = await manager.OpenAsync(address);
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!;
        using var own = await manager.PostAsync(
            $"{self}?handler=Waive",
            new FormUrlEncodedContent([
                new("__RequestVerificationToken", token.GetAttribute("value")!),
                new("What", $"certification:{Certified.Basic}"),
                new("From", "2026-11-23"),
                new("Reason", "Сам собі"),
                new("Confirmed", "true"),
            ])
        );
        Assert.Equal(HttpStatusCode.NotFound, own.StatusCode);

        host.Clock.Forward(TimeSpan.FromMinutes(31));
        using var stale = await manager.SubmitAsync(
            page,
            address,
            "form[action*='Waive']",
            ("Reason", "Після перерви")
        );

        Assert.Contains(
            "/account/login",
            stale.Headers.Location!.ToString(),
            StringComparison.Ordinal
        );
        await using var db = host.Look();
        Assert.False(await db.Waivers.AnyAsync());
    }

    internal static async Task<HttpResponseMessage> DoAsync(
        HttpClient manager,
        string address,
        string handler,
        bool succeeds,
        params (string Name, string Value)[] fields
    )
    {
        var asked = await manager.SubmitAsync(
            address,
            $"form[action*='handler={handler}']",
            fields
        );
        if (!succeeds)
        {
            return asked;
        }

        // Nothing is done before it is confirmed.
        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        var answer = await manager.SubmitAsync(await asked.ReadAsync(), address, "#confirm form");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer;
    }
}
