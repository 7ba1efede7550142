using Lms.Browser.Tests.Support;
using Microsoft.Playwright;

namespace Lms.Browser.Tests.Live;

/// <summary>Chromium with a microphone that plays the tones, and a camera that shows a test picture.</summary>
internal sealed class ToneBrowser : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lms-tones-").FullName;
    private IPlaywright? playwright;

    private ToneBrowser() { }

    public IBrowser Browser { get; private set; } = null!;

    public static async Task<ToneBrowser> StartAsync()
    {
        var one = new ToneBrowser();
        var tones = Path.Combine(one.folder, "tones.wav");
        Tones.Write(tones);
        one.playwright = await Playwright.CreateAsync();
        one.Browser = await one.playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = "/usr/bin/chromium",
                Headless = true,
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-background-networking",
                    Chromium.LeaveOut,
                    "--use-fake-device-for-media-stream",
                    "--use-fake-ui-for-media-stream",
                    $"--use-file-for-fake-audio-capture={tones}",
                    "--autoplay-policy=no-user-gesture-required",
                ],
            }
        );
        return one;
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright?.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
