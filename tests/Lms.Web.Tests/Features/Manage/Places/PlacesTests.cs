using System.Net;
using Lms.Web.Access;
using Lms.Web.Tests.Features.Manage.People;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Features.Manage.Places;

/// <summary>Communities of a manager: contacts that grow old, institutions of one's own, evacuation.</summary>
public sealed class PlacesTests
{
    private const string Page = "/manage/places?community=" + Inviter.Lebedyn;

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_contact_is_verified_grows_old_and_is_confirmed(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var manager = await host.SignedInAsync("manager");
        using var wrong = await manager.SubmitAsync(
            Page,
            "#add-contact",
            ("name", "Черговий"),
            ("number", "подзвоніть Олені")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using var early = await manager.SubmitAsync(
            Page,
            "#add-contact",
            ("name", "Черговий"),
            ("number", "15-47"),
            ("verified", "2026-01-01")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.StatusCode);
        using var added = await manager.SubmitAsync(
            Page,
            "#add-contact",
            ("name", "Черговий центру"),
            ("number", "+380 542 000 000"),
            ("verified", "2026-11-01")
        );
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        Assert.Contains(
            "Перевірено 1 листопада 2026",
            (await manager.OpenAsync("/manage/places")).Words(),
            StringComparison.Ordinal
        );

        host.Clock.Forward(TimeSpan.FromDays(91));
        manager = await AgainAsync(host);
        Assert.Contains(
            "Час перевірити",
            (await manager.OpenAsync("/manage/places")).Words(),
            StringComparison.Ordinal
        );
        using var confirmed = await manager.SubmitAsync(Page, "form.confirm");
        Assert.Equal(HttpStatusCode.Redirect, confirmed.StatusCode);
        Assert.DoesNotContain(
            "Час перевірити",
            (await manager.OpenAsync("/manage/places")).Words(),
            StringComparison.Ordinal
        );
        await using var db = host.Look();
        Assert.Equal(2, await db.CommunityContacts.CountAsync());
        Assert.Equal(1, await db.CommunityContacts.CountAsync(one => one.RemovedAt == null));
        Assert.Equal(
            2,
            await db.Audit.CountAsync(one => one.Action == AuditAction.ContactRecorded)
        );
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task An_evacuated_community_is_not_applicable_until_its_people_are_back(
        string database
    )
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var manager = await host.SignedInAsync("manager");
        using var added = await manager.SubmitAsync(
            Page,
            "#evacuate",
            ("from", "2026-11-01"),
            ("reason", "Населення виїхало")
        );
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        Assert.Contains(
            "Не застосовно",
            (await manager.OpenAsync("/manage/places")).Words(),
            StringComparison.Ordinal
        );
        using var twice = await manager.SubmitAsync(
            Page,
            "#evacuate",
            ("from", "2026-11-10"),
            ("reason", "Ще раз")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
        using var ended = await manager.SubmitAsync(Page, "form.return", ("last", "2026-11-20"));
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        Assert.DoesNotContain(
            "Не застосовно",
            (await manager.OpenAsync("/manage/places")).Words(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_institution_of_ones_own_can_be_worked_in()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var manager = await host.SignedInAsync("manager");
        using var added = await manager.SubmitAsync(
            Page,
            "#add-institution",
            ("uk", "Школа «Своя»"),
            ("kind", "education")
        );
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        var person = await host.PersonOfAsync("specialist");
        var card = await manager.OpenAsync($"/manage/people/{person.Value}");
        var choice = card.QuerySelectorAll("#add-post option")
            .Single(option => option.TextContent == "Школа «Своя»");
        using var held = await manager.SubmitAsync(
            $"/manage/people/{person.Value}",
            "#add-post",
            ("institution", choice.GetAttribute("value")!),
            ("role", "R01"),
            ("from", "2026-11-01")
        );
        Assert.Equal(HttpStatusCode.Redirect, held.StatusCode);
        Assert.Contains(
            "Школа «Своя»",
            (await manager.OpenAsync($"/manage/people/{person.Value}")).Words(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_institution_of_ones_own_is_chosen_and_named_wherever_those_of_the_pack_are()
    {
        const string name = "Школа «Своя»";
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var manager = await host.SignedInAsync("manager");
        using var added = await manager.SubmitAsync(Page, "#add-institution", ("uk", name));
        await using var db = host.Look();
        var code = await db
            .Institutions.Where(one => one.Name.Uk == name)
            .Select(one => one.Code)
            .SingleAsync();
        foreach (var form in new[] { "/account/register", Inviter.Page })
        {
            var page = await (form == Inviter.Page ? manager : host.Anonymous()).OpenAsync(form);
            Assert.Equal(
                name,
                page.QuerySelector($"#institution option[value='{code}']")?.TextContent
            );
        }

        using var invited = await manager.InviteAsync(
            "Власна",
            "vlasna@example.org",
            ("Person.Community", Inviter.Lebedyn),
            ("Person.Institution", code),
            ("Person.StaffRoles", "R01")
        );
        Assert.Equal(HttpStatusCode.OK, invited.StatusCode);
        var person = await db
            .Posts.Where(post => post.Institution == code)
            .Select(post => post.PersonId)
            .SingleAsync();

        // The rule and "why me".
        (string, string)[] rule =
        [
            ("Form.Name", "Курс для своїх"),
            ("Form.What", "course:k1-basics"),
            ("Form.Within", Inviter.Lebedyn),
            ("Form.Institutions", code),
            ("Form.Due", "None"),
            ("Form.Leaving", "EndOpen"),
        ];
        const string edit = "/manage/assignments/requirements/edit";
        using var shown = await manager.SubmitAsync(edit, "main form", rule);
        var preview = await shown.ReadAsync();
        Assert.Contains(
            name,
            preview.QuerySelector("#preview")!.TextContent,
            StringComparison.Ordinal
        );
        using var saved = await manager.SubmitAsync(
            preview,
            $"{edit}?handler=Save",
            "main form",
            rule
        );
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var given = await db.Assignments.SingleAsync(one => one.PersonId == person);

        // Who holds the post, as each of those who may look sees it.
        var admin = await host.SignedInAsync("admin");
        await NamedAsync(manager, $"/manage/assignments?person={person.Value}");
        await NamedAsync(manager, $"/manage/people/{person.Value}");
        await NamedAsync(admin, $"/admin/people/{person.Value}");
        await db
            .Accounts.Where(one => one.Email == "vlasna@example.org")
            .ExecuteUpdateAsync(set =>
                set.SetProperty(
                    one => one.PasswordHash,
                    db.Accounts.Where(one => one.Email == "specialist@demo.example")
                        .Select(one => one.PasswordHash)
                        .Single()
                )
            );
        using var own = host.Anonymous();
        await own.SignInAsync("vlasna@example.org");
        await NamedAsync(own, "/account/profile");
        await NamedAsync(own, $"/learn/due/{given.Id.Value}");

        async Task NamedAsync(HttpClient client, string address)
        {
            var words = (await client.OpenAsync(address)).Words();
            Assert.Contains(name, words, StringComparison.Ordinal);
            Assert.DoesNotContain(code, words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_community_of_others_answers_like_none()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var manager = await host.SignedInAsync("manager");
        foreach (var code in new[] { Inviter.Romny, "UA00" })
        {
            using var looked = await manager.GetAsync($"/manage/places?community={code}");
            Assert.Equal(HttpStatusCode.NotFound, looked.StatusCode);
            using var forged = await manager.SubmitAsync(
                Page,
                "#evacuate",
                ("community", code),
                ("reason", "Ні")
            );
            Assert.Equal(HttpStatusCode.NotFound, forged.StatusCode);
        }

        Assert.DoesNotContain(
            "Роменська",
            (await manager.OpenAsync("/manage/places")).Words(),
            StringComparison.Ordinal
        );
        await using var db = host.Look();
        Assert.Equal(0, await db.Evacuations.CountAsync());
        using var anonymous = await host.Anonymous().GetAsync("/manage/places");
        Assert.Contains(
            "/account/login",
            anonymous.Headers.Location!.ToString(),
            StringComparison.Ordinal
        );
    }

    // After ninety days nobody is signed in any more.
    private static async Task<HttpClient> AgainAsync(LmsHost host)
    {
        var client = host.Anonymous();
        await client.SignInAsync("manager@demo.example");
        return client;
    }
}
