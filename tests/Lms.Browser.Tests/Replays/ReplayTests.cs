using System.Globalization;
using System.Text.RegularExpressions;
using Lms.Browser.Tests.Support;
using Lms.Web.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lms.Browser.Tests.Replays;

/// <summary>A webinar looked back at: heard, read, cut, and made up by who missed its end.</summary>
[Collection(ReplayCollection.Name)]
public sealed class ReplayTests(Chromium chromium) : IAsyncLifetime
{
    private ServerProcess? server;

    public async ValueTask InitializeAsync() =>
        server = await ServerProcess.StartPreparedAsync(
            new ServerSettings { Content = Repository.File("content") }
        );

    [Fact]
    public async Task It_is_played_by_chapters_faster_or_without_pictures_and_read_in_a_few_kilobytes()
    {
        await using var held = await HeldAsync(isRunning: false);
        await using var learner = await OpenAsync(held, "specialist", Screen.Phone, "uk");
        var page = learner.Page;
        await Expect(page.Locator("#player")).ToBeVisibleAsync();
        await learner.LookAsync("replay");

        await page.Locator("#replay-chapters a").Nth(1).ClickAsync();
        await Expect(page.Locator("#replay-clock")).ToHaveTextAsync("1:00");
        await Expect(page.Locator("#replay-script section:not([hidden])")).ToHaveCountAsync(1);
        await Expect(page.Locator("#replay-script section:not([hidden]) > h2"))
            .ToContainTextAsync("Наші правила");
        await page.ClickAsync("#replay-play");
        await PlaysAsync(page, "voice", from: 62);
        await PlaysAsync(page, "camera", from: 62);
        await Expect(page.Locator("#replay-chapters a[aria-current=true]"))
            .ToContainTextAsync("Наші правила");
        // Over the picture the captions are its own; without it they stand in the page.
        Assert.Equal("showing", await page.EvaluateAsync<string>(Mode));
        await Expect(page.Locator("#replay-caption")).ToBeHiddenAsync();
        // … also once the picture has come to its end, which may be before the voice does.
        await page.EvaluateAsync(
            "() => Object.defineProperty(camera, 'duration', { value: 1, configurable: true })"
        );
        await Expect(page.Locator("#replay-caption")).ToHaveTextAsync("Наші правила");
        await Expect(page.Locator("#replay-caption")).ToBeVisibleAsync();
        await page.EvaluateAsync("() => { delete camera.duration; }");
        await page.CheckAsync("#replay-voice-only");
        await Expect(page.Locator("#camera")).ToBeHiddenAsync();
        await Expect(page.Locator("#replay-caption")).ToHaveTextAsync("Наші правила");
        await page.SelectOptionAsync("#replay-speed", "2");
        Assert.Equal(2, await page.EvaluateAsync<double>("() => voice.playbackRate"));
        var at = await page.EvaluateAsync<double>("() => voice.currentTime");
        await PlaysAsync(page, "voice", from: at + 3);
        // The failure of a file whose place another has taken by now is none of what is heard.
        await page.EvaluateAsync("() => voice.dispatchEvent(new Event('error'))");
        await page.ClickAsync("#replay-play");
        Assert.True(await page.EvaluateAsync<bool>("() => voice.paused"));

        await page.GotoAsync($"{held.Replay}?text");
        var bytes = await page.EvaluateAsync<int>(
            "() => performance.getEntriesByType('navigation')[0].transferSize"
        );
        TestContext.Current.TestOutputHelper?.WriteLine($"In words alone: {bytes} bytes.");
        Assert.InRange(bytes, 1_000, 9_000);
        Assert.Equal(0, await page.Locator("#player, audio, video").CountAsync());
        await Expect(page.Locator("#replay-script")).ToContainTextAsync("Доброго дня!");
        await learner.LookAsync("replay-text");
        learner.Watch.AssertQuiet();

        await using var english = await OpenAsync(held, "specialist", Screen.Desk, "en");
        await Expect(english.Page.Locator("#replay-play")).ToHaveTextAsync("Play");
        await english.LookAsync("replay");
        english.Watch.AssertQuiet();
    }

