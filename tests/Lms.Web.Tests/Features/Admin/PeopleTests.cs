using System.Net;
using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Admin.People;
using Lms.Web.Features.Shared;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Admin;

/// <summary>An administrator finds people and logins, and every look is written down.</summary>
public sealed class PeopleTests
{
    private const string List = "/admin/people";

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task People_are_found_by_surname_login_role_and_community(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var admin = await host.SignedInAsync("admin");
        Assert.Equal(8, await RowsAsync(admin, ""));
        Assert.Equal(1, await RowsAsync(admin, "?q=ДЕМ'ЯНЧУК"));
        Assert.Equal(2, await RowsAsync(admin, "?q=SPECIALIST"));
        Assert.Equal(2, await RowsAsync(admin, "?role=Manager"));
        Assert.Equal(2, await RowsAsync(admin, "?community=UA59080110000034361"));
        Assert.Equal(1, await RowsAsync(admin, "?community=UA59080110000034361&role=Manager"));
        Assert.Equal(0, await RowsAsync(admin, "?q=немає"));
        Assert.Equal(
            8,
            await RowsAsync(admin, "?role=Nobody&after=00000000-0000-0000-0000-000000000000")
        );
        await using var db = host.Look();
        var lists = await db
            .Audit.Where(entry => entry.Action == AuditAction.PeopleListed)
            .OrderBy(entry => entry.Position)
            .Select(entry => entry.Detail)
            .ToListAsync();
        Assert.Equal(["8", "1", "2", "2", "2", "1", "0", "8"], lists);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_community_that_is_none_is_said_to_be_none(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var admin = await host.SignedInAsync("admin");
        foreach (
            var community in new[]
            {
                "UA00000000000000000",
                new string('U', 101),
                // Around communities, and none itself.
                "UA59000000000057109",
            }
        )
        {
            using var answer = await admin.GetAsync(
                $"{List}?q=дем&role=Manager&community={community}"
            );
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            var page = await answer.ReadAsync();
            Assert.Contains(
                "Такої громади чи установи серед ваших немає",
                page.Words(),
                StringComparison.Ordinal
            );
            Assert.Empty(page.QuerySelectorAll("main form, main table"));
            Assert.Equal(
                $"{List}?q=%D0%B4%D0%B5%D0%BC&role=Manager",
                page.QuerySelector(".empty a")!.GetAttribute("href")
            );
        }

        await using var db = host.Look();
        Assert.False(await db.Audit.AnyAsync(one => one.Action == AuditAction.PeopleListed));
        var lived = await db.People.Select(one => one.Community).Distinct().ToListAsync();
        var empty = host
            .Services.GetRequiredService<OrganisationPack>()
            .Territories.CommunitiesWithin(new("UA59000000000057109"))
            .First(one => !lived.Contains(one));
        Assert.Equal(0, await RowsAsync(admin, $"?community={empty.Value}"));
    }

    [Fact]
    public async Task Long_lists_go_on_after_the_last_one_shown()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var admin = await host.SignedInAsync("admin");
        for (var number = 0; number < 110; number++)
        {
            await AddAsync(host, $"Ґудзь{number:000}", "Їжа");
        }

        var seen = new List<string>();
        for (var next = $"{List}?q=ґудзь"; next is not null; )
        {
            var page = await admin.OpenAsync(next);
            seen.AddRange(page.QuerySelectorAll("tbody th").Select(cell => cell.TextContent));
            next = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(110, seen.Count);
        Assert.Equal(seen.Order(StringComparer.Ordinal), seen);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Opening_a_person_is_written_down_without_the_name(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var admin = await host.SignedInAsync("admin");
        var person = await PersonAsync(host, "specialist");
        var page = await admin.OpenAsync($"{List}/{person.Value}");
        Assert.Contains("Дем’янчук-Зразок", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("specialist@demo.example", page.Body.TextContent, StringComparison.Ordinal);
        await using var db = host.Look();
        var look = await db.Audit.SingleAsync(entry => entry.Action == AuditAction.PersonLooked);
        Assert.Equal((person, ""), (look.Subject, look.Detail));
    }

    [Fact]
    public async Task Foreign_deleted_random_and_malformed_ids_answer_alike()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var admin = await host.SignedInAsync("admin");
        var withPerson = await AccountAsync(host, "specialist");
        foreach (
            var id in new[]
            {
                Guid.CreateVersion7().ToString(),
                withPerson.Value.ToString(),
                "я",
                "1",
            }
        )
        {
            using var answer = await admin.GetAsync($"{List}/{id}");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_login_without_a_person_is_opened_too()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var admin = await host.SignedInAsync("admin");
        await using var db = host.Look();
        var account = new Account
        {
            Id = new(Guid.CreateVersion7()),
            UserName = "root@demo.example",
            NormalizedUserName = "ROOT@DEMO.EXAMPLE",
            Email = "root@demo.example",
            NormalizedEmail = "ROOT@DEMO.EXAMPLE",
            SecurityStamp = "x",
        };
        db.Accounts.Add(account);
        await db.SaveChangesAsync();
        Assert.Equal(1, await RowsAsync(admin, "?q=root@"));
        var page = await admin.OpenAsync($"{List}/{account.Id.Value}");
        Assert.Contains(
            "root@demo.example",
            page.QuerySelector("h1")!.TextContent,
            StringComparison.Ordinal
        );
        var look = await db.Audit.SingleAsync(entry => entry.Action == AuditAction.PersonLooked);
        Assert.StartsWith("account:", look.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_name_is_changed_and_the_log_says_which_parts(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var admin = await host.SignedInAsync("admin");
        var person = await PersonAsync(host, "specialist");
        using var saved = await admin.SubmitAsync(
            $"{List}/{person.Value}",
            "form[action*='Name']",
            ("family", "  О’Коннор "),
            ("latin", "Oksana O’Connor")
        );
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        await using var db = host.Look();
        var found = await db.People.SingleAsync(one => one.Id == person);
        Assert.Equal(
            ("О’Коннор", "Оксана", "Oksana O’Connor"),
            (found.Name.Family, found.Name.Given, found.LatinName)
        );
        var entry = await db.Audit.SingleAsync(one => one.Action == AuditAction.PersonChanged);
        Assert.Equal("family latin", entry.Detail);
    }

    [Fact]
    public async Task A_name_that_is_none_is_refused_and_stays_in_the_form()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var admin = await host.SignedInAsync("admin");
        var person = await PersonAsync(host, "specialist");
        foreach (
            var (field, value) in new[]
            {
                ("family", " "),
                ("latin", "Оксана"),
                ("given", new string('а', 101)),
            }
        )
        {
            using var answer = await admin.SubmitAsync(
                $"{List}/{person.Value}",
                "form[action*='Name']",
                (field, value)
            );
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var page = await answer.ReadAsync();
            Assert.NotNull(page.QuerySelector("[role=alert]"));
        }

        await using var db = host.Look();
        Assert.Equal("Оксана", (await db.People.SingleAsync(one => one.Id == person)).Name.Given);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_right_is_given_for_days_and_ended_at_once(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var admin = await host.SignedInAsync("admin");
        var specialist = await host.SignedInAsync("specialist");
        var address = $"{List}/{(await PersonAsync(host, "specialist")).Value}";
        (string, string)[] right =
        [
            ("role", "Manager"),
            ("territory", "UA59080110000034361"),
            ("from", "2026-11-23"),
            ("to", "2026-12-31"),
        ];
        using var given = await admin.SubmitAsync(address, "form[action*='Give']", right);
        Assert.Equal(HttpStatusCode.Redirect, given.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await specialist.GetAsync("/manage/people")).StatusCode);
        using var twice = await admin.SubmitAsync(address, "form[action*='Give']", right);
        Assert.Equal(HttpStatusCode.OK, twice.StatusCode);

        await using var db = host.Look();
        var grant = await db.Grants.SingleAsync(one => one.To == new DateOnly(2026, 12, 31));
        using var ended = await admin.SubmitAsync(
            address,
            "form[action*='handler=End']",
            ("grant", grant.Id.Value.ToString())
        );
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await specialist.GetAsync("/manage/people")).StatusCode
        );
        var log = await db
            .Audit.Where(one =>
                one.Action == AuditAction.GrantGiven || one.Action == AuditAction.GrantEnded
            )
            .OrderBy(one => one.Position)
            .Select(one => one.Detail)
            .ToListAsync();
        Assert.Equal(
            [
                "Manager/UA59080110000034361 2026-11-23..2026-12-31",
                "Manager/UA59080110000034361 2026-11-23..2026-11-22",
            ],
            log
        );
    }

    [Fact]
    public async Task Nonsense_gives_no_right_and_stays_in_the_form()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var admin = await host.SignedInAsync("admin");
        var address = $"{List}/{(await PersonAsync(host, "specialist")).Value}";
        (string, string)[][] nonsense =
        [
            [("role", "King")],
            [("role", "Manager"), ("territory", "UA00")],
            [("from", "завтра")],
            [("to", "2026-11-22")],
            [("from", "2026-12-10"), ("to", "2026-12-09")],
            [("from", "0001-01-01")],
        ];
        foreach (var fields in nonsense)
        {
            using var answer = await admin.SubmitAsync(address, "form[action*='Give']", fields);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.NotNull((await answer.ReadAsync()).QuerySelector("[role=alert]"));
        }

        await using var db = host.Look();
        Assert.False(await db.Audit.AnyAsync(one => one.Action == AuditAction.GrantGiven));
    }

    [Fact]
    public async Task A_territory_is_given_by_its_name_when_there_is_one_of_it()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var admin = await host.SignedInAsync("admin");
        var address = $"{List}/{(await PersonAsync(host, "specialist")).Value}";
        using var given = await admin.SubmitAsync(
            address,
            "form[action*='Give']",
            ("role", "Manager"),
            ("territory", "лебединськ")
        );
        Assert.Equal(HttpStatusCode.Redirect, given.StatusCode);
        using var vague = await admin.SubmitAsync(
            address,
            "form[action*='Give']",
            ("role", "Manager"),
            ("territory", "с")
        );
        var page = await vague.ReadAsync();
        Assert.True(page.QuerySelectorAll("form[action*='Give'] code").Length > 1);
        Assert.Equal("с", page.QuerySelector("#territory")!.GetAttribute("value"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_closed_account_is_out_at_the_next_request(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var admin = await host.SignedInAsync("admin");
        var specialist = await host.SignedInAsync("specialist");
        var address = $"{List}/{(await PersonAsync(host, "specialist")).Value}";
        using var unsure = await admin.SubmitAsync(address, "form[action*='Close']");
        Assert.Equal(HttpStatusCode.OK, unsure.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await specialist.GetAsync("/learn")).StatusCode);

        using var closed = await admin.SubmitAsync(
            address,
            "form[action*='Close']",
            ("sure", "true")
        );
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await specialist.GetAsync("/learn")).StatusCode);
        await using (var db = host.Look())
        {
            var account = await AccountAsync(host, "specialist");
            Assert.False(
                await db.Sessions.AnyAsync(one => one.AccountId == account && one.EndedAt == null)
            );
        }

        using var reopened = await admin.SubmitAsync(address, "form[action*='Reopen']");
        Assert.Equal(HttpStatusCode.Redirect, reopened.StatusCode);
        // The old cookie stays out.
        Assert.Equal(HttpStatusCode.Redirect, (await specialist.GetAsync("/learn")).StatusCode);
        await using var look = host.Look();
        Assert.Equal(
            2,
            await look.Audit.CountAsync(one =>
                one.Action == AuditAction.AccountDeactivated
                || one.Action == AuditAction.AccountReactivated
            )
        );
    }

