using System.Diagnostics;
using Lms.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lms.Browser.Tests.Roles;

/// <summary>People without an e-mail get in: by a sheet of paper, a code in person, and by asking.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PaperInvitationTests(Chromium chromium, DemoServer demo)
{
    private const string Passphrase = "три слова і ще одне";
    private const string Phone = "050 765-43-21";

    private readonly ServerProcess server = demo.Process;

    [Fact]
    public async Task A_phone_reads_the_code_on_the_paper_sets_a_password_and_learns()
    {
        await using var manager = await ManagerAsync();
        await manager.OpenAsync("/manage/people/invite");
        await manager.LookAsync("invite");
        await manager.Page.ClickAsync("main form button");
        await Expect(manager.Page.Locator(".error-summary")).ToBeVisibleAsync();
        await manager.LookAsync("invite-fault");
        await FillAsync(manager.Page, "Паперова");
        await manager.Page.ClickAsync("main form button");
        await Expect(manager.Page.Locator(".qr")).ToBeVisibleAsync();
        await manager.LookAsync("invite-sheet");
        var address = await ScanAsync(manager.Page);

        await using var person = await chromium.VisitorAsync(server, Screen.Phone, "uk");
        person.Watch.Expect("status of 404");
        await person.OpenAsync(address);
        await Expect(person.Page.Locator("h1")).ToContainTextAsync("Олена П.");
        await person.LookAsync("invitation");
        await person.Page.FillAsync("#password", Passphrase);
        await person.Page.ClickAsync("main form button");
        await person.ArriveAsync("/learn");
        await person.OpenAsync(address);
        await person.LookAsync("invitation-gone");
        person.Watch.AssertQuiet();

        await ForgetAsync(manager, "Паперова");
        manager.Watch.AssertQuiet();
    }

    [Fact]
    public async Task Who_asks_for_an_account_waits_for_the_manager()
    {
        await using var person = await chromium.VisitorAsync(server, Screen.Phone, "uk");
        person.Watch.Expect("status of 422");
        await person.OpenAsync("/account/login");
        await person.Page.ClickAsync("a[href='/account/register']");
        await person.Page.ClickAsync("main form button");
        await Expect(person.Page.Locator(".error-summary")).ToBeVisibleAsync();
        await person.LookAsync("register-fault");
        await FillAsync(person.Page, "Прохальна");
        await person.Page.FillAsync("#login", "050 765-43-22");
        await person.Page.SelectOptionAsync("#community", "UA59080110000034361");
        await person.Page.ClickAsync("main form button");
        await person.ArriveAsync("/account/register?done=true");
        await person.LookAsync("register-done");

        await using var manager = await ManagerAsync();
        await manager.OpenAsync("/manage/people/registrations");
        await manager.LookAsync("registrations");
        await manager.Page.ClickAsync("form[action*=Approve] button");
        await Expect(manager.Page.Locator(".qr")).ToBeVisibleAsync();
        await manager.LookAsync("registration-sheet");

        await person.OpenAsync(await ScanAsync(manager.Page));
        await person.Page.FillAsync("#password", Passphrase);
        await person.Page.ClickAsync("main form button");
        await person.ArriveAsync("/learn");
        person.Watch.AssertQuiet();
    }

    // The password is forgotten; the manager reads a code out, and the holder sees who did.
    private async Task ForgetAsync(Visitor manager, string family)
    {
        await manager.OpenAsync($"/manage/people?q={family}");
        await manager.Page.ClickAsync("tbody a[href$='/code']");
        await manager.LookAsync("code-to-give");
        await manager.Page.ClickAsync("main form button");
        var code = await manager.Page.Locator("#one-time-code").TextContentAsync();
        await manager.LookAsync("code-given");

        await using var person = await chromium.VisitorAsync(server, Screen.Phone, "uk");
        await person.OpenAsync("/account/code");
        await person.LookAsync("code");
        await person.Page.FillAsync("#login", Phone);
        await person.Page.FillAsync("#code", code!);
        await person.Page.FillAsync("#password", $"{Passphrase} знову");
        await person.Page.ClickAsync("main form button");
        await person.ArriveAsync("/learn");
        await Expect(person.Page.Locator(".notice").First).ToContainTextAsync("Гриценко-Зразок");
        await person.LookAsync("learn-code-given");
        person.Watch.AssertQuiet();
    }

    private static async Task FillAsync(IPage page, string family)
    {
        await page.FillAsync("#family", family);
        await page.FillAsync("#given", "Олена");
        await page.FillAsync("#login", Phone);
    }

    private async Task<Visitor> ManagerAsync()
    {
        var manager = await chromium.VisitorAsync(server, Screen.Desk, "uk");
        manager.Watch.Expect("status of 422");
        await manager.OpenAsync("/account/login");
        await manager.SignInAsync("manager");
        await manager.ArriveAsync("/learn");
        return manager;
    }

    /// <summary>What a scanner of Debian reads off the screen.</summary>
    private static async Task<string> ScanAsync(IPage page)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Path.GetRandomFileName()}.png");
        try
        {
            await page.Locator(".qr")
                .ScreenshotAsync(new() { Path = file, Caret = ScreenshotCaret.Initial });
            var read = await Product.RunAsync(
                new ProcessStartInfo("zbarimg", ["--raw", "--quiet", file])
                {
                    UseShellExecute = false,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                },
                TimeSpan.FromSeconds(30)
            );
            Assert.Equal(0, read.Code);
            return read.Output.Trim();
        }
        finally
        {
            File.Delete(file);
        }
    }
}
