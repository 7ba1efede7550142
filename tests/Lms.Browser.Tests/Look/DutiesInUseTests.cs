using Lms.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Lms.Browser.Tests.Look;

/// <summary>A duty from its rule to more time for it, an announcement until it is read.</summary>
[Collection(LookCollection.Name)]
public sealed class DutiesInUseTests(Chromium chromium, FilledServer filled)
{
    [Fact]
    public async Task A_requirement_says_who_gets_it_and_why_before_it_is_saved()
    {
        await using var manager = await SignedInAsync("regional");
        var page = manager.Page;
        await manager.OpenAsync("/manage/assignments/requirements/edit");
        await manager.SeeAsync("requirement");
        await page.FillAsync("#name", OnScreen.Nonsense);
        await page.FillAsync("#due-days", "-5");
        await manager.RefusedAsync(
            "main form button",
            "requirement-refused",
            ("#name", OnScreen.Nonsense),
            ("#due-days", "-5")
        );
        await page.FillAsync("#name", "Обізнані в перші 30 днів");
        await page.FillAsync("#due-days", "");
        await page.FillAsync("#due-on", "2026-12-01");
        await page.CheckAsync("#due-Fixed");
        await manager.ChooseAsync("#what", 1);
        await manager.ChooseAsync("#within", 1);
        await manager.PressAsync("main form button");
        await Expect(page.Locator("#preview")).ToBeVisibleAsync();
        await manager.SeeAsync("requirement-preview");
        await manager.DoneAsync("#preview button");
        await manager.SeeAsync("requirements-in-use");
        manager.Watch.AssertQuiet();
    }

    [Fact]
    public async Task More_time_is_asked_for_given_and_the_learner_sees_it()
    {
        await using var manager = await SignedInAsync("regional");
        var page = manager.Page;
        await manager.OpenAsync("/manage/assignments/new");
        await manager.SeeAsync("assign");
        await manager.ChooseAsync("#what", 1);
        await manager.RefusedAsync("main form button", "assign-refused");
        await page.SelectOptionAsync("#community", "UA59080110000034361");
        await page.FillAsync("#due", "2026-12-20");
        await manager.PressAsync("main form button");
        await Expect(page.Locator("#h-who")).ToBeVisibleAsync();
        await manager.SeeAsync("assign-who");
        await manager.DoneAsync("section form button");

        await using var person = await SignedInAsync("specialist");
        await person.Page.Locator("main a[href^='/learn/due/']").First.ClickAsync();
        await person.SeeAsync("due");
        await person.Page.FillAsync("#until", "2026-12-01");
        await person.Page.FillAsync("#reason", OnScreen.Nonsense);
        await person.RefusedAsync(
            "main form button",
            "due-refused",
            ("#reason", OnScreen.Nonsense)
        );
        await person.Page.FillAsync("#until", "2027-01-20");
        await person.DoneAsync("main form button");
        await person.SeeAsync("due-asked");

        await manager.OpenAsync("/manage/assignments/extensions");
        await manager.SeeAsync("extensions");
        var remark = page.Locator("[id^=remark-]").First;
        await remark.FillAsync("Ще не час");
        await page.Locator("[id^=until-]").First.FillAsync("2020-01-01");
        await manager.RefusedAsync("article button", "extensions-refused");
        await Expect(remark).ToHaveValueAsync("Ще не час");
        await page.Locator("[id^=until-]").First.FillAsync("2027-01-20");
        await manager.DoneAsync("article button");
        await person.Page.ReloadAsync();
        await person.SeeAsync("due-granted");
        await manager.LookAtAsync(("assignments-in-use", "/manage/assignments"));
        person.Watch.AssertQuiet();
        manager.Watch.AssertQuiet();
    }

    [Fact]
    public async Task An_announcement_is_written_read_and_counted()
    {
        await using var manager = await SignedInAsync("regional");
        var page = manager.Page;
        await manager.OpenAsync("/manage/assignments/announcements");
        await page.FillAsync("#heading", OnScreen.Nonsense);
        await page.FillAsync("#text", "<script>alert(1)</script>");
        await manager.RefusedAsync(
            "main form button",
            "announcements-refused",
            ("#heading", OnScreen.Nonsense)
        );
        await page.FillAsync("#heading", "Новий порядок взаємодії з поліцією");
        await page.FillAsync("#text", "## Що змінилося\n\n- перше\n- **друге**\n\nЗ понеділка.");
        await manager.ChooseAsync("#within", 1);
        await manager.ChooseAsync("#role", 1);
        await manager.DoneAsync("main form button");
        await manager.SeeAsync("announcements-in-use");
        await page.Locator("main .rows h2 a").First.ClickAsync();
        await manager.SeeAsync("announcement");
        await using var person = await SignedInAsync("specialist");
        await person.LookAtAsync(
            ("announcements-own", "/announcements"),
            ("learn-in-use", "/learn")
        );
        person.Watch.AssertQuiet();
        manager.Watch.AssertQuiet();
    }

    private async Task<Visitor> SignedInAsync(string name) =>
        await chromium.SignedInAsync(await filled.StartedAsync(), name, Screen.Phone, "uk");
}
