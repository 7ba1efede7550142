using Lms.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Lms.Browser.Tests.Rooms;

/// <summary>A hand, the floor, and who is put out: between a desk in Ukrainian and a phone in English.</summary>
[Collection(RoomCollection.Name)]
public sealed class RoomFloorTests(Chromium chromium, RoomServer server)
{
    [Fact]
    public async Task A_hand_is_given_the_floor_which_is_taken_back_and_a_hand_is_lowered_by_either()
    {
        var room = server.Plan();
        await using var trainer = await JoinAsync(room, "trainer", Screen.Desk, "uk");
        await trainer.BeginAsync();
        await using var learner = await JoinAsync(room, "specialist", Screen.Phone, "en");
        await learner.Page.Context.GrantPermissionsAsync(["microphone"]);
        await trainer.TabAsync("people");
        await learner.At("#hand").ClickAsync();
        await Expect(learner.At("#hand")).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(trainer.At("#hand-list li")).ToHaveCountAsync(1);

        await trainer.At("#hand-list [data-act=floor]").ClickAsync();
        await Expect(learner.At("#media")).ToBeVisibleAsync();
        await Expect(learner.At("#camera")).ToBeHiddenAsync();
        await Expect(learner.At("#hand")).ToHaveAttributeAsync("aria-pressed", "false");
        await Expect(trainer.At("#hands")).ToBeHiddenAsync();
        await Expect(trainer.At("#floor")).ToContainTextAsync("Слово має");
        await learner.At("#voice").ClickAsync();
        await Expect(learner.At("#voice")).ToHaveAttributeAsync("aria-pressed", "true");
        await learner.TabAsync("people");
        await Expect(learner.At("#floor")).ToBeVisibleAsync();

        await trainer.At("#floor button").ClickAsync();
        await Expect(learner.At("#media")).ToBeHiddenAsync();
        await Expect(learner.At("#floor")).ToBeHiddenAsync();
        await Expect(learner.At("#voice")).ToHaveAttributeAsync("aria-pressed", "false");

        await learner.At("#hand").ClickAsync();
        await trainer.At("#hand-list [data-act=lower]").ClickAsync();
        await Expect(learner.At("#hand")).ToHaveAttributeAsync("aria-pressed", "false");
        await learner.At("#hand").ClickAsync();
        await Expect(trainer.At("#hand-list li")).ToHaveCountAsync(1);
        await learner.At("#hand").ClickAsync();
        await Expect(trainer.At("#hands")).ToBeHiddenAsync();
        trainer.Watch.AssertQuiet();
        learner.Watch.AssertQuiet();
    }

    [Fact]
    public async Task Who_is_removed_is_out_within_a_second_and_is_not_let_in_again()
    {
        var room = server.Plan();
        await using var trainer = await JoinAsync(room, "trainer", Screen.Desk, "uk");
        await using var learner = await JoinAsync(room, "specialist", Screen.Phone, "uk");
        learner.Watch.Expect("status of 404");
        await trainer.TabAsync("people");
        await trainer.At("#people-list [data-act=remove]").ClickAsync();
        await trainer.At("#confirm [value=yes]").ClickAsync();

        await Expect(learner.At("#standing")).ToBeVisibleAsync(new() { Timeout = 1_000 });
        await Expect(learner.At("#grid")).ToBeHiddenAsync();
        await learner.OpenAsync($"/sessions/{room}/room");
        await Expect(learner.At("#join")).ToHaveCountAsync(0);
        // Nor by the hub, whatever the page says.
        Assert.Equal(
            "removed",
            await learner.Page.EvaluateAsync<string>(
                """
                (session) => new Promise((done) => {
                  const end = "\u001e";
                  const socket = new WebSocket(`${location.origin.replace("http", "ws")}/hubs/live`);
                  const hello = { type: 1, invocationId: "1", target: "Hello", arguments: [{ session, client: "tab", last: 0, epoch: 0 }] };
                  socket.onopen = () => socket.send(`{"protocol":"json","version":1}${end}${JSON.stringify(hello)}${end}`);
                  socket.onmessage = ({ data }) => {
                    const answer = data.split(end).filter(Boolean).map(JSON.parse).find((one) => one.invocationId);
                    if (answer) done(answer.result.refusal ?? "let in");
                  };
                })
                """,
                room.ToString()
            )
        );
    }

    [Fact]
    public async Task Who_was_left_text_by_itself_has_a_microphone_with_the_floor_and_tries_by_hand()
    {
        var room = server.Plan();
        await using var trainer = await JoinAsync(room, "trainer", Screen.Desk, "uk");
        await trainer.BeginAsync();
        await using var learner = await JoinAsync(room, "specialist", Screen.Phone, "en");
        await learner.Page.EvaluateAsync(
            """
            async () => {
              const { RoomMedia } = await import("lms/live/room-media.js");
              const { draw } = RoomMedia.prototype;
              RoomMedia.prototype.draw = function () {
                globalThis.narrow = this.narrow;
                return draw.call(this);
              };
            }
            """
        );
        await learner.TabAsync("people");
        await NarrowAsync(learner);

        await learner.At("#hand").ClickAsync();
        await trainer.TabAsync("people");
        await trainer.At("#hand-list [data-act=floor]").ClickAsync();
        await Expect(learner.At("#media")).ToBeVisibleAsync();
        await Expect(learner.At("#room")).ToHaveAttributeAsync("data-band", "all");
        await Expect(learner.At("#band-now")).ToBeHiddenAsync();

        await NarrowAsync(learner);
        await Expect(learner.At("#media")).ToBeHiddenAsync();
        await learner.At("#band-now").ClickAsync();
        await Expect(learner.At("#media")).ToBeVisibleAsync();
        await Expect(learner.At("#media-says")).ToBeEmptyAsync();
        await Expect(learner.At("#band-now")).ToBeHiddenAsync();
        trainer.Watch.AssertQuiet();
        learner.Watch.AssertQuiet();
    }

    private static async Task NarrowAsync(Visitor visitor)
    {
        await visitor.Page.EvaluateAsync("() => narrow()");
        await Expect(visitor.At("#room")).ToHaveAttributeAsync("data-band", "text");
        await Expect(visitor.At("#band")).ToHaveValueAsync("all");
    }

    private Task<Visitor> JoinAsync(Guid room, string name, Screen screen, string language) =>
        chromium.JoinAsync(server.Process, room, name, screen, language);
}
