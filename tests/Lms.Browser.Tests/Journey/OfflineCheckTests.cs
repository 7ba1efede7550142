using System.Text;
using Lms.Browser.Tests.Faults;
using Lms.Browser.Tests.Support;
using Lms.Web.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lms.Browser.Tests.Journey;

/// <summary>The page that was saved once checks certificates where there is no network at all.</summary>
[Collection(BrowserCollection.Name)]
public sealed class OfflineCheckTests(Chromium chromium) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lms-offline-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("uk")]
    [InlineData("en")]
    public async Task A_saved_page_believes_the_genuine_sheet_and_code_and_nothing_changed(
        string language
    )
    {
        await using var server = await ServerProcess.StartPreparedAsync();
        var pdf = await IssueAsync(server);
        var paper = await PaperCertificate.PrintAsync(pdf);
        await using var stranger = await chromium.VisitorAsync(server, Screen.Phone, language);
        var page = stranger.Page;
        await stranger.OpenAsync("/verify");
        var saved = await page.RunAndWaitForDownloadAsync(() =>
            page.ClickAsync("a[href='/verify/offline']")
        );
        var file = Path.Combine(folder, saved.SuggestedFilename);
        await saved.SaveAsAsync(file);
        await server.KillAsync();
        await page.Context.SetOfflineAsync(true);
        await stranger.OpenAsync(new Uri(file).AbsoluteUri);
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language);
        await stranger.LookAsync("offline");

        await page.ClickAsync("button");
        await SaysAsync(page, "empty");
        await BringAsync(page, pdf);
        await SaysAsync(page, "genuine");
        await Expect(page.Locator("#fields")).ToContainTextAsync(paper.Holder);
        // The button says again what the file has said.
        await page.ClickAsync("button");
        await SaysAsync(page, "genuine");
        await page.ClickAsync("summary");
        await Expect(page.Locator("#texts")).ToContainTextAsync(paper.Number);
        await stranger.LookAsync("offline-genuine");
        await BringAsync(page, Tampered(pdf));
        await Expect(page.Locator("[data-state=genuine]")).ToBeHiddenAsync();
        await Expect(page.Locator("#compare")).ToBeHiddenAsync();

        await PasteAsync(page, paper.Address.AbsoluteUri);
        await SaysAsync(page, "genuine");
        await Expect(page.Locator("#fields")).ToContainTextAsync(paper.Number);
        await PasteAsync(page, paper.Tampered.AbsoluteUri);
        await SaysAsync(page, "altered");
        await Expect(page.Locator("#fields")).Not.ToContainTextAsync(paper.Number);
        await stranger.LookAsync("offline-altered");
        await PasteAsync(page, "anything else");
        await SaysAsync(page, "unsigned");
        stranger.Watch.AssertQuiet();
        Directory.Delete(server.Settings.Data, recursive: true);
    }

    private static async Task<byte[]> IssueAsync(ServerProcess server)
    {
        const string email = "specialist@demo.example";
        using var http = await server.SignedInAsync("specialist");
        await new CourseTaker(Register.Of(server), http, email).TakeUntilCutAsync();
        var link = (await http.OpenAsync("/certificates")).QuerySelector("a[href*='.pdf']");
        return await http.GetByteArrayAsync(link!.GetAttribute("href"));
    }

    private static async Task SaysAsync(IPage page, string state)
    {
        await Expect(page.Locator($"[data-state={state}]")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-state]:not([hidden])")).ToHaveCountAsync(1);
    }

    private static async Task BringAsync(IPage page, byte[] pdf) =>
        await page.SetInputFilesAsync(
            "#file",
            new FilePayload
            {
                Name = "certificate.pdf",
                MimeType = "application/pdf",
                Buffer = pdf,
            }
        );

    private static async Task PasteAsync(IPage page, string text)
    {
        await page.FillAsync("#pasted", text);
        await page.ClickAsync("button");
    }

    /// <summary>One bit of the signed data in the file is another.</summary>
    private static byte[] Tampered(byte[] pdf)
    {
        byte[] changed = [.. pdf];
        var attachment = pdf.AsSpan().IndexOf("#2Fjose"u8);
        var begin = pdf.AsSpan(attachment).IndexOf(Encoding.ASCII.GetBytes("stream\n"));
        changed[attachment + begin + 60] ^= 1;
        return changed;
    }
}
