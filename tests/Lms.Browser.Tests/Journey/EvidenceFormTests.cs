using Lms.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lms.Browser.Tests.Journey;

/// <summary>What was typed into the form of an evidence outlives every failure to send it.</summary>
[Collection(BrowserCollection.Name)]
public sealed class EvidenceFormTests(Chromium chromium) : IAsyncLifetime
{
    private const string Address = "/certifications/evidence";
    private const string Title = "Курс «Мережа підтримки»";
    private ServerProcess? server;

    public async ValueTask InitializeAsync() => server = await ServerProcess.StartPreparedAsync();

    [Fact]
    public async Task Without_a_network_or_a_session_it_stays_on_the_device_with_its_file_until_it_is_taken()
    {
        await using var learner = await chromium.VisitorAsync(server!, Screen.Phone, "uk");
        learner.Watch.Expect("ERR_INTERNET_DISCONNECTED");
        await learner.OpenAsync($"/account/login?from={Address}");
        await learner.SignInAsync("specialist");
        var form = learner.Page.Locator("#hand-in");
        await Expect(form).ToBeVisibleAsync();
        await learner.Page.FillAsync("#title", Title);
        await learner.Page.FillAsync("#provider", "Школа");
        await learner.Page.FillAsync("#on", "2026-01-12");
        await learner.Page.SetInputFilesAsync(
            "#upload",
            new FilePayload
            {
                Name = "довідка.pdf",
                MimeType = "application/pdf",
                Buffer = "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF"u8.ToArray(),
            }
        );

        // The network goes as it is sent; the tab is closed over it.
        await learner.Page.Context.SetOfflineAsync(true);
        await learner.Page.ClickAsync("#hand-in button[type=submit]");
        await learner.ChangeTabAsync(() => learner.Page.Context.SetOfflineAsync(false));
        await learner.OpenAsync(Address);
        await IsKeptAsync(learner.Page);

        // The session is over as it is sent.
        await learner.Page.Context.ClearCookiesAsync();
        await learner.Page.ClickAsync("#hand-in button[type=submit]");
        await learner.OpenAsync($"/account/login?from={Address}");
        // Someone else on the same device sees nothing of it.
        await learner.SignInAsync("trainer");
        await Expect(learner.Page.Locator("#title")).ToHaveValueAsync("");
        await learner.Page.Context.ClearCookiesAsync();
        await learner.OpenAsync($"/account/login?from={Address}");
        await learner.SignInAsync("specialist");
        await IsKeptAsync(learner.Page);

        await learner.Page.ClickAsync("#hand-in button[type=submit]");
        await Expect(learner.Page.Locator(".rows h3")).ToHaveTextAsync(Title);
        await Expect(learner.Page.Locator("#title")).ToHaveValueAsync("");
        await learner.Page.ReloadAsync();
        await Expect(learner.Page.Locator("#title")).ToHaveValueAsync("");
        await Expect(learner.Page.Locator("#hand-in-kept")).ToBeHiddenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
            Directory.Delete(server.Settings.Data, recursive: true);
        }
    }

    private static async Task IsKeptAsync(IPage page)
    {
        await Expect(page.Locator("#hand-in-kept")).ToBeVisibleAsync();
        await Expect(page.Locator("#title")).ToHaveValueAsync(Title);
        await Expect(page.Locator("#provider")).ToHaveValueAsync("Школа");
        await Expect(page.Locator("#on")).ToHaveValueAsync("2026-01-12");
        Assert.Equal(
            "довідка.pdf",
            await page.EvaluateAsync<string>(
                "() => document.getElementById('upload').files[0].name"
            )
        );
    }
}
