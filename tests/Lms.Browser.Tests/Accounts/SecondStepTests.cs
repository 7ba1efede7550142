using Lms.Browser.Tests.Support;
using Lms.Web.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Lms.Browser.Tests.Accounts;

/// <summary>The second step by an app alone, on a device that has no passkeys.</summary>
[Collection(BrowserCollection.Name)]
public sealed class SecondStepTests(Chromium chromium)
{
    [Theory]
    [InlineData("uk")]
    [InlineData("en")]
    public async Task A_code_is_taken_once_and_a_recovery_code_stands_for_the_phone_once(
        string language
    )
    {
        await using var server = await ServerProcess.StartPreparedAsync();
        await using var person = await chromium.VisitorAsync(server, Screen.Phone, language);
        person.Watch.Expect("status of 422");
        var page = person.Page;
        await person.OpenAsync("/account/login");
        await person.SignInAsync("specialist");
        await person.ArriveAsync("/learn");

        await person.OpenAsync("/account/security/second-factor");
        var key = await page.Locator("#key").InnerTextAsync();
        var app = new AuthenticatorApp(TimeProvider.System, key);
        await page.FillAsync("#code", "123");
        await page.ClickAsync("main form.form button");
        await Expect(page.Locator(".error-summary")).ToBeFocusedAsync();
        // The key in the app is still the one on the page.
        await Expect(page.Locator("#key")).ToHaveTextAsync(key);
        await person.LookAsync("totp-fault");
        await page.FillAsync("#code", app.Code());
        await page.ClickAsync("main form.form button");
        await Expect(page.Locator(".recovery-codes code")).ToHaveCountAsync(10);
        var recovery = await page.Locator(".recovery-codes code").First.InnerTextAsync();
        await person.LookAsync("totp-codes");

        // The code of this half minute is spent by setting it up; the clock of a phone may be ahead.
        await AtSecondStepAsync(person);
        await person.LookAsync("totp-step");
        var code = app.Code(stepsAhead: 1);
        await EnterAsync(person, code);
        await person.ArriveAsync("/learn");

        await AtSecondStepAsync(person);
        await EnterAsync(person, code);
        await Expect(page.Locator(".error-summary")).ToBeVisibleAsync();
        await person.LookAsync("totp-step-fault");
        await EnterAsync(person, recovery.ToLowerInvariant());
        await person.ArriveAsync("/learn");
        await person.OpenAsync("/account/security");
        await Expect(page.Locator("main")).ToContainTextAsync("9");

        await AtSecondStepAsync(person);
        await EnterAsync(person, recovery);
        await Expect(page.Locator(".error-summary")).ToBeVisibleAsync();
        person.Watch.AssertQuiet();
        Directory.Delete(server.Settings.Data, recursive: true);
    }

    private static async Task AtSecondStepAsync(Visitor person)
    {
        await person.OpenAsync("/account/logout");
        await person.Page.ClickAsync("main form button");
        await person.ArriveAsync("/");
        await person.OpenAsync("/account/login");
        await person.SignInAsync("specialist");
        await person.ArriveAsync("/account/login/second");
    }

    private static async Task EnterAsync(Visitor person, string code)
    {
        await person.Page.FillAsync("#code", code);
        await person.Page.ClickAsync("main form.form button");
    }
}
