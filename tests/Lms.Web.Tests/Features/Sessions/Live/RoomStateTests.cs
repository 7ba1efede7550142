using Lms.Domain.Live;
using Lms.Web.Features.Sessions.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Sessions.Live;

/// <summary>What a room becomes, by whom and by itself.</summary>
public sealed class RoomStateTests
{
    [Fact]
    public async Task Doors_open_for_a_trainer_a_quarter_of_an_hour_before_and_on_time_by_themselves()
    {
        await using var stage = await RoomStage.SetAsync(plan: one =>
            one.StartsAt = one.StartsAt!.Value.AddMinutes(30)
        );
        var trainer = await stage.ConnectAsync("trainer");
        var person = await stage.ConnectAsync("specialist");
        Assert.Equal("notOpen", Refusal(await trainer.HelloAsync()));

        stage.Host.Clock.Forward(TimeSpan.FromMinutes(21));
        Assert.Equal("notOpen", Refusal(await person.HelloAsync()));
        Assert.Null(Refusal(await trainer.HelloAsync()));
        Assert.Null(Refusal(await person.HelloAsync()));

        var other = await RoomStage.PlanAsync(stage.Host);
        stage.Host.Clock.Forward(TimeSpan.FromMinutes(5));
        await using var scope = stage.Host.Services.CreateAsyncScope();
        scope
            .ServiceProvider.GetRequiredService<Lms.Web.Access.CurrentViewer>()
            .Become(Lms.Web.Access.Viewer.System("a test opens doors"));
        await ActivatorUtilities.CreateInstance<OpenDoors>(scope.ServiceProvider).RunAsync();
        Assert.Equal(SessionState.Lobby, await StateAsync(stage, other));
    }

    [Fact]
    public async Task Without_anyone_who_leads_it_is_interrupted_goes_on_with_them_and_ends_by_itself()
    {
        await using var stage = await RoomStage.SetAsync();
        var trainer = await stage.BeginAsync();
        var person = await stage.EnterAsync("specialist");
        await trainer.DropAsync();
        await Task.Delay(1_500);
        Assert.Equal(SessionState.Live, await StateAsync(stage, stage.Session));

        stage.Host.Clock.Forward(TimeSpan.FromSeconds(15));
        await BecomesAsync(stage, SessionState.Interrupted);
        Assert.Equal(
            "chatClosed",
            await person.RefusedAsync(
                new
                {
                    kind = "chatPosted",
                    text = "Є хто?",
                    toTrainers = false,
                }
            )
        );
        await trainer.ReturnAsync();
        await BecomesAsync(stage, SessionState.Live);

        await trainer.DropAsync();
        await Task.Delay(300);
        stage.Host.Clock.Forward(TimeSpan.FromSeconds(16));
        await BecomesAsync(stage, SessionState.Interrupted);
        stage.Host.Clock.Forward(TimeSpan.FromMinutes(20));
        await BecomesAsync(stage, SessionState.Ended);
        var bye = await person.Bye.Task.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Equal("ended", bye.GetProperty("reason").GetString());
        await using var db = stage.Host.Look();
        Assert.NotNull((await db.LiveSessions.SingleAsync(one => one.Id == stage.Session)).EndedAt);
        var late = await stage.ConnectAsync("specialist");
        Assert.Equal("over", Refusal(await late.HelloAsync()));
    }

    [Fact]
    public async Task A_co_trainer_who_is_there_takes_over_and_nothing_is_interrupted()
    {
        await using var stage = await RoomStage.SetAsync();
        var trainer = await stage.BeginAsync();
        var helper = await stage.EnterAsync("author");
        await trainer.DropAsync();
        await Task.Delay(300);
        stage.Host.Clock.Forward(TimeSpan.FromSeconds(16));

        var rooms = stage.Host.Services.GetRequiredService<LiveRooms>();
        var author = await stage.PersonAsync("author");
        for (
            var tries = 0;
            tries < 100 && await rooms.PresenterOfAsync(stage.Session) != author;
            tries++
        )
        {
            await Task.Delay(100);
        }

        Assert.Equal(author, await rooms.PresenterOfAsync(stage.Session));
        Assert.Equal(SessionState.Live, await StateAsync(stage, stage.Session));
        await helper.DoneAsync(new { kind = "slideShown", slide = 3 });
    }

    [Fact]
    public async Task An_alert_stops_the_clock_keeps_answers_and_its_end_lets_it_go_on()
    {
        await using var stage = await RoomStage.SetAsync(plan: one =>
            one.Territory = new(LmsTerritory)
        );
        var trainer = await stage.BeginAsync();
        var keeper = await stage.EnterAsync("manager");
        var person = await stage.EnterAsync("specialist");
        var poll = await trainer.DoneAsync(
            new
            {
                kind = "pollOpened",
                question = new { kind = "shortText", prompt = "Слово?" },
                points = 0,
            }
        );
        Assert.Equal(
            "notAllowed",
            await person.RefusedAsync(new { kind = "alertSet", isOn = true })
        );
        await keeper.DoneAsync(new { kind = "alertSet", isOn = true });
        Assert.Equal(SessionState.Paused, await StateAsync(stage, stage.Session));
        Assert.Equal(
            "notNow",
            await trainer.RefusedAsync(new { kind = "stateSet", state = "live" })
        );
        await person.DoneAsync(
            new
            {
                kind = "voted",
                poll,
                values = new[] { "так" },
            }
        );
        stage.Host.Clock.Forward(TimeSpan.FromMinutes(30));
        await keeper.DoneAsync(new { kind = "alertSet", isOn = false });

        Assert.Equal(SessionState.Live, await StateAsync(stage, stage.Session));
        await using var db = stage.Host.Look();
        var log = await db
            .LiveEvents.Where(one => one.SessionId == stage.Session)
            .OrderBy(one => one.Number)
            .ToListAsync();
        var room = Room.Of(log.Select(one => one.Line));
        var live = Spans.Length(room.LiveUntil(log[^1].At));
        Assert.InRange(live, 0, 60_000);
        var alert = await db.AirAlerts.SingleAsync();
        Assert.Equal(AlertSource.Room, alert.Source);
        Assert.Equal(TimeSpan.FromMinutes(30), alert.Until - alert.From);
    }

    private const string LmsTerritory = "UA59000000000057109";

    internal static string? Refusal(System.Text.Json.JsonElement answer) =>
        answer.TryGetProperty("refusal", out var word) ? word.GetString() : null;

    private static async Task<SessionState> StateAsync(RoomStage stage, LiveSessionId session)
    {
        await using var db = stage.Host.Look();
        return await db
            .LiveSessions.Where(one => one.Id == session)
            .Select(one => one.State)
            .SingleAsync();
    }

    private static async Task BecomesAsync(RoomStage stage, SessionState state)
    {
        for (var tries = 0; tries < 100 && await ReachedAsync(stage) != state; tries++)
        {
            await Task.Delay(100);
        }

        Assert.Equal(state, await ReachedAsync(stage));
    }

    // Once it ended its recording is made, by itself and at once.
    private static async Task<SessionState> ReachedAsync(RoomStage stage) =>
        await StateAsync(stage, stage.Session) is var state
        && state is SessionState.Processing or SessionState.Published
            ? SessionState.Ended
            : state;
}
