using Microsoft.Playwright;

namespace Lms.Browser.Tests.Support;

/// <summary>Debian's Chromium, one for the run.</summary>
public sealed class Chromium : IAsyncLifetime
{
    // Each window of a visitor loads two pages of the browser's own for an address bar that nobody
    // sees: four fifths of what a visitor costs. A list given here stands in place of Playwright's, and
    // so what that leaves out follows:
    // https://github.com/microsoft/playwright/blob/main/packages/playwright-core/src/server/chromium/chromiumSwitches.ts
    public const string LeaveOut =
        "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup"
        + ",AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,DialMediaRouteProvider"
        + ",GlobalMediaControls,HttpsUpgrades,LensOverlay,MediaRouter,PaintHolding"
        + ",ThirdPartyStoragePartitioning,BlockOriginHeaderModificationOnRedirect"
        + ",AvoidCorsURLLoaderRestartOnRedirect,Translate,OptimizationHints"
        + ",NetworkTimeServiceQuerying,AimEnabled";

    private static readonly string[] Quiet =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        LeaveOut,
        "--use-fake-device-for-media-stream",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = "/usr/bin/chromium",
                Headless = true,
                Args = Quiet,
            }
        );
    }

    /// <summary>A person with a device of their own, in front of this server.</summary>
    public Task<Visitor> VisitorAsync(ServerProcess server, Screen screen, string language) =>
        VisitorAsync(server.Address, screen, language);

    /// <param name="address">Of a server, or of what stands before it and shows a certificate of its own.</param>
    public async Task<Visitor> VisitorAsync(Uri address, Screen screen, string language)
    {
        var isSecure = address.Scheme == Uri.UriSchemeHttps;
        var context = await browser!.NewContextAsync(
            new()
            {
                BaseURL = address.ToString(),
                IgnoreHTTPSErrors = isSecure,
                ViewportSize = screen.Size,
                Locale = language == "uk" ? "uk-UA" : "en-GB",
                TimezoneId = "Europe/Kyiv",
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        await context.AddCookiesAsync([
            new()
            {
                Name = isSecure ? "__Host-lang" : "lang",
                Value = language,
                Url = address.ToString(),
                Secure = isSecure,
            },
        ]);
        return new(await context.NewPageAsync(), new Watch(context, address), screen, language);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.CloseAsync();
        }

        playwright?.Dispose();
    }
}

/// <summary>A width and a height that people have in their hands.</summary>
public sealed record Screen(int Width, int Height)
{
    public static readonly Screen Phone = new(360, 740);
    public static readonly Screen Desk = new(1280, 800);

    public ViewportSize Size => new() { Width = Width, Height = Height };
}