    [Fact]
    public async Task The_last_administrator_stays_one()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var admin = await host.SignedInAsync("admin");
        var address = $"{List}/{(await PersonAsync(host, "admin")).Value}";
        using var closed = await admin.SubmitAsync(
            address,
            "form[action*='Close']",
            ("sure", "true")
        );
        Assert.NotNull((await closed.ReadAsync()).QuerySelector("[role=alert]"));
        using var ended = await admin.SubmitAsync(address, "form[action*='handler=End']");
        Assert.NotNull((await ended.ReadAsync()).QuerySelector("[role=alert]"));
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync("/admin")).StatusCode);
    }

    [Fact]
    public void Another_administrator_counts_while_their_right_lasts_as_long()
    {
        var today = new DateOnly(2026, 11, 25);
        var own = Admin(1, null);
        Assert.True(LastAdministrator.Is(one => one == own, [own]));
        Assert.True(LastAdministrator.Is(one => one == own, [own, Admin(2, today.AddDays(9))]));
        Assert.False(LastAdministrator.Is(one => one == own, [own, Admin(2, null)]));
        var ending = Admin(1, today.AddDays(5));
        Assert.False(
            LastAdministrator.Is(one => one == ending, [ending, Admin(2, today.AddDays(5))])
        );
        Assert.True(
            LastAdministrator.Is(one => one == ending, [ending, Admin(2, today.AddDays(4))])
        );
        var second = Admin(1, null);
        Assert.False(LastAdministrator.Is(one => one == ending, [ending, second]));
    }

    [Fact]
    public async Task Nobody_else_looks_changes_or_closes()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var admin = await host.SignedInAsync("admin");
        var address = $"{List}/{(await PersonAsync(host, "specialist")).Value}";
        var form = await admin.OpenAsync(address);
        foreach (
            var name in new[]
            {
                "specialist",
                "trainer",
                "author",
                "manager",
                "regional",
                "auditor",
            }
        )
        {
            var other = await host.SignedInAsync(name);
            Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync(address)).StatusCode);
            using var forged = await other.SubmitAsync(
                form,
                address,
                "form[action*='Close']",
                ("sure", "true")
            );
            Assert.NotEqual(HttpStatusCode.Redirect, forged.StatusCode);
        }
    }

    private static Grant Admin(int number, DateOnly? to) =>
        new()
        {
            Id = new(Guid.Empty),
            AccountId = new(new Guid(number, 0, 0, new byte[8])),
            Role = AccessRole.Admin,
            From = new DateOnly(2026, 1, 1),
            To = to,
        };

    private static async Task<int> RowsAsync(HttpClient admin, string query) =>
        (await admin.OpenAsync(List + query)).QuerySelectorAll("tbody tr").Length;

    private static async Task<PersonId> PersonAsync(LmsHost host, string name)
    {
        await using var db = host.Look();
        return (await db.Accounts.SingleAsync(one => one.Email == $"{name}@demo.example"))
            .PersonId!
            .Value;
    }

    private static async Task<AccountId> AccountAsync(LmsHost host, string name)
    {
        await using var db = host.Look();
        return (await db.Accounts.SingleAsync(one => one.Email == $"{name}@demo.example")).Id;
    }

    private static async Task AddAsync(LmsHost host, string family, string given)
    {
        await using var db = host.Look();
        db.People.Add(
            new Person
            {
                Id = new(Guid.CreateVersion7()),
                Name = new(family, given, ""),
                Community = new("UA59080110000034361"),
                CreatedAt = host.Clock.GetUtcNow(),
            }
        );
        await db.SaveChangesAsync();
    }
}
