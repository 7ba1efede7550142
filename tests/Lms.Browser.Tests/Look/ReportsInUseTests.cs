using Lms.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Lms.Browser.Tests.Look;

/// <summary>Coverage asked "what if", reports saved, taken away and frozen, events written down.</summary>
[Collection(LookCollection.Name)]
public sealed class ReportsInUseTests(Chromium chromium, FilledServer filled)
{
    [Fact]
    public async Task Coverage_says_what_would_be_without_two_people()
    {
        await using var manager = await ManagerAsync();
        var page = manager.Page;
        await manager.OpenAsync("/manage/coverage?view=map");
        var boxes = page.Locator("details[open] input[name=away]");
        await boxes.Nth(0).CheckAsync();
        await boxes.Nth(1).CheckAsync();
        await manager.PressAsync("form:has(.table-cards) > .actions button");
        await Expect(page.Locator(".notice.warm:has(a)")).ToBeVisibleAsync();
        await manager.SeeAsync("coverage-what-if");
        await page.Locator(".map-place").First.FocusAsync();
        await manager.OpenAsync("/manage/coverage");
        await page.Locator("details:has(#reason) summary").ClickAsync();
        await manager.RefusedAsync("details:has(#reason) button", "coverage-export-refused");
        manager.Watch.AssertQuiet();
    }

    [Fact]
    public async Task A_quarter_is_frozen_and_gets_a_supplement()
    {
        await using var manager = await ManagerAsync();
        var page = manager.Page;
        await manager.OpenAsync("/manage/reports/standing");
        await page.FillAsync("#project", OnScreen.Nonsense);
        await manager.PressAsync("main form.form button");
        await Expect(page.Locator("#h-means")).ToBeVisibleAsync();
        var report = new Uri(page.Url).AbsolutePath;
        await manager.SeeAsync("standing-report");
        await page.Locator("details:has(#why) summary").ClickAsync();
        await page.FillAsync("#why", " ");
        await manager.RefusedAsync("details:has(#why) button", "standing-supplement-refused");
        await manager.OpenAsync(report);
        await page.Locator("details:has(#why) summary").ClickAsync();
        await page.FillAsync("#why", "Уточнили завершення у двох громадах");
        await manager.PressAsync("details:has(#why) button");
        await Expect(page.Locator("a[href^='/manage/reports/standing/']").First).ToBeVisibleAsync();
        await manager.SeeAsync("standing-supplement");
        await page.GoBackAsync();
        await manager.LookAtAsync(("standing-in-use", "/manage/reports/standing"));
        manager.Watch.AssertQuiet();
    }

    [Fact]
    public async Task A_report_is_saved_and_an_event_written_down()
    {
        await using var manager = await ManagerAsync();
        var page = manager.Page;
        await manager.OpenAsync("/manage/reports/hours");
        await page.Locator("details:has(#reason) summary").ClickAsync();
        await manager.RefusedAsync("details:has(#reason) button", "report-export-refused");
        await page.Locator("details:has(#rhythm) summary").ClickAsync();
        await page.FillAsync("#name", OnScreen.Nonsense);
        await manager.ChooseAsync("#rhythm", 1);
        await manager.DoneAsync("details:has(#rhythm) button");
        await manager.LookAtAsync(("reports-in-use", "/manage/reports"));

        await manager.OpenAsync("/manage/outreach");
        await page.FillAsync("#heads", "багато");
        await page.FillAsync("#project", OnScreen.Nonsense);
        await manager.RefusedAsync(
            "#record button",
            "outreach-refused",
            ("#heads", "багато"),
            ("#project", OnScreen.Nonsense)
        );
        await page.FillAsync("#heads", "42");
        await page.FillAsync("#project", "Безпечна громада");
        await manager.DoneAsync("#record button");
        await manager.SeeAsync("outreach-in-use");
        manager.Watch.AssertQuiet();
    }

    private async Task<Visitor> ManagerAsync() =>
        await chromium.SignedInAsync(await filled.StartedAsync(), "regional", Screen.Phone, "uk");
}
