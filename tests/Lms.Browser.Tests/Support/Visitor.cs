using Deque.AxeCore.Commons;
using Lms.Web.Tests.Support;
using Microsoft.Playwright;

namespace Lms.Browser.Tests.Support;

/// <summary>A person at a screen; looks at pages the way everyone may have to.</summary>
public sealed class Visitor(IPage page, Watch watch, Screen screen, string language)
    : IAsyncDisposable
{
    private const int Narrowest = 320;
    private static readonly Screen[] Pictures = [Screen.Phone, Screen.Desk];

    // No test looks at them, and taking them is much of what a look costs.
    private static readonly bool TakesPictures =
        Environment.GetEnvironmentVariable("TEST_PICTURES") is { Length: > 0 };

    // https://github.com/dequelabs/axe-core/blob/develop/doc/API.md#axe-core-tags
    private const string Accessible =
        """{ "type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }""";

    private const string Contrast = """{ "type": "rule", "values": ["color-contrast"] }""";

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    public IPage Page { get; private set; } = page;

    public Watch Watch => watch;

    public string Language => language;

    public async Task OpenAsync(string address) => await Page.GotoAsync(address);

    /// <summary>
    /// Stands on the page whose address ends so (its query only if the end has one), all of it loaded.
    /// Asked until it is so: an event waited for may have been before.
    /// </summary>
    public async Task ArriveAsync(string end) =>
        await Page.WaitForFunctionAsync(
            """
            end => document.readyState === "complete"
              && (location.pathname + (end.includes("?") ? location.search : "")).endsWith(end)
            """,
            end
        );

    /// <summary>Stands on another page than before, all of it loaded.</summary>
    public async Task LeaveAsync(string before) =>
        await Page.WaitForFunctionAsync(
            "before => document.readyState === 'complete' && location.href !== before",
            before
        );

    /// <summary>Closes the tab and opens another one, the same person on the same device.</summary>
    public async Task ChangeTabAsync(Func<Task> between)
    {
        var context = Page.Context;
        await Page.CloseAsync();
        await between();
        Page = await context.NewPageAsync();
        await Page.SetViewportSizeAsync(screen.Width, screen.Height);
    }

    public async Task SignInAsync(string name, string password = Visits.Password)
    {
        await Page.FillAsync("input[name=Email]", $"{name}@demo.example");
        await Page.FillAsync("input[name=Password]", password);
        await Page.ClickAsync("main button[type=submit]");
    }

    /// <summary>
    /// The page as it stands: nothing that axe objects to in light or dark, no sideways scrolling on
    /// the narrowest screen, and a picture of it for people who want to look.
    /// </summary>
    public async Task LookAsync(string name)
    {
        await AssertAccessibleAsync(name, Accessible);
        await Page.SetViewportSizeAsync(Narrowest, screen.Height);
        var beyond = await Page.EvaluateAsync<int>(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
        );
        Assert.True(beyond <= 0, $"{name}: at {Narrowest} px the page is {beyond} px too wide.");
        foreach (var scheme in new[] { ColorScheme.Dark, ColorScheme.Light })
        {
            await Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            if (scheme == ColorScheme.Dark)
            {
                await AssertAccessibleAsync($"{name}, dark", Contrast);
            }

            // In Ukrainian every size is taken, in English the size of the journey.
            foreach (var size in language == "uk" ? Pictures : [screen])
            {
                await TakePictureAsync(name, size, scheme);
            }
        }

        await Page.SetViewportSizeAsync(screen.Width, screen.Height);
    }

    /// <summary>
    /// The same with fewer pictures, for the many pages: light on a phone and dark at a desk in
    /// Ukrainian, in English one in the dark.
    /// </summary>
    public async Task GlanceAsync(string name)
    {
        var isFirst = language == "uk";
        if (isFirst)
        {
            await AssertAccessibleAsync(name, Accessible);
            await TakePictureAsync(name, Screen.Phone, ColorScheme.Light);
        }

        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await AssertAccessibleAsync($"{name}, dark", isFirst ? Contrast : Accessible);
        await AssertNarrowAsync(name);
        await TakePictureAsync(name, isFirst ? Screen.Desk : screen, ColorScheme.Dark);
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await Page.SetViewportSizeAsync(screen.Width, screen.Height);
    }

    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();

    // What is cut off on the narrowest screen may not scroll the page and is lost all the same.
    private async Task AssertNarrowAsync(string name)
    {
        await Page.SetViewportSizeAsync(Narrowest, screen.Height);
        var beyond = await Page.EvaluateAsync<string[]>(
            """
            () => {
              const width = document.documentElement.clientWidth;
              const mayScroll = ".table-scroll, .graph-scroll, .visually-hidden, svg, pre";
              return [...document.querySelectorAll("main *")]
                .filter((box) => !box.closest(mayScroll))
                .filter((box) => box.getBoundingClientRect().right > width + 1)
                .map((box) => box.outerHTML.slice(0, 120));
            }
            """
        );
        Assert.True(
            beyond.Length == 0,
            $"{name}: at {Narrowest} px these go over the edge:\n{string.Join('\n', beyond.Take(5))}"
        );
    }

    // Run in the page itself: the adapter of axe opens a page of its own for each look.
    private async Task AssertAccessibleAsync(string name, string rules)
    {
        if (!await Page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await Page.EvaluateAsync(Axe);
        }

        var faults = await Page.EvaluateAsync<string[]>(
            $$"""
            async () => {
              const { violations } = await axe.run(document, {
                runOnly: {{rules}},
                resultTypes: ["violations"],
              });
              const why = (node) =>
                [...node.any, ...node.all, ...node.none].map((check) => check.message).join("; ");
              return violations.flatMap(({ id, nodes }) =>
                nodes.map((node) => `${id}: ${node.html} — ${why(node)}`),
              );
            }
            """
        );
        Assert.True(
            faults.Length == 0,
            $"{name} ({language}, {Page.Url}):\n{string.Join('\n', faults)}"
        );
    }

    private async Task TakePictureAsync(string name, Screen size, ColorScheme scheme)
    {
        if (!TakesPictures)
        {
            return;
        }

        await Page.SetViewportSizeAsync(size.Width, size.Height);
        var file = $"{name}-{language}-{size.Width}-{scheme.ToString().ToLowerInvariant()}.jpg";
        await Page.ScreenshotAsync(
            new()
            {
                Path = Repository.File("artifacts", "screenshots", file),
                FullPage = true,
                Type = ScreenshotType.Jpeg,
                Quality = 75,
                // Hiding the caret takes an inline style, which our policy forbids.
                Caret = ScreenshotCaret.Initial,
            }
        );
    }
}