    [Fact]
    public async Task What_is_cut_is_a_gap_that_is_passed_over_and_what_was_missed_is_made_up()
    {
        await using var held = await HeldAsync(isRunning: false);
        await using var trainer = await OpenAsync(held, "trainer", Screen.Desk, "uk");
        await trainer.OpenAsync($"/teach/sessions/{held.Session}/recording");
        await trainer.Page.FillAsync("#from", "0:40");
        await trainer.Page.FillAsync("#until", "0:50");
        await trainer.Page.FillAsync("#cut-reason", "особисте");
        await trainer.Page.Locator("form[action*=Cut] button").ClickAsync();
        await Expect(trainer.Page.Locator("[role=status]")).ToBeVisibleAsync();
        await trainer.LookAsync("recording-cut");
        await using var learner = await OpenAsync(held, "specialist", Screen.Phone, "uk");
        var page = learner.Page;
        await Expect(page.Locator("main")).ToContainTextAsync("Вирізано: 0:40–0:50.");
        await Expect(page.Locator("main")).Not.ToContainTextAsync("не мало бути");
        var captions = await page.EvaluateAsync<string>(
            "async () => (await fetch(document.querySelector('a[download]').href)).text()"
        );
        Assert.StartsWith("WEBVTT", captions, StringComparison.Ordinal);
        Assert.DoesNotContain("не мало бути", captions, StringComparison.Ordinal);
        await SeekAsync(page, 38);
        await page.ClickAsync("#replay-play");
        await Expect(page.Locator("#replay-note")).ToHaveTextAsync("Тут вирізано частину запису.");
        await Expect(page.Locator("#replay-clock"))
            .ToHaveTextAsync(new Regex("^0:5", RegexOptions.None, TimeSpan.FromSeconds(1)));

        // Sixteen seconds at one and a half times are enough of the seventy that were missed.
        await page.SelectOptionAsync("#replay-speed", "1.5");
        await SeekAsync(page, HeldWebinar.MissedFrom + 1);
        await PlaysAsync(page, "voice", from: HeldWebinar.MissedFrom + 26);
        var told = page.WaitForResponseAsync("**/watched");
        await page.ClickAsync("#replay-play");
        await told;
        await page.ReloadAsync();
        await page.Locator("a[href*=questions]").ClickAsync();
        await learner.LookAsync("replay-questions");
        foreach (var answer in await page.Locator("label:has-text('так') input").AllAsync())
        {
            await answer.CheckAsync();
        }

        await page.Locator("#again button").ClickAsync();
        await Expect(page.Locator("[role=status]").First).ToContainTextAsync("Правильно");
        await Expect(page.Locator("#h-making-up ~ p").First).ToContainTextAsync("надолужено");
        learner.Watch.AssertQuiet();
        trainer.Watch.AssertQuiet();
    }

    [Fact]
    public async Task While_it_runs_what_was_said_so_far_is_heard_and_grows()
    {
        await using var held = await HeldAsync(isRunning: true);
        await using var learner = await OpenAsync(held, "specialist", Screen.Phone, "uk");
        var page = learner.Page;
        // The files are made when somebody asks; the page takes them over by itself.
        await Expect(page.Locator("#voice")).ToHaveCountAsync(1, new() { Timeout = 40_000 });
        await page.ClickAsync("#replay-play");
        await PlaysAsync(page, "voice", from: 2);
        var until = await page.Locator("#replay-time").GetAttributeAsync("max");
        await SeekAsync(page, int.Parse(until!, CultureInfo.InvariantCulture) - 1);
        // At the end of what there is it waits, and goes on when there is more.
        await Expect(page.Locator("#replay-note")).ToContainTextAsync("Далі ще немає");
        await Expect(page.Locator("#replay-play")).ToHaveTextAsync("Пауза");
        await page.WaitForFunctionAsync(
            "(until) => Number(document.getElementById('replay-time').value) > until + 1",
            int.Parse(until!, CultureInfo.InvariantCulture),
            new() { Timeout = 60_000 }
        );
        learner.Watch.AssertQuiet();
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
            Directory.Delete(server.Settings.Data, recursive: true);
        }
    }

    private const string Mode = "() => document.querySelector('#camera').textTracks[0].mode";

    private static async Task SeekAsync(IPage page, int second) =>
        await page.EvaluateAsync(
            """
            (second) => {
              const time = document.getElementById("replay-time");
              time.value = String(second);
              time.dispatchEvent(new Event("input", { bubbles: true }));
            }
            """,
            second
        );

    private static async Task PlaysAsync(IPage page, string track, double from) =>
        await page.WaitForFunctionAsync(
            "([track, from]) => !document.getElementById(track).paused && document.getElementById(track).currentTime >= from",
            new object[] { track, from },
            new() { Timeout = 40_000 }
        );

    private async Task<HeldWebinar> HeldAsync(bool isRunning)
    {
        await using var camera = await chromium.VisitorAsync(server!, Screen.Desk, "uk");
        await camera.OpenAsync("/");
        var held = HeldWebinar.Beside(server!.Settings);
        await held.HoldAsync(
            Convert.FromBase64String(await camera.Page.EvaluateAsync<string>(Picture)),
            isRunning
        );
        return held;
    }

    private const string Picture = """
        async () => {
          const canvas = new OffscreenCanvas(160, 90);
          const context = canvas.getContext("2d");
          context.fillStyle = "teal";
          context.fillRect(0, 0, 160, 90);
          const bytes = await new Promise((done, fail) => {
            const encoder = new VideoEncoder({
              output: (chunk) => {
                const data = new Uint8Array(chunk.byteLength);
                chunk.copyTo(data);
                done(data);
              },
              error: fail,
            });
            encoder.configure({ codec: "vp8", width: 160, height: 90 });
            const frame = new VideoFrame(canvas, { timestamp: 0 });
            encoder.encode(frame, { keyFrame: true });
            frame.close();
            void encoder.flush();
          });
          return btoa(String.fromCharCode(...bytes));
        }
        """;

    private async Task<Visitor> OpenAsync(
        HeldWebinar held,
        string name,
        Screen screen,
        string language
    )
    {
        var visitor = await chromium.VisitorAsync(server!, screen, language);
        await visitor.OpenAsync($"/account/login?from={held.Replay}");
        await visitor.SignInAsync(name);
        await visitor.ArriveAsync("/replay");
        return visitor;
    }
}
