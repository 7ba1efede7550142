using Lms.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lms.Browser.Tests.Look;

/// <summary>The register in a manager's hands: people, posts, a list taken in, sheets, places.</summary>
[Collection(LookCollection.Name)]
public sealed class RegisterInUseTests(Chromium chromium, FilledServer filled)
{
    private const string List = """
        Прізвище;Ім'я;По батькові;Громада;Електронна пошта
        Списко-Зразок;Ганна;Іванівна;Лебединська міська територіальна громада;spysko@demo.example
        О'Доненко-Зразок;Кириліна;;Лебединська міська територіальна громада;
        <script>alert(1)</script>;Ян;;Немає такої громади;не пошта
        """;

    [Fact]
    public async Task A_person_is_moved_and_away_and_what_was_chosen_wrongly_stays()
    {
        await using var manager = await ManagerAsync();
        var page = manager.Page;
        await manager.OpenAsync("/manage/people");
        await page.Locator("tbody th a").First.ClickAsync();
        await page.Locator("main summary").First.ClickAsync();
        await manager.SeeAsync("person");
        await OpenFoldAsync(page, "#add-post");
        await manager.ChooseAsync("#institution", 1);
        await manager.ChooseAsync("#role", 2);
        await page.FillAsync("#from", "2031-01-01");
        await manager.RefusedAsync("#add-post button", "person-refused", ("#from", "2031-01-01"));

        await page.GotoAsync(new Uri(page.Url).AbsolutePath + "/away");
        await page.FillAsync("#away-until", "2020-01-01");
        await page.FillAsync("#away-reason", OnScreen.Nonsense);
        await manager.RefusedAsync(
            "#away button",
            "person-away-refused",
            ("#away-until", "2020-01-01"),
            ("#away-reason", OnScreen.Nonsense)
        );
        manager.Watch.AssertQuiet();
    }

    [Fact]
    public async Task A_list_is_looked_at_taken_in_and_its_people_get_sheets()
    {
        await using var manager = await ManagerAsync();
        var page = manager.Page;
        await manager.OpenAsync("/manage/people/import");
        await manager.RefusedAsync("#file-form button", "import-refused");
        await page.SetInputFilesAsync(
            "#file",
            new FilePayload
            {
                Name = "люди.csv",
                MimeType = "text/csv",
                Buffer = System.Text.Encoding.UTF8.GetBytes(List),
            }
        );
        await manager.PressAsync("#file-form button");
        await Expect(page.Locator("#take")).ToBeVisibleAsync();
        await manager.SeeAsync("import-preview");
        await page.ClickAsync("#take button");
        await Expect(page.Locator("#h-taken")).ToBeVisibleAsync();
        await manager.SeeAsync("import-done");

        await manager.OpenAsync("/manage/people/invitations?q=Списко");
        await page.Locator("tbody input[type=checkbox]").First.CheckAsync();
        await page.Locator("tbody input[type=text]").First.FillAsync("не пошта");
        await manager.RefusedAsync(
            "#many button",
            "invitations-refused",
            ("tbody input[type=text]", "не пошта")
        );
        await Expect(page.Locator("tbody input[type=checkbox]").First).ToBeCheckedAsync();
        await page.Locator("tbody input[type=text]").First.FillAsync("spysko@demo.example");
        await page.ClickAsync("#many button");
        await Expect(page.Locator(".slip")).ToHaveCountAsync(1);
        await manager.SeeAsync("invitations-slips");
        manager.Watch.AssertQuiet();
    }

    [Fact]
    public async Task A_place_keeps_what_was_typed_wrongly_and_takes_what_is_right()
    {
        await using var manager = await ManagerAsync();
        var page = manager.Page;
        await manager.OpenAsync("/manage/places?community=UA59080110000034361");
        await manager.SeeAsync("place");
        await page.FillAsync("#contact-name", OnScreen.Nonsense);
        await page.FillAsync("#contact-number", "не номер");
        await manager.RefusedAsync(
            "#add-contact button",
            "place-refused",
            ("#contact-name", OnScreen.Nonsense),
            ("#contact-number", "не номер")
        );
        await OpenFoldAsync(page, "#evacuate");
        await page.FillAsync("#away-from", "2026-11-10");
        await page.FillAsync("#away-until", "2026-11-01");
        await page.FillAsync("#away-reason", "Обстріли");
        await manager.RefusedAsync(
            "#evacuate button",
            "place-away-refused",
            ("#away-until", "2026-11-01"),
            ("#away-reason", "Обстріли")
        );
        await manager.OpenAsync("/manage/places?community=UA59080110000034361");
        await page.FillAsync("#contact-name", "Черговий опікун");
        await page.FillAsync("#contact-number", "+380 50 000-00-00");
        await manager.DoneAsync("#add-contact button");
        await page.GoBackAsync();
        await manager.OpenAsync("/manage/places?community=UA59080110000034361");
        await Expect(page.Locator("article h3", new() { HasText = "Черговий опікун" }))
            .ToHaveCountAsync(1);
        manager.Watch.AssertQuiet();
    }

    private static async Task OpenFoldAsync(IPage page, string form)
    {
        var fold = page.Locator($"details:has({form})");
        if (await fold.GetAttributeAsync("open") is null)
        {
            await fold.Locator("summary").ClickAsync();
        }
    }

    private async Task<Visitor> ManagerAsync() =>
        await chromium.SignedInAsync(await filled.StartedAsync(), "regional", Screen.Phone, "uk");
}
