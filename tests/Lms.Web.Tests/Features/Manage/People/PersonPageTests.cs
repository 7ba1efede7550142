using System.Net;
using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Features.Manage.People;

/// <summary>Posts, community and areas served of one person, by who follows them and by nobody else.</summary>
public sealed class PersonPageTests
{
    private const string Bilopillia = "UA59080030000075526";

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_post_is_added_moved_and_ended_and_its_history_stays(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var person = await host.PersonOfAsync("specialist");
        var manager = await host.SignedInAsync("manager");
        var page = $"/manage/people/{person.Value}";
        using var added = await manager.SubmitAsync(
            page,
            "#add-post",
            ("institution", "demo-office-lebedyn"),
            ("role", "R04"),
            ("from", "2026-01-10")
        );
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        using var again = await manager.SubmitAsync(
            page,
            "#add-post",
            ("institution", "demo-office-lebedyn"),
            ("role", "R04"),
            ("from", "2026-02-10")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);

        PostId which;
        await using (var db = host.Look())
        {
            var posts = await db.Posts.Where(one => one.PersonId == person).ToListAsync();
            Assert.Equal(2, posts.Count);
            which = posts.Single(one => one.StaffRole == "R04").Id;
        }

        using var moved = await manager.SubmitAsync(
            page,
            $"form:has(#move-{which.Value})",
            ("institution", "demo-centre-lebedyn"),
            ("from", "2026-06-01")
        );
        Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
        await using (var db = host.Look())
        {
            var posts = await db
                .Posts.Where(one => one.PersonId == person && one.StaffRole == "R04")
                .OrderBy(one => one.From)
                .ToListAsync();
            Assert.Equal(
                [
                    ("demo-office-lebedyn", new DateOnly(2026, 1, 10), new DateOnly(2026, 5, 31)),
                    ("demo-centre-lebedyn", new DateOnly(2026, 6, 1), (DateOnly?)null),
                ],
                posts.Select(one => (one.Institution, one.From, one.To))
            );
            Assert.Equal(
                3,
                await db.Audit.CountAsync(one =>
                    one.Action == AuditAction.PostChanged && one.Subject == person
                )
            );
            Assert.True(
                await db.Audit.AnyAsync(one =>
                    one.Action == AuditAction.PersonLooked && one.Subject == person
                )
            );
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_move_needs_both_ends_in_the_scope_and_leaves_its_history(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var person = await host.PersonOfAsync("specialist");
        var page = $"/manage/people/{person.Value}";
        var manager = await host.SignedInAsync("manager");
        Assert.Null((await manager.OpenAsync(page)).QuerySelector("#settle"));
        var form = await manager.OpenAsync(page);
        using var forged = await manager.PostAsync(
            $"{page}?handler=Settle",
            new FormUrlEncodedContent([
                new("community", Inviter.Romny),
                new("on", "2026-11-01"),
                new(
                    "__RequestVerificationToken",
                    form.QuerySelector("input[name=__RequestVerificationToken]")!
                        .GetAttribute("value")
                ),
            ])
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forged.StatusCode);

        var regional = await host.SignedInAsync("regional");
        using var moved = await regional.SubmitAsync(
            page,
            "#settle",
            ("community", Inviter.Romny),
            ("on", "2026-11-01")
        );
        Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync(page)).StatusCode);
        await using var db = host.Look();
        var move = await db.CommunityMoves.SingleAsync();
        Assert.Equal(
            (Inviter.Lebedyn, Inviter.Romny, new DateOnly(2026, 11, 1)),
            (move.From.Value, move.To.Value, move.On)
        );
        Assert.Equal(
            Inviter.Romny,
            (await db.People.SingleAsync(one => one.Id == person)).Community.Value
        );
    }

