using Lms.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Lms.Browser.Tests.Rooms;

/// <summary>Two who lead: captions of one, and the other whose link is lost.</summary>
[Collection(RoomCollection.Name)]
public sealed class RoomLeadTests(Chromium chromium, RoomServer server)
{
    private const string Lost = "ERR_INTERNET_DISCONNECTED";
    private const float Noticed = 30_000;

    [Fact]
    public async Task Captions_of_the_co_trainer_are_seen_and_who_drops_out_is_waited_for_and_replaced()
    {
        var room = server.Plan();
        var trainer = await JoinAsync(room, "trainer", Screen.Desk, "uk");
        await trainer.BeginAsync();
        await using var learner = await JoinAsync(room, "specialist", Screen.Phone, "en");
        await using (var helper = await JoinAsync(room, "author", Screen.Desk, "uk"))
        {
            await helper.CaptionAsync("Сьогодні говоримо про ознаки.");
            await Expect(learner.At("#caption")).ToHaveTextAsync("Сьогодні говоримо про ознаки.");
            await Expect(helper.At("#presenter-now")).ToBeVisibleAsync();
            helper.Watch.AssertQuiet();
        }

        // Nobody who leads is left: the clock stands still and everybody is told.
        await trainer.DisposeAsync();
        await Expect(learner.At("#state-words"))
            .ToHaveTextAsync("Waiting for the trainer", new() { Timeout = Noticed });
        await Expect(learner.At("#standing")).ToBeVisibleAsync();

        await using var back = await JoinAsync(room, "author", Screen.Desk, "uk");
        await Expect(learner.At("#state-words")).ToHaveTextAsync("Live");
        await Expect(learner.At("#standing")).ToBeHiddenAsync();
        await Expect(back.At("#presenter-now")).ToBeHiddenAsync();
        await back.SlideAsync(3);
        await Expect(learner.At("#slide-place")).ToHaveTextAsync(RoomSteps.Place(3));
        learner.Watch.AssertQuiet();
    }

    [Fact]
    public async Task Who_leads_is_told_as_long_as_the_planned_recording_is_not_made()
    {
        var room = server.Plan();
        await using var trainer = await JoinAsync(room, "trainer", Screen.Phone, "uk");
        await using var helper = await JoinAsync(room, "author", Screen.Desk, "en");
        await using var learner = await JoinAsync(room, "specialist", Screen.Phone, "uk");
        await Expect(trainer.At("#lead-states")).ToBeVisibleAsync();
        await Expect(trainer.At("#unrecorded")).ToBeHiddenAsync();

        await trainer.BeginAsync();
        await trainer.TabAsync("chat");
        await Expect(trainer.At("#unrecorded p").First)
            .ToHaveTextAsync(
                "Запис не ведеться, хоча за планом цю зустріч записують. Сам він не почнеться."
            );
        await Expect(helper.At("#unrecorded p").First)
            .ToHaveTextAsync(
                "Nothing is being recorded, although this session is planned to be. Recording does not start by itself."
            );
        await Expect(learner.At("#state-words")).ToHaveTextAsync("Наживо");
        await Expect(learner.At("#unrecorded")).ToBeHiddenAsync();
        await trainer.LookAsync("room-unrecorded");

        await trainer.At("#unrecorded button").ClickAsync();
        foreach (var one in new[] { trainer, helper, learner })
        {
            await Expect(one.At("#recording")).ToBeVisibleAsync();
            await Expect(one.At("#unrecorded")).ToBeHiddenAsync();
        }

        await helper.At("#record").ClickAsync();
        await Expect(trainer.At("#unrecorded")).ToBeVisibleAsync();
        learner.Watch.AssertQuiet();
    }

    [Fact]
    public async Task A_co_trainer_who_is_there_takes_over_by_itself_and_nothing_stops()
    {
        var room = server.Plan();
        await using var trainer = await JoinAsync(room, "trainer", Screen.Desk, "uk");
        trainer.Watch.Expect(Lost);
        await trainer.BeginAsync();
        await using var helper = await JoinAsync(room, "author", Screen.Desk, "en");
        await using var learner = await JoinAsync(room, "specialist", Screen.Phone, "uk");
        await trainer.Page.Context.SetOfflineAsync(true);

        await Expect(helper.At("#presenter-now")).ToBeHiddenAsync(new() { Timeout = Noticed });
        await Expect(learner.At("#state-words")).ToHaveTextAsync("Наживо");
        await helper.SlideAsync(4);
        await Expect(learner.At("#slide-place")).ToHaveTextAsync(RoomSteps.Place(4));

        await trainer.Page.Context.SetOfflineAsync(false);
        await Expect(trainer.At("#slide-place")).ToHaveTextAsync(RoomSteps.Place(4));
        await Expect(trainer.At("#presenter-now")).ToBeVisibleAsync();
        await trainer.At("#present-me").ClickAsync();
        await Expect(helper.At("#presenter-now")).ToBeVisibleAsync();
    }

    private Task<Visitor> JoinAsync(Guid room, string name, Screen screen, string language) =>
        chromium.JoinAsync(server.Process, room, name, screen, language);
}
