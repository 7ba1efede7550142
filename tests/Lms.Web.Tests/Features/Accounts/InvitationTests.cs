using System.Net;
using Lms.Web.Access;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Features.Accounts;

/// <summary>A person without an e-mail gets in by a sheet of paper.</summary>
public sealed class InvitationTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_paper_makes_a_password_once_and_the_phone_number_signs_in(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var manager = await host.SignedInAsync("manager");
        using var made = await manager.InviteAsync("О'Коннор", "050 123-45-67");
        var paper = await made.PaperAsync();
        var phone = host.Anonymous();
        var page = await phone.OpenAsync(paper);
        Assert.Contains("Оксана О.", page.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Коннор", page.Words(), StringComparison.Ordinal);

        using var weak = await phone.SubmitAsync(paper, "main form", ("Password", "short"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, weak.StatusCode);
        using var set = await phone.SubmitAsync(
            paper,
            "main form",
            ("Password", Inviter.Passphrase)
        );
        Assert.Equal("/learn", set.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, (await phone.GetAsync("/learn")).StatusCode);

        Assert.Equal(HttpStatusCode.NotFound, (await phone.GetAsync(paper)).StatusCode);
        await host.Anonymous().SignInAsync("+38 (050) 123-45-67", Inviter.Passphrase);
        await using var db = host.Look();
        var person = await db.People.SingleAsync(one => one.Name.Family == "О’Коннор");
        Assert.Equal(Inviter.Lebedyn, person.Community.Value);
        Assert.Single(await db.NoticesSeen.Where(one => one.PersonId == person.Id).ToListAsync());
        var acts = await db.Audit.Where(one => one.Subject == person.Id).ToListAsync();
        Assert.Contains(acts, one => one.Action == AuditAction.AccountInvited);
        Assert.Contains(acts, one => one.Action == AuditAction.PasswordSet);
        var account = await db
            .Accounts.Include(one => one.Grants)
            .SingleAsync(one => one.PersonId == person.Id);
        Assert.Equal(AccessRole.Specialist, Assert.Single(account.Grants).Role);
        Assert.Null(account.Email);
    }

    [Fact]
    public async Task Used_void_late_and_unknown_papers_answer_alike()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var manager = await host.SignedInAsync("manager");
        using var first = await manager.InviteAsync("Перша", "0501234561");
        var used = await first.PaperAsync();
        using var redeemed = await host.Anonymous()
            .SubmitAsync(used, "main form", ("Password", Inviter.Passphrase));
        using var second = await manager.InviteAsync("Друга", "0501234562");
        var replaced = await second.PaperAsync();
        await using var db = host.Look();
        var person = await db.People.SingleAsync(one => one.Name.Family == "Друга");
        using var again = await manager.SubmitAsync(
            $"/manage/people/{person.Id.Value}/code",
            "form[action*=Paper]"
        );
        var fresh = await again.PaperAsync();
        Assert.Equal(HttpStatusCode.OK, (await host.Anonymous().GetAsync(fresh)).StatusCode);
        host.Clock.Forward(TimeSpan.FromDays(14));

        var words = new HashSet<string>();
        foreach (var paper in new[] { used, replaced, fresh, "/account/invitation/nonsense" })
        {
            using var answer = await host.Anonymous().GetAsync(paper);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            words.Add((await answer.ReadAsync()).Words());
        }

        Assert.Contains("надрукувати нове", Assert.Single(words), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manager_invites_specialists_of_the_own_communities_alone()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var manager = await host.SignedInAsync("manager");
        (string, string)[][] foreign =
        [
            [("Person.Community", Inviter.Romny)],
            [("Person.Community", Inviter.Lebedyn), ("Role", "Trainer")],
            [("Person.Community", Inviter.Lebedyn), ("Role", "Admin")],
            [("Person.Community", "UA00")],
        ];
        foreach (var fields in foreign)
        {
            using var answer = await manager.InviteAsync("Чужа", "0501234561", fields);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        }

        await using var db = host.Look();
        Assert.False(await db.People.AnyAsync(one => one.Name.Family == "Чужа"));
        var choices = (await manager.OpenAsync(Inviter.Page)).QuerySelectorAll("#community option");
        Assert.Equal(["", Inviter.Lebedyn], choices.Select(one => one.GetAttribute("value")));

        var admin = await host.SignedInAsync("admin");
        using var made = await admin.InviteAsync(
            "Тренерка",
            "0501234561",
            ("Person.Community", Inviter.Romny),
            ("Role", "Trainer")
        );
        await made.PaperAsync();
        using var crowned = await admin.InviteAsync(
            "Зайва",
            "0501234562",
            ("Person.Community", Inviter.Romny),
            ("Role", "Admin")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, crowned.StatusCode);
        foreach (var name in new[] { "specialist", "trainer", "author", "auditor" })
        {
            var other = await host.SignedInAsync(name);
            Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync(Inviter.Page)).StatusCode);
        }

        Assert.Equal(
            HttpStatusCode.Redirect,
            (await host.Anonymous().GetAsync(Inviter.Page)).StatusCode
        );
    }

    [Fact]
    public async Task A_double_is_told_of_before_it_is_made_and_nobody_outside_the_scope_is_named()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var manager = await host.SignedInAsync("manager");
        using var own = await manager.InviteAsync("Нова", "specialist@demo.example");
        var page = await own.ReadAsync();
        Assert.NotNull(page.QuerySelector("main a[href$='/code']"));
        Assert.Equal("Нова", page.QuerySelector("#family")!.GetAttribute("value"));
        using var foreign = await manager.InviteAsync("Нова", "specialist2@demo.example");
        page = await foreign.ReadAsync();
        Assert.Null(page.QuerySelector("main a[href$='/code']"));
        Assert.DoesNotContain("Левченко", page.Words(), StringComparison.Ordinal);

        using var same = await manager.InviteAsync("Дем'янчук-Зразок", "0501234561");
        page = await same.ReadAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, same.StatusCode);
        Assert.Contains("Дем’янчук-Зразок Оксана", page.Words(), StringComparison.Ordinal);
        using var another = await manager.SubmitAsync(
            page,
            Inviter.Page,
            "main form",
            ("IsAnother", "true")
        );
        await another.PaperAsync();
        await using var db = host.Look();
        Assert.Equal(
            2,
            await db.Audit.CountAsync(one =>
                one.Action == AuditAction.AccountInvited && one.Detail == "login-taken"
            )
        );
    }

    [Fact]
    public async Task An_invitation_by_mail_names_nothing_of_the_subject()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var manager = await host.SignedInAsync("manager");
        using var sent = await manager.InviteAsync(
            "Поштова",
            "poshtova@example.org",
            ("Person.Community", Inviter.Lebedyn),
            ("ByMail", "true")
        );
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);

        await using var db = host.Look();
        var letter = await db.OutgoingMail.SingleAsync(one => one.To == "poshtova@example.org");
        Assert.Equal("Запрошення до навчання", letter.Subject);
        var link = letter.Body.Split('\n').Single(line => line.Contains("/account/invitation/"));
        using var opened = await host.Anonymous().GetAsync(new Uri(link).AbsolutePath);
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
    }
}
