using Lms.Browser.Tests.Support;
using Lms.Web.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Lms.Browser.Tests.Accounts;

/// <summary>A passkey of the device, by the browser's own virtual authenticator.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PasskeyTests(Chromium chromium)
{
    private const string Passkeys = "/account/security/passkeys";
    private const string Second = "/account/security/second-factor";

    [Fact]
    public async Task A_passkey_is_added_signs_in_without_a_name_stands_for_the_second_factor_and_goes()
    {
        await using var server = await ServerProcess.StartPreparedAsync();
        await using var person = await chromium.VisitorAsync(server, Screen.Phone, "uk");
        await PlugInAsync(person);
        var page = person.Page;
        await person.OpenAsync("/account/login");
        await person.LookAsync("login-passkey");
        await person.SignInAsync("specialist");
        await person.ArriveAsync("/learn");

        await person.OpenAsync(Passkeys);
        await page.FillAsync("#name", "Мій телефон");
        await page.ClickAsync("form[data-passkey=create] button");
        await Expect(page.Locator(".notice.good")).ToBeVisibleAsync();
        await Expect(page.Locator(".rows h2")).ToHaveTextAsync("Мій телефон");
        await person.LookAsync("passkeys");

        await LeaveAsync(person);
        await person.OpenAsync("/account/login?from=/certificates");
        await page.ClickAsync("form[data-passkey=get] button");
        await person.ArriveAsync("/certificates");

        await person.OpenAsync(Second);
        await person.LookAsync("second-factor");
        var app = new AuthenticatorApp(
            TimeProvider.System,
            await page.Locator("#key").InnerTextAsync()
        );
        await page.FillAsync("#code", app.Code());
        await page.ClickAsync("main form.form button");
        await Expect(page.Locator(".recovery-codes code")).ToHaveCountAsync(10);
        await person.LookAsync("recovery-codes");

        await LeaveAsync(person);
        await person.OpenAsync("/account/login");
        await person.SignInAsync("specialist");
        await person.ArriveAsync("/account/login/second");
        await person.LookAsync("second-step");
        await page.ClickAsync("form[data-passkey=get] button");
        await person.ArriveAsync("/learn");

        await person.OpenAsync("/account/security");
        await person.LookAsync("security");
        await person.OpenAsync(Passkeys);
        await page.ClickAsync("details summary:has-text('Змінити')");
        await page.FillAsync("#name-0", "Телефон");
        await page.ClickAsync("form[action*=Rename] button");
        await Expect(page.Locator(".rows h2")).ToHaveTextAsync("Телефон");
        await page.ClickAsync("details summary:has-text('Змінити')");
        await page.ClickAsync("form[action*=Remove] button");
        await Expect(page.Locator(".rows h2")).ToHaveCountAsync(0);
        person.Watch.AssertQuiet();
        Directory.Delete(server.Settings.Data, recursive: true);
    }

    // https://chromedevtools.github.io/devtools-protocol/tot/WebAuthn/
    private static async Task PlugInAsync(Visitor person)
    {
        var tools = await person.Page.Context.NewCDPSessionAsync(person.Page);
        await tools.SendAsync("WebAuthn.enable");
        await tools.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new()
            {
                ["options"] = new Dictionary<string, object>
                {
                    ["protocol"] = "ctap2",
                    ["transport"] = "internal",
                    ["hasResidentKey"] = true,
                    ["hasUserVerification"] = true,
                    ["isUserVerified"] = true,
                },
            }
        );
    }

    private static async Task LeaveAsync(Visitor person)
    {
        await person.OpenAsync("/account/logout");
        await person.Page.ClickAsync("main form button");
        await person.ArriveAsync("/");
    }
}
