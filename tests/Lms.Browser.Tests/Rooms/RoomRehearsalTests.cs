using Lms.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Lms.Browser.Tests.Rooms;

/// <summary>A rehearsal is the room as it will be, of those who lead alone; nothing of it counts or is kept.</summary>
[Collection(RoomCollection.Name)]
public sealed class RoomRehearsalTests(Chromium chromium, RoomServer server)
{
    [Theory]
    [InlineData("uk", "нічого: це репетиція", "на репетиції присутність не рахують")]
    [InlineData("en", "nothing: this is a rehearsal", "a rehearsal counts no attendance")]
    public async Task Those_who_lead_try_it_out_and_are_told_that_nothing_counts(
        string language,
        string counts,
        string begins
    )
    {
        var room = server.PlanRehearsal();
        await using var trainer = await AtDoorAsync(room, "trainer", Screen.Desk, language);
        await Expect(trainer.At("#lobby .facts")).ToContainTextAsync(counts);
        await Expect(trainer.At("#lobby")).Not.ToContainTextAsync("%");
        await trainer.LookAsync("rehearsal-lobby");
        await trainer.EnterAsync(room);
        await Expect(trainer.At("#standing")).ToContainTextAsync(begins);
        await trainer.LookAsync("rehearsal-room-door");

        await using var second = await AtDoorAsync(room, "author", Screen.Phone, language);
        await Expect(second.At("#lobby .facts")).ToContainTextAsync(counts);
        await second.LookAsync("rehearsal-lobby-second");
        await second.EnterAsync(room);
        await trainer.BeginAsync();
        await Expect(second.At("#standing")).ToBeHiddenAsync();
        await trainer.SlideAsync(3);
        await Expect(second.At("#slide-place")).ToHaveTextAsync(RoomSteps.Place(3));
        await second.SayAsync("Чути добре");
        await trainer.TabAsync("chat");
        await Expect(trainer.At("#chat-list .said")).ToHaveTextAsync("Чути добре");
        await Expect(second.At("#minutes")).ToBeHiddenAsync();
        await second.TabAsync("lead");
        await second.LookAsync("rehearsal-room-second");
        await trainer.TabAsync("lead");
        await trainer.LookAsync("rehearsal-room");
        trainer.Watch.AssertQuiet();
        second.Watch.AssertQuiet();
    }

    private async Task<Visitor> AtDoorAsync(Guid room, string name, Screen screen, string language)
    {
        var visitor = await chromium.VisitorAsync(server.Process, screen, language);
        await visitor.OpenAsync($"/account/login?from=/sessions/{room}/room");
        await visitor.SignInAsync(name);
        await visitor.ArriveAsync("/room");
        await Expect(visitor.At("#join")).ToBeVisibleAsync();
        return visitor;
    }
}
