using Lms.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lms.Browser.Tests.Rooms;

/// <summary>
/// What a room takes of a link, counted on the wire of one listener while a trainer speaks without a
/// pause, points, turns slides and is captioned; and what becomes of it on a link that carries no voice.
/// </summary>
[Collection(AloneCollection.Name)]
public sealed class RoomBandTests(RoomServer server, ITestOutputHelper output)
    : IClassFixture<RoomServer>,
        IAsyncLifetime
{
    private const double MostWithVoice = 35_000;
    private const double MostWithText = 2_000;
    private const string Caption =
        "Якщо людина каже, що документи в неї забрали, спершу спитайте, чи вона зараз у безпеці.";

    private readonly string folder = Directory.CreateTempSubdirectory("lms-speech-").FullName;
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;
    private Visitor trainer = null!;
    private int step;

    public async ValueTask InitializeAsync()
    {
        var speech = Path.Combine(folder, "speech.wav");
        Speech.Write(speech);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = "/usr/bin/chromium",
                Headless = true,
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-background-networking",
                    "--disable-component-update",
                    Chromium.LeaveOut,
                    "--use-fake-device-for-media-stream",
                    "--use-fake-ui-for-media-stream",
                    $"--use-file-for-fake-audio-capture={speech}",
                ],
            }
        );
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Voice_takes_35_kbit_and_text_takes_2()
    {
        await using var line = new ThinLine(server.Process.Settings.Port);
        var listener = await ListenerAsync(line);
        await listener.Page.SelectOptionAsync("#band", "voice");
        await Expect(listener.At("#room")).ToHaveAttributeAsync("data-band", "voice");
        await TeachAsync(4);
        var voice = await TakesAsync("voice and slides", line, 10);
        Assert.InRange(voice, 20_000, MostWithVoice);

        await listener.Page.SelectOptionAsync("#band", "text");
        await TeachAsync(4);
        Assert.InRange(await TakesAsync("text, by hand", line, 15), 0, MostWithText);
        await Expect(listener.At("#caption")).ToHaveTextAsync(Caption);
    }

    [Fact]
    public async Task A_link_without_room_for_voice_gets_text_by_itself_which_takes_2_and_voice_comes_back()
    {
        await using var line = new ThinLine(server.Process.Settings.Port);
        var listener = await ListenerAsync(line);
        await TeachAsync(5);
        await Expect(listener.At("#room")).ToHaveAttributeAsync("data-band", "all");
        // Nothing looks before the band falls.
        var looks = 0;
        listener.Page.Request += (_, asked) =>
            looks += asked.Url.Contains("/api/v1/line", StringComparison.Ordinal) ? 1 : 0;
        line.Rate = 1_500;
        await BecomesAsync(listener, "text", within: 60);
        await Expect(listener.At("#media-says")).ToContainTextAsync("too weak for the voice");
        await Expect(listener.At("#band")).ToHaveValueAsync("all");

        // What was on its way when the voice was left.
        await TeachAsync(4);
        Assert.InRange(await TakesAsync("text, by itself", line, 40), 0, MostWithText);
        // The first look comes after forty seconds, of which a busy machine makes more.
        for (var late = 0; looks == 0; late++)
        {
            Assert.True(late < 20, "The link was not looked at.");
            await TeachAsync(1);
        }

        await Expect(listener.At("#room")).ToHaveAttributeAsync("data-band", "text");

        line.Rate = null;
        await BecomesAsync(listener, "voice", within: 100);
        Assert.InRange(await TakesAsync("voice again", line, 10), 20_000, MostWithVoice);
        await Expect(listener.At("#media-says")).ToBeEmptyAsync();
        await BecomesAsync(listener, "all", within: 30);
    }

    // In a room in which the trainer speaks.
    private async Task<Visitor> ListenerAsync(ThinLine line)
    {
        var room = server.Plan();
        trainer = await VisitorAsync(Screen.Desk, "uk");
        await trainer.ComeAsync(room, "trainer");
        await trainer.BeginAsync();
        await trainer.At("#point").ClickAsync();
        await trainer.At("#voice").ClickAsync();
        await Expect(trainer.At("#voice")).ToHaveAttributeAsync("aria-pressed", "true");
        var listener = await VisitorAsync(Screen.Phone, "en", line);
        await listener.ComeAsync(room, "specialist");
        return listener;
    }

    private async Task BecomesAsync(Visitor listener, string band, int within)
    {
        var from = DateTimeOffset.UtcNow;
        while (await listener.At("#room").GetAttributeAsync("data-band") != band)
        {
            Assert.True(DateTimeOffset.UtcNow < from.AddSeconds(within), $"It is not {band}.");
            await TeachAsync(1);
        }

        output.WriteLine($"{band} by itself after {DateTimeOffset.UtcNow - from}");
    }

    // Bits in a second towards the listener.
    private async Task<double> TakesAsync(string what, ThinLine line, int seconds)
    {
        var (down, up, from) = (line.Down, line.Up, DateTimeOffset.UtcNow);
        await TeachAsync(seconds);
        var passed = (DateTimeOffset.UtcNow - from).TotalSeconds;
        var bits = (line.Down - down) * 8 / passed;
        output.WriteLine(
            $"{what}: {bits / 1000:0.00} kbit/s down, {(line.Up - up) * 8 / passed / 1000:0.00} up"
        );
        return bits;
    }

    private async Task TeachAsync(int seconds)
    {
        var until = DateTimeOffset.UtcNow.AddSeconds(seconds);
        for (; DateTimeOffset.UtcNow < until; step++)
        {
            if (step % 24 == 0)
            {
                await trainer.CaptionAsync(Caption);
            }

            if (step % 40 == 20)
            {
                await trainer.At(step % 80 == 20 ? "#slide-on" : "#slide-back").ClickAsync();
            }

            await trainer.Page.Mouse.MoveAsync(200 + (step * 13 % 300), 300 + (step * 7 % 90));
            await Task.Delay(250);
        }
    }

    private async Task<Visitor> VisitorAsync(Screen screen, string language, ThinLine? line = null)
    {
        var address = server.Process.Address;
        var context = await browser.NewContextAsync(
            new()
            {
                BaseURL = address.ToString(),
                ViewportSize = screen.Size,
                Locale = language == "uk" ? "uk-UA" : "en-GB",
                Proxy = line is null
                    ? null
                    : new() { Server = line.Address, Bypass = "<-loopback>" },
            }
        );
        await context.AddCookiesAsync([
            new()
            {
                Name = "lang",
                Value = language,
                Url = address.ToString(),
            },
        ]);
        return new(await context.NewPageAsync(), new Watch(context, address), screen, language);
    }
}