    [Fact]
    public async Task An_area_is_served_from_a_day_to_a_day_within_the_viewers_territory()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var person = await host.PersonOfAsync("specialist");
        var page = $"/manage/people/{person.Value}";
        var regional = await host.SignedInAsync("regional");
        using var added = await regional.SubmitAsync(
            page,
            "#add-area",
            ("territory", Inviter.Romny),
            ("from", "2026-03-01")
        );
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        using var twice = await regional.SubmitAsync(
            page,
            "#add-area",
            ("territory", Inviter.Romny),
            ("from", "2026-04-01")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
        using var ended = await regional.SubmitAsync(
            page,
            "form[action*='handler=EndArea']",
            ("last", "2026-09-30")
        );
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        await using var db = host.Look();
        var area = await db.ServedTerritories.SingleAsync();
        Assert.Equal((new DateOnly(2026, 3, 1), new DateOnly(2026, 9, 30)), (area.From, area.To));
        var manager = await host.SignedInAsync("manager");
        Assert.DoesNotContain(
            Inviter.Romny,
            (await manager.OpenAsync(page)).QuerySelector("#add-area")!.InnerHtml,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_reason_is_read_by_the_person_and_who_follows_them_alone_and_never_exported()
    {
        const string canary = "причинаканарка";
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var person = await host.PersonOfAsync("specialist");
        var own = await host.SignedInAsync("specialist");
        using var set = await own.SubmitAsync(
            "/account/profile",
            "#away",
            ("from", "2026-11-20"),
            ("until", "2026-12-20"),
            ("reason", canary)
        );
        Assert.Equal(HttpStatusCode.Redirect, set.StatusCode);
        Assert.Contains(
            canary,
            (await own.OpenAsync("/account/profile")).Words(),
            StringComparison.Ordinal
        );

        var manager = await host.SignedInAsync("manager");
        var list = (await manager.OpenAsync("/manage/people")).Words();
        Assert.Contains("20 грудня 2026", list, StringComparison.Ordinal);
        Assert.DoesNotContain(canary, list, StringComparison.Ordinal);
        var page = (await manager.OpenAsync($"/manage/people/{person.Value}")).Words();
        Assert.Contains("20 грудня 2026", page, StringComparison.Ordinal);
        Assert.DoesNotContain(canary, page, StringComparison.Ordinal);
        var away = $"/manage/people/{person.Value}/away";
        Assert.Contains(canary, (await manager.OpenAsync(away)).Words(), StringComparison.Ordinal);

        host.Clock.Forward(TimeSpan.FromMinutes(16));
        using var stale = await manager.GetAsync(away);
        Assert.Contains("again=true", stale.Headers.Location!.ToString(), StringComparison.Ordinal);
        foreach (var other in new[] { "specialist2", "trainer", "author", "auditor" })
        {
            using var denied = await (await host.SignedInAsync(other)).GetAsync(away);
            Assert.Equal(HttpStatusCode.Forbidden, denied.StatusCode);
        }

        await using var db = host.Look();
        Assert.DoesNotContain(
            await db.Audit.ToListAsync(),
            entry => entry.Detail.Contains(canary, StringComparison.Ordinal)
        );
        Assert.True(
            await db.Audit.AnyAsync(entry =>
                entry.Action == AuditAction.PersonLooked && entry.Subject == person
            )
        );
    }

    [Fact]
    public async Task Who_is_back_early_is_there_from_that_day_on()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var person = await host.PersonOfAsync("specialist");
        var manager = await host.SignedInAsync("manager");
        var away = $"/manage/people/{person.Value}/away";
        using var wrong = await manager.SubmitAsync(
            away,
            "#away",
            ("from", "2026-12-20"),
            ("until", "2026-12-01")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using var set = await manager.SubmitAsync(
            away,
            "#away",
            ("from", "2026-11-20"),
            ("until", "2026-12-20")
        );
        Assert.Equal(HttpStatusCode.Redirect, set.StatusCode);
        using var back = await manager.SubmitAsync(away, "form[action*='handler=Back']");
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        Assert.DoesNotContain(
            "20 грудня",
            (await manager.OpenAsync("/manage/people")).Words(),
            StringComparison.Ordinal
        );
        await using var db = host.Look();
        Assert.Equal(
            2,
            await db.Audit.CountAsync(one => one.Action == AuditAction.UnavailabilitySet)
        );
    }

    [Fact]
    public async Task A_foreign_person_answers_like_none()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var foreign = await host.AddAsync("Канарка", Bilopillia);
        var manager = await host.SignedInAsync("manager");
        foreach (var tail in new[] { "", "/away" })
        {
            using var theirs = await manager.GetAsync($"/manage/people/{foreign.Value}{tail}");
            using var none = await manager.GetAsync(
                $"/manage/people/{Guid.CreateVersion7()}{tail}"
            );
            Assert.Equal(HttpStatusCode.NotFound, theirs.StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        }

        using var anonymous = await host.Anonymous().GetAsync($"/manage/people/{foreign.Value}");
        Assert.Contains(
            "/account/login",
            anonymous.Headers.Location!.ToString(),
            StringComparison.Ordinal
        );
    }
}
