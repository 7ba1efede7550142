using System.Net;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Features.Manage.Assignments;

/// <summary>Written for people of a territory and a role, confirmed by each, followed by name in scope.</summary>
public sealed class AnnouncementTests
{
    private const string Address = "/manage/assignments/announcements";

    [Fact]
    public async Task What_is_wrong_stands_at_its_field_and_the_summary_leads_there()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var manager = await host.SignedInAsync("manager");
        using var refused = await manager.SubmitAsync(
            Address,
            "main form",
            ("Heading", ""),
            ("Text", ""),
            ("Within", Duty.Romny)
        );
        refused.Is(HttpStatusCode.UnprocessableEntity);
        (await refused.ReadAsync()).AssertFaultsAt("heading", "text", "within");
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task It_reaches_its_people_who_confirm_and_the_manager_sees_who_has(
        string database
    )
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var manager = await host.SignedInAsync("manager");
        var page = await manager.OpenAsync(Address);
        for (var sent = 0; sent < 2; sent++)
        {
            using var published = await PublishAsync(
                manager,
                page,
                Duty.Lebedyn,
                "Новий **порядок** <b>дій</b>"
            );
            published.Is(HttpStatusCode.Redirect);
        }

        await using var db = host.Look();
        var id = (await db.Announcements.SingleAsync()).Id.Value;
        var learner = await host.SignedInAsync("specialist");
        Assert.Contains(
            "1 оголошення",
            (await learner.OpenAsync("/learn")).Words(),
            StringComparison.Ordinal
        );
        var read = await learner.OpenAsync("/announcements");
        Assert.Equal("порядок", read.QuerySelector(".prose strong")!.TextContent);
        Assert.Null(read.QuerySelector(".prose b"));
        Assert.Contains(
            "ще не прочитано",
            (await manager.OpenAsync($"{Address}/{id}")).Words(),
            StringComparison.Ordinal
        );
        for (var sent = 0; sent < 2; sent++)
        {
            using var confirmed = await learner.SubmitAsync(read, "/announcements", "main form");
            confirmed.Is(HttpStatusCode.Redirect);
        }

        Assert.Equal(1, await db.AnnouncementsRead.CountAsync());
        Assert.DoesNotContain(
            "1 оголошення",
            (await learner.OpenAsync("/learn")).Words(),
            StringComparison.Ordinal
        );
        var followed = await manager.OpenAsync($"{Address}/{id}");
        Assert.Contains("Прочитали 1 з 2", followed.Words(), StringComparison.Ordinal);

        var other = await host.SignedInAsync("specialist2");
        Assert.DoesNotContain(
            "порядок",
            (await other.OpenAsync("/announcements")).Words(),
            StringComparison.Ordinal
        );
        var token = (await other.OpenAsync("/account/logout"))
            .QuerySelector("input[name=__RequestVerificationToken]")!
            .GetAttribute("value")!;
        foreach (var asked in new[] { id, Guid.CreateVersion7() })
        {
            using var foreign = await other.PostAsync(
                "/announcements",
                new FormUrlEncodedContent([
                    new("__RequestVerificationToken", token),
                    new("id", $"{asked}"),
                ])
            );
            foreign.Is(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task One_of_the_oblast_is_followed_by_each_in_their_own_scope_and_ended_by_its_own()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var regional = await host.SignedInAsync("regional");
        using (
            var published = await PublishAsync(
                regional,
                await regional.OpenAsync(Address),
                Duty.Oblast,
                "Для всіх"
            )
        )
        {
            published.Is(HttpStatusCode.Redirect);
        }

        await using var db = host.Look();
        var id = (await db.Announcements.SingleAsync()).Id.Value;
        var manager = await host.SignedInAsync("manager");
        var page = await manager.OpenAsync($"{Address}/{id}");
        Assert.Contains("Дем’янчук-Зразок", page.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Левченко-Зразок", page.Words(), StringComparison.Ordinal);
        var form = await manager.OpenAsync(Address);
        using (
            var ended = await manager.SubmitAsync(form, $"{Address}/{id}?handler=End", "main form")
        )
        {
            ended.Is(HttpStatusCode.NotFound);
        }

        using (var ended = await regional.SubmitAsync($"{Address}/{id}", "form[action*=End]"))
        {
            ended.Is(HttpStatusCode.Redirect);
        }

        var learner = await host.SignedInAsync("specialist");
        Assert.DoesNotContain(
            "Для всіх",
            (await learner.OpenAsync("/announcements")).Words(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task One_of_another_community_is_as_absent_and_none_is_written_for_it()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var regional = await host.SignedInAsync("regional");
        using var published = await PublishAsync(
            regional,
            await regional.OpenAsync(Address),
            Duty.Romny,
            "Канарка"
        );
        await using var db = host.Look();
        var id = (await db.Announcements.SingleAsync()).Id.Value;
        var manager = await host.SignedInAsync("manager");
        Assert.DoesNotContain(
            "Важливо",
            (await manager.OpenAsync(Address)).QuerySelector("ul.rows")?.TextContent ?? "",
            StringComparison.Ordinal
        );
        using var foreign = await manager.GetAsync($"{Address}/{id}");
        foreign.Is(HttpStatusCode.NotFound);
        foreach (var place in new[] { Duty.Romny, Duty.Oblast, "" })
        {
            using var beyond = await PublishAsync(
                manager,
                await manager.OpenAsync(Address),
                place,
                "Текст"
            );
            beyond.Is(HttpStatusCode.UnprocessableEntity);
        }
    }

    private static Task<HttpResponseMessage> PublishAsync(
        HttpClient client,
        AngleSharp.Html.Dom.IHtmlDocument page,
        string within,
        string text
    ) =>
        client.SubmitAsync(
            page,
            Address,
            "main form",
            ("Heading", "Важливо"),
            ("Text", text),
            ("Within", within)
        );
}
