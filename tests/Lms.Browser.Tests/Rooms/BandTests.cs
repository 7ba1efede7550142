using Lms.Browser.Tests.Support;

namespace Lms.Browser.Tests.Rooms;

/// <summary>What a device takes its link to carry, and when it tries again.</summary>
[Collection(RoomCollection.Name)]
public sealed class BandTests(Chromium chromium, RoomServer server)
{
    private const string Losses = """
        async () => {
          const { VoiceLoss } = await import("/js/live/voice-loss.js");
          const heard = (numbers, { flags = 0, every = 100, track = 1 } = {}) => {
            const loss = new VoiceLoss();
            let at = 0;
            for (const seq of numbers) loss.take({ track, flags, epoch: 3, seq, frames: [], config: null }, (at += every));
            return loss.isTooThin(at);
          };
          const run = (from, count) => Array.from({ length: count }, (_, at) => from + at);
          const twice = new VoiceLoss();
          twice.lose(0);
          twice.lose(30_000);
          const once = new VoiceLoss();
          once.lose(0);
          return {
            whole: heard(run(0, 200)),
            oneHole: heard([...run(0, 40), ...run(80, 40)]),
            twoHoles: heard([...run(0, 20), ...run(40, 20), ...run(80, 20)]),
            twoSmall: heard([...run(0, 50), ...run(52, 50), ...run(104, 50)]),
            ofTheSpeaker: heard([0, 40, 80, 120], { flags: 4 }),
            longAgo: heard([...run(0, 5), ...run(20, 5), ...run(50, 5), ...run(55, 200)]),
            ofPictures: heard([0, 40, 80, 120], { track: 2 }),
            lostTwice: twice.isTooThin(31_000),
            lostOnce: once.isTooThin(1_000),
            lostLongAgo: twice.isTooThin(95_000),
          };
        }
        """;

    private const string Bands = """
        async () => {
          const { Band } = await import("/js/live/band.js");
          const carried = [];
          const waits = [];
          let rate = 0;
          let next = () => {};
          const band = new Band((mode, isByItself) => carried.push(mode + (isByItself ? "!" : "")), async () => rate, (then, milliseconds) => { next = then; waits.push(milliseconds); return 0; });
          const pass = async () => { await next(); await Promise.resolve(); };
          band.choose("all");
          band.narrow();
          band.narrow();
          await pass();
          await pass();
          rate = 60;
          await pass();
          band.narrow();
          rate = 60;
          await pass();
          await pass();
          band.choose("voice");
          band.narrow();
          await pass();
          await pass();
          band.choose("text");
          band.narrow();
          return { carried: carried.join(" "), waits: waits.join(" ") };
        }
        """;

    private const string Starts = """
        async () => {
          const { LiveClient } = await import("/js/live/live-client.js");
          const client = new LiveClient("session", "mine", {});
          const passes = { start: async () => {} };
          const fails = { start: async () => { throw new Error("no link"); } };
          const isBlocked = async (connection, isPolling = false) => {
            await client.start(connection, isPolling).catch(() => {});
            return client.isBlocked;
          };
          return {
            first: await isBlocked(fails),
            second: await isBlocked(fails),
            passed: await isBlocked(passes),
            blip: await isBlocked(fails),
            again: await isBlocked(fails),
            inARow: await isBlocked(fails),
            polled: await isBlocked(passes, true),
            afterPolls: await isBlocked(fails),
            passesAgain: await isBlocked(passes),
          };
        }
        """;

    private const string Hellos = """
        async () => {
          const { LiveClient } = await import("/js/live/live-client.js");
          const said = [];
          let answer = () => {};
          const asked = new Promise((resolve) => {
            signalR.HubConnectionBuilder.prototype.build = () => ({
              on: () => {}, onclose: () => {}, start: async () => {}, stop: async () => {},
              invoke: (method, { band }) => {
                said.push(`${method} ${band}`);
                return new Promise((done) => { answer = done; resolve(); });
              },
            });
          });
          const opened = new Promise((resolve) => {
            const client = new LiveClient("session", "mine", { welcome: () => {}, batch: () => {}, link: () => resolve(client) });
            client.once(0);
            asked.then(() => client.carry("text"));
          });
          await asked;
          answer({ now: 0, epoch: 1, last: 0, lines: [] });
          const client = await opened;
          client.carry("text");
          client.carry("voice");
          return said.join(", ");
        }
        """;

    [Fact]
    public async Task A_band_chosen_while_a_hello_is_on_its_way_is_told_after_it_and_none_is_told_twice()
    {
        await using var visitor = await chromium.VisitorAsync(server.Process, Screen.Phone, "uk");
        await visitor.OpenAsync("/account/login");
        Assert.Equal(
            "Hello all, Band text, Band voice",
            await visitor.Page.EvaluateAsync<string>(Hellos)
        );
    }

    [Fact]
    public async Task Holes_of_the_link_tell_and_one_passing_cloud_or_the_speaker_s_own_loss_does_not()
    {
        await using var visitor = await chromium.VisitorAsync(server.Process, Screen.Phone, "uk");
        await visitor.OpenAsync("/");
        var found = await visitor.Page.EvaluateAsync<Dictionary<string, bool>>(Losses);
        Assert.Equal(
            ["lostTwice", "twoHoles"],
            found.Where(one => one.Value).Select(one => one.Key).Order(StringComparer.Ordinal)
        );
        Assert.Equal(10, found.Count);
    }

    [Fact]
    public async Task Text_comes_by_itself_is_left_when_the_link_is_better_and_never_against_a_choice()
    {
        await using var visitor = await chromium.VisitorAsync(server.Process, Screen.Phone, "uk");
        await visitor.OpenAsync("/");
        var went = await visitor.Page.EvaluateAsync<Dictionary<string, string>>(Bands);
        Assert.Equal("all text! voice! text! voice! all! voice text! voice! text", went["carried"]);
        Assert.Equal("40000 80000 160000 20000 240000 20000 40000 20000", went["waits"]);
    }

    [Fact]
    public async Task A_link_stops_WebSockets_when_their_starts_fail_in_a_row_and_no_more_when_one_passes()
    {
        await using var visitor = await chromium.VisitorAsync(server.Process, Screen.Phone, "uk");
        await visitor.OpenAsync("/account/login");
        var found = await visitor.Page.EvaluateAsync<Dictionary<string, bool>>(Starts);
        Assert.Equal(
            ["afterPolls", "inARow", "polled"],
            found.Where(one => one.Value).Select(one => one.Key).Order(StringComparer.Ordinal)
        );
        Assert.Equal(9, found.Count);
    }
}
