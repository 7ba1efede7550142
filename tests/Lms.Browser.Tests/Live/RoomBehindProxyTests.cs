using System.Collections.Concurrent;
using Lms.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lms.Browser.Tests.Live;

/// <summary>A room behind nginx as the guide has it, and behind one that lets no WebSocket through.</summary>
[Collection(RoomCollection.Name)]
public sealed class RoomBehindProxyTests(Chromium chromium)
{
    [Fact]
    public async Task A_room_and_its_media_run_over_wss_through_the_block_of_the_guide()
    {
        await using var behind = await Behind.StartAsync();
        var room = behind.PlanRoom();
        await using var trainer = await ArriveAsync(behind, room, "trainer", "room");
        var opened = new ConcurrentBag<string>();
        trainer.Page.WebSocket += (_, socket) =>
            opened.Add(new Uri(socket.Url).GetLeftPart(UriPartial.Path));
        await EnterAsync(trainer);
        await trainer.Page.Locator("#lead-states .button").ClickAsync();
        await using var learner = await ArriveAsync(behind, room, "specialist", "room");
        await EnterAsync(learner);
        await trainer.Page.ClickAsync("#slide-on");

        await Expect(learner.Page.Locator("#slide-place")).ToContainTextAsync("2 /");
        await Expect(learner.Page.Locator("#link")).ToHaveAttributeAsync("data-state", "saved");
        await Expect(trainer.Page.Locator("#media")).ToBeVisibleAsync();
        await Soon.HappensAsync(
            "both hubs over wss",
            () =>
                opened.Contains($"wss://localhost:{behind.Proxy.Address.Port}/hubs/live")
                && opened.Contains($"wss://localhost:{behind.Proxy.Address.Port}/hubs/media")
        );
        trainer.Watch.AssertQuiet();
        learner.Watch.AssertQuiet();
    }

    [Fact]
    public async Task Where_no_WebSocket_passes_the_room_goes_on_without_voice_and_says_what_to_do()
    {
        await using var behind = await Behind.WithoutSocketsAsync();
        var room = behind.PlanRoom();
        await using var trainer = await ArriveAsync(behind, room, "trainer", "room");
        await EnterAsync(trainer);
        await trainer.Page.Locator("#lead-states .button").ClickAsync();
        await using var learner = await ArriveAsync(behind, room, "specialist", "room");
        await EnterAsync(learner);
        await Expect(learner.Page.Locator("#link")).ToHaveAttributeAsync("data-state", "saved");
        await Expect(learner.Page.Locator("#link")).ToContainTextAsync("не пропускає WebSocket");
        var tried = 0;
        learner.Page.WebSocket += (_, socket) =>
            tried += socket.Url.Contains("/hubs/media", StringComparison.Ordinal) ? 1 : 0;

        await trainer.Page.ClickAsync("#slide-on");
        await Expect(learner.Page.Locator("#slide-place")).ToContainTextAsync("2 /");
        await learner.Page.FillAsync("#chat-text", "Чути не буде, читати буде");
        await learner.Page.PressAsync("#chat-text", "Enter");
        await Expect(learner.Page.Locator("#chat-waiting li")).ToHaveCountAsync(0);
        await trainer.Page.ClickAsync("#tab-chat");
        await Expect(trainer.Page.Locator("#chat-list .said"))
            .ToHaveTextAsync("Чути не буде, читати буде");
        // Not too weak a link, and nothing to try for ever.
        await Task.Delay(5_000);
        Assert.Equal(0, tried);
        await Expect(learner.Page.Locator("#room")).ToHaveAttributeAsync("data-band", "all");
        await Expect(learner.Page.Locator("#media-says")).ToBeEmptyAsync();
        await Expect(trainer.Page.Locator("#media")).ToBeHiddenAsync();
        await learner.LookAsync("room-no-socket");
    }

    [Fact]
    public async Task The_check_of_a_device_says_it_before_the_session()
    {
        await using var behind = await Behind.WithoutSocketsAsync();
        var room = behind.PlanRoom();
        await using var learner = await ArriveAsync(behind, room, "specialist", "check");
        await learner.Page.ClickAsync("#again");

        await Expect(learner.Page.Locator("#device-check"))
            .ToHaveAttributeAsync("data-verdict", "no-socket");
        await Expect(learner.Page.Locator("#verdict")).ToContainTextAsync("не голос");
        await Expect(learner.Page.Locator("section[aria-labelledby=h-proxy]"))
            .ToContainTextAsync("Upgrade");
    }

    private async Task<Visitor> ArriveAsync(Behind behind, Guid room, string name, string page)
    {
        var visitor = await chromium.VisitorAsync(behind.Proxy.Address, Screen.Phone, "uk");
        await visitor.OpenAsync($"/account/login?from=/sessions/{room}/{page}");
        await visitor.SignInAsync(name);
        await visitor.ArriveAsync($"/{page}");
        return visitor;
    }

    private static async Task EnterAsync(Visitor visitor)
    {
        await visitor.Page.ClickAsync("#join");
        await Expect(visitor.Page.Locator("#side")).ToBeVisibleAsync(new() { Timeout = 30_000 });
    }
}
