using System.Net;
using Lms.Domain.Live;
using Lms.Web.Features.Shared.Meeting;
using Lms.Web.Tests.Features.Shared.Meeting;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Sessions;

/// <summary>What a learner, a manager and a stranger find of sessions that are planned.</summary>
public sealed class SessionPageTests
{
    private const string Place = "Вигадана";

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_learner_takes_a_seat_sees_the_place_a_day_before_and_enters_with_the_doors(
        string database
    )
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var session = await host.PlanAsync(Meetings.Plan(LmsHost.Start.AddDays(3), capacity: 2));
        var address = $"/sessions/{session.Value}";
        var learner = await host.SignedInAsync("specialist");
        var list = await learner.OpenAsync("/sessions");
        Assert.NotNull(list.QuerySelector($"#h-ahead ~ ul a[href='{address}']"));
        using var asked = await learner.SubmitAsync(address, "form[action*=Ask]");
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);

        var mine = await learner.OpenAsync("/sessions");
        Assert.NotNull(mine.QuerySelector($"#h-mine ~ ul a[href='{address}']"));
        Assert.NotNull(
            (await learner.OpenAsync("/learn")).QuerySelector(
                $"#h-sessions ~ ul a[href='{address}']"
            )
        );
        var page = await learner.OpenAsync(address);
        Assert.Contains("12:00", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Place, page.Body.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector($"a[href='{address}/room']"));

        host.Clock.Forward(TimeSpan.FromDays(2) + TimeSpan.FromHours(1));
        Assert.Contains(Place, await TextAsync(learner, address), StringComparison.Ordinal);
        var other = await host.SignedInAsync("specialist2");
        Assert.DoesNotContain(Place, await TextAsync(other, address), StringComparison.Ordinal);

        host.Clock.Forward(TimeSpan.FromHours(22) + TimeSpan.FromMinutes(46));
        page = await learner.OpenAsync(address);
        Assert.NotNull(page.QuerySelector($"a[href='{address}/room']"));
        Assert.Null((await other.OpenAsync(address)).QuerySelector($"a[href='{address}/room']"));

        using var left = await learner.SubmitAsync(address, "form[action*=GiveUp]");
        Assert.Equal(SeatState.GivenUp, Assert.Single(await host.SeatsAsync(session)).State);
    }

    [Fact]
    public async Task A_file_for_the_calendar_has_no_place_and_no_title()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var starts = LmsHost.Start.AddDays(3);
        var session = await host.PlanAsync(Meetings.Plan(starts));
        var learner = await host.SignedInAsync("specialist");
        using var answer = await learner.GetAsync($"/sessions/{session.Value}.ics");
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal(starts, IcsReader.Of(text).InstantOf("DTSTART"));
        Assert.DoesNotContain(Place, text, StringComparison.Ordinal);
        Assert.DoesNotContain("торгівл", text, StringComparison.OrdinalIgnoreCase);
        using var anonymous = await host.Anonymous().GetAsync($"/sessions/{session.Value}.ics");
        Assert.Equal(HttpStatusCode.Redirect, anonymous.StatusCode);
    }

    [Fact]
    public async Task One_with_assigned_seats_is_known_to_who_has_one_and_its_managers_give_them()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var session = await host.PlanAsync(
            Meetings.Plan(LmsHost.Start.AddDays(3), capacity: 1) with
            {
                Admission = Admission.Assigned,
            }
        );
        var address = $"/sessions/{session.Value}";
        var learner = await host.SignedInAsync("specialist");
        using var before = await learner.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, before.StatusCode);

        var (own, foreign) = (
            await host.PersonAsync("specialist"),
            await host.PersonAsync("specialist2")
        );
        var manager = await host.SignedInAsync("manager");
        var allocate = $"/manage{address}";
        Assert.Contains("Зразок", await TextAsync(manager, allocate), StringComparison.Ordinal);
        using var given = await manager.PostFormAsync(allocate, "Give", own.Value);
        using var refused = await manager.PostFormAsync(allocate, "Give", foreign.Value);
        var seat = Assert.Single(await host.SeatsAsync(session));
        Assert.Equal((own, SeatState.Seated), (seat.PersonId, seat.State));
        using var after = await learner.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        await using var db = host.Look();
        Assert.Equal(
            1,
            await db.Audit.CountAsync(one => one.Action == Lms.Web.Access.AuditAction.SeatGiven)
        );
    }

    [Fact]
    public async Task A_manager_takes_back_what_was_given_to_their_own_people_alone()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var session = await host.PlanAsync(Meetings.Plan(LmsHost.Start.AddDays(3)));
        var seats = host.Services.GetRequiredService<ChangeSeats>();
        var by = (await host.TrainerAsync()).Account;
        var (own, foreign) = (
            await host.PersonAsync("specialist"),
            await host.PersonAsync("specialist2")
        );
        await seats.GiveAsync(session, own, by);
        await seats.GiveAsync(session, foreign, by);
        var manager = await host.SignedInAsync("manager");
        var allocate = $"/manage/sessions/{session.Value}";
        using var theirs = await manager.PostFormAsync(allocate, "TakeBack", foreign.Value);
        using var ours = await manager.SubmitAsync(allocate, "form[action*=TakeBack]");
        Assert.Equal(HttpStatusCode.NotFound, theirs.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, ours.StatusCode);
        var states = (await host.SeatsAsync(session)).ToDictionary(
            seat => seat.PersonId,
            seat => seat.State
        );
        Assert.Equal((SeatState.GivenUp, SeatState.Seated), (states[own], states[foreign]));

        // Who asked for it themselves is left alone.
        await seats.AskAsync(session, own);
        Assert.Null((await manager.OpenAsync(allocate)).QuerySelector("form[action*=TakeBack]"));
    }

    [Fact]
    public async Task A_manager_is_told_what_came_of_it_and_not_what_was_meant()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var session = await host.PlanAsync(
            Meetings.Plan(LmsHost.Start.AddDays(3), capacity: 1) with
            {
                Admission = Admission.ByApproval,
            }
        );
        var seats = host.Services.GetRequiredService<ChangeSeats>();
        var by = (await host.TrainerAsync()).Account;
        var (own, foreign) = (
            await host.PersonAsync("specialist"),
            await host.PersonAsync("specialist2")
        );
        var manager = await host.SignedInAsync("manager");
        await seats.AskAsync(session, own);
        await seats.GiveUpAsync(session, own);
        Assert.Equal("Місця не має і не просить.", await ToldAsync("Approve"));
        Assert.Equal("Місця не має і не просить.", await ToldAsync("TakeBack"));
        await seats.AskAsync(session, own);
        Assert.Equal("Тепер має місце.", await ToldAsync("Approve"));
        await seats.GiveUpAsync(session, own);
        await seats.GiveAsync(session, foreign, by);
        await seats.GiveAsync(session, own, by);
        Assert.Equal("Людину прибрано з черги.", await ToldAsync("TakeBack"));
        await seats.TakeBackAsync(session, foreign, by);
        await seats.GiveAsync(session, own, by);
        Assert.StartsWith("Місце забрано.", await ToldAsync("TakeBack"), StringComparison.Ordinal);
        // Nobody gave it up: another manager was first, and the person's own page says no more of it.
        Assert.Equal("Місця не має і не просить.", await ToldAsync("TakeBack"));
        Assert.Equal("Місця за вами немає", await OwnAsync("uk"));
        Assert.Equal("You have no seat", await OwnAsync("en"));
        manager = await host.SignedInAsync("manager", "en");
        Assert.Equal("Has no seat and asks for none.", await ToldAsync("TakeBack"));

        async Task<string> OwnAsync(string language)
        {
            var page = await (await host.SignedInAsync("specialist", language)).OpenAsync(
                $"/sessions/{session.Value}"
            );
            return page.GetElementById("h-state")!.TextContent.Trim();
        }

        async Task<string> ToldAsync(string act)
        {
            var allocate = $"/manage/sessions/{session.Value}";
            using var done = await manager.PostFormAsync(allocate, act, own.Value);
            Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
            var page = await manager.OpenAsync(allocate);
            return page.QuerySelector("[role=status]")!.TextContent.Trim();
        }
    }

    [Fact]
    public async Task A_manager_decides_of_their_own_people_alone_and_sees_no_others()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var session = await host.PlanAsync(
            Meetings.Plan(LmsHost.Start.AddDays(3)) with
            {
                Admission = Admission.ByApproval,
            }
        );
        var seats = host.Services.GetRequiredService<ChangeSeats>();
        var (own, foreign) = (
            await host.PersonAsync("specialist"),
            await host.PersonAsync("specialist2")
        );
        await seats.AskAsync(session, own);
        await seats.AskAsync(session, foreign);
        var manager = await host.SignedInAsync("manager");
        var allocate = $"/manage/sessions/{session.Value}";
        Assert.DoesNotContain(
            "Левченко",
            await TextAsync(manager, allocate),
            StringComparison.Ordinal
        );
        using var theirs = await manager.PostFormAsync(allocate, "Approve", foreign.Value);
        using var ours = await manager.PostFormAsync(allocate, "Approve", own.Value);
        Assert.Equal(HttpStatusCode.NotFound, theirs.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, ours.StatusCode);
        var states = (await host.SeatsAsync(session)).ToDictionary(
            seat => seat.PersonId,
            seat => seat.State
        );
        Assert.Equal(SeatState.Seated, states[own]);
        Assert.Equal(SeatState.Asked, states[foreign]);
    }

    [Fact]
    public async Task Whoever_was_put_out_of_the_room_is_not_let_in_again()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var session = await host.PlanAsync(Meetings.Plan(LmsHost.Start.AddMinutes(10)));
        var (trainer, person) = (await host.TrainerAsync(), await host.PersonAsync("specialist"));
        await host.Services.GetRequiredService<ChangeSeats>().AskAsync(session, person);
        var now = host.Clock.GetUtcNow();
        await using var db = host.Look();
        Assert.Equal(
            new(RoomRole.Participant, null),
            await RoomEntry.OfAsync(db, session, person, now)
        );
        db.LiveEvents.Add(
            new LiveEvent
            {
                SessionId = session,
                Number = 1,
                At = 0,
                By = trainer.Person,
                What = new RoomEvent.Removed(person),
            }
        );
        await db.SaveChangesAsync();
        Assert.Equal(
            new(null, EntryRefusal.Removed),
            await RoomEntry.OfAsync(db, session, person, now)
        );
        Assert.Equal(
            new(null, EntryRefusal.NoSeat),
            await RoomEntry.OfAsync(db, session, await host.PersonAsync("specialist2"), now)
        );
        Assert.Equal(
            new(null, EntryRefusal.NotOpen),
            await RoomEntry.OfAsync(db, session, person, now.AddMinutes(-6))
        );
    }

    [Fact]
    public async Task The_check_may_ask_for_microphone_and_camera_and_measures_the_line()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var session = await host.PlanAsync(Meetings.Plan(LmsHost.Start.AddDays(3)));
        var learner = await host.SignedInAsync("specialist");
        using var page = await learner.GetAsync($"/sessions/{session.Value}/check");
        Assert.Contains(
            "microphone=(self)",
            page.Headers.GetValues("Permissions-Policy").Single(),
            StringComparison.Ordinal
        );
        using var down = await learner.GetAsync("/api/v1/line");
        Assert.Equal(96 * 1024, (await down.Content.ReadAsByteArrayAsync()).Length);
        using var up = await learner.PutAsync("/api/v1/line", new ByteArrayContent(new byte[1000]));
        Assert.Equal(HttpStatusCode.NoContent, up.StatusCode);
        using var much = await learner.PutAsync(
            "/api/v1/line",
            new ByteArrayContent(new byte[70_000])
        );
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, much.StatusCode);
    }

    private static async Task<string> TextAsync(HttpClient client, string address) =>
        (await client.OpenAsync(address)).Body!.TextContent;
}
