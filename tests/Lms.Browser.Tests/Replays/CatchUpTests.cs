using Lms.Browser.Tests.Rooms;
using Lms.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lms.Browser.Tests.Replays;

/// <summary>A person who comes late to a room that runs looks back at what was said before.</summary>
[Collection(ReplayCollection.Name)]
public sealed class CatchUpTests(Chromium chromium, RoomServer server) : IClassFixture<RoomServer>
{
    private const string Before = "Спершу про документи";
    private const string Meanwhile = "А тепер про прихисток";
    private const float Grows = 90_000;

    [Fact]
    public async Task Who_comes_late_reads_the_captions_of_before_and_those_that_come_meanwhile()
    {
        var room = server.Plan();
        await using var trainer = await chromium.JoinAsync(
            server.Process,
            room,
            "trainer",
            Screen.Desk,
            "uk"
        );
        await trainer.Page.Context.GrantPermissionsAsync(["microphone", "camera"]);
        await trainer.BeginAsync();
        await trainer.At("#record").ClickAsync();
        await trainer.At("#voice").ClickAsync();
        await trainer.At("#camera").ClickAsync();
        await Expect(trainer.At("#level")).ToBeVisibleAsync();
        await trainer.CaptionAsync(Before);

        await using var late = await chromium.VisitorAsync(server.Process, Screen.Phone, "uk");
        await late.OpenAsync($"/account/login?from=/sessions/{room}/replay");
        await late.SignInAsync("specialist");
        await Expect(late.At("#voice")).ToHaveCountAsync(1, new() { Timeout = Grows });
        await Expect(late.At("#camera")).ToHaveCountAsync(1, new() { Timeout = Grows });
        await late.At("#replay-play").ClickAsync();
        await Expect(late.At("#replay-caption")).ToHaveTextAsync(Before);
        await Expect(late.At("#replay-caption")).ToBeVisibleAsync();

        await trainer.CaptionAsync(Meanwhile);
        await Expect(late.At("#replay-caption"))
            .ToHaveTextAsync(Meanwhile, new() { Timeout = Grows });
        await Expect(late.At("#replay-caption")).ToBeVisibleAsync();
        await Expect(late.At("#replay-script")).ToContainTextAsync(Before);
        Assert.True(await late.Page.EvaluateAsync<bool>("() => voice.currentTime > 1"));
        // Over the picture stood what had been said when it was opened, a second time.
        Assert.Equal(
            "disabled",
            await late.Page.EvaluateAsync<string>("() => camera.textTracks[0].mode")
        );
        trainer.Watch.AssertQuiet();
        late.Watch.AssertQuiet();
    }
}
