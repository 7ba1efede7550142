using Lms.Browser.Tests.Support;

namespace Lms.Browser.Tests.Rooms;

/// <summary>
/// A page behind others, whose timers the browser runs once a minute: it beats all the same, or the
/// minutes of those who listen while they write elsewhere would be lost.
/// </summary>
[Collection(RoomCollection.Name)]
public sealed class PresenceTests(Chromium chromium, RoomServer server)
{
    // As RoomPresences takes them for one presence.
    private const double Apart = 25_000;

    private const string Beats = """
        async () => {
          const { setTimeout: soon } = window;
          window.setTimeout = (then, milliseconds) => soon(then, Math.max(milliseconds, 60_000));
          const { Presence } = await import("/js/live/presence.js");
          const beats = [];
          return await new Promise((resolve) => {
            const hear = async () => {
              beats.push(performance.now());
              if (beats.length === 3) resolve(beats);
              return { percent: 1 };
            };
            const presence = new Presence({ now: () => 0, tryTo: hear }, () => false, () => {});
            presence.begin();
            presence.renew();
          });
        }
        """;

    [Fact]
    public async Task A_page_whose_timers_run_once_a_minute_beats_every_ten_seconds()
    {
        await using var visitor = await chromium.VisitorAsync(server.Process, Screen.Phone, "uk");
        await visitor.OpenAsync("/account/login");
        var beats = await visitor.Page.EvaluateAsync<double[]>(Beats);
        Assert.All(
            beats.Zip(beats.Skip(1)),
            pair => Assert.InRange(pair.Second - pair.First, 9_000, Apart)
        );
    }
}
