using Lms.Browser.Tests.Faults;
using Lms.Browser.Tests.Start;
using Lms.Browser.Tests.Support;
using Lms.Web.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lms.Browser.Tests.Look;

/// <summary>Evidence from the hand of a specialist to the decision, and the changed part of a course.</summary>
[Collection(LookCollection.Name)]
public sealed class CertificationsInUseTests(Chromium chromium, FilledServer filled)
{
    private const string Address = "/courses/k1-basics/changes";

    [Fact]
    public async Task Evidence_is_handed_in_looked_at_and_decided()
    {
        var server = await filled.StartedAsync();
        await using var person = await SignedInAsync(server, "specialist2");
        await person.OpenAsync("/certifications/evidence");
        await person.SeeAsync("evidence-form");
        await person.Page.FillAsync("#title", OnScreen.Nonsense);
        await person.Page.FillAsync("#on", "2031-01-01");
        await person.RefusedAsync(
            "#hand-in button",
            "evidence-form-refused",
            ("#title", OnScreen.Nonsense)
        );
        await person.Page.FillAsync("#title", "Тренінг «Перша розмова», 16 годин");
        await person.Page.FillAsync("#provider", "О’Генрі-Зразок, навчальний центр");
        await person.Page.FillAsync("#on", "2026-10-01");
        await person.Page.FillAsync("#minutes", "960");
        await person.Page.SetInputFilesAsync(
            "#upload",
            new FilePayload
            {
                Name = "свідоцтво.png",
                MimeType = "image/png",
                Buffer = await person.Page.ScreenshotAsync(
                    new() { Caret = ScreenshotCaret.Initial }
                ),
            }
        );
        await person.DoneAsync("#hand-in button");
        await person.SeeAsync("evidence-handed-in");

        await using var manager = await SignedInAsync(server, "regional");
        var page = manager.Page;
        await manager.OpenAsync("/manage/evidence");
        await manager.SeeAsync("evidence-queue");
        await page.FillAsync("#until", "2028-10-01");
        await manager.RefusedAsync(
            "#decide .form button",
            "evidence-queue-refused",
            ("#until", "2028-10-01")
        );
        await page.Locator("#decide input[type=checkbox]").First.CheckAsync();
        await page.FillAsync("#remark", "Годиться");
        await manager.PressAsync("#decide .form button");
        await Expect(page.Locator("#confirm")).ToBeVisibleAsync();
        await manager.SeeAsync("evidence-confirm");
        await manager.DoneAsync("#confirm button");
        await manager.LookAtAsync(("evidence-decided", "/manage/evidence?decided=true"));

        await page.Locator("main .rows a[href^='/manage/certifications/']").First.ClickAsync();
        await page.FillAsync("#waive-from", "2026-11-02");
        await page.FillAsync("#waive-until", "2026-11-01");
        await page.FillAsync("#waive-reason", OnScreen.Nonsense);
        await manager.RefusedAsync(
            "form:has(#waive-reason) button",
            "certified-person-refused",
            ("#waive-reason", OnScreen.Nonsense)
        );
        await page.FillAsync("#waive-until", "2027-11-01");
        await manager.PressAsync("form:has(#waive-reason) button");
        await Expect(page.Locator("#confirm")).ToBeVisibleAsync();
        await manager.DoneAsync("#confirm button");
        await manager.SeeAsync("certified-person");
        person.Watch.AssertQuiet();
        manager.Watch.AssertQuiet();
    }

    [Fact]
    public async Task Who_is_certified_reads_what_changed_and_the_manager_sees_who_has()
    {
        using var content = new ContentCopy();
        await using var server = await ServerProcess.StartPreparedAsync(
            new ServerSettings { Content = content.Folder },
            preparedOn: TestContent.Root
        );
        using (var http = await server.SignedInAsync("specialist"))
        {
            await new CourseTaker(
                Register.Of(server),
                http,
                "specialist@demo.example"
            ).TakeUntilCutAsync();
        }

        content.Amend();
        var published = await Product.RunAsync(server.Settings.Environment, "publish", "k1-basics");
        Assert.True(published.Code == 0, published.Words);
        await using var person = await SignedInAsync(server, "specialist");
        // Another process published it: it is asked for again after some seconds.
        for (var tries = 0; tries < 60; tries++)
        {
            if ((await person.Page.GotoAsync(Address))!.Status == 200)
            {
                break;
            }

            await Task.Delay(500);
        }

        await person.SeeAsync("changes-owed");
        await person.LookAtAsync(
            ("own-certifications-changed", "/certifications"),
            ("learn-changed", "/learn")
        );
        await using var manager = await SignedInAsync(server, "manager");
        await manager.LookAtAsync(
            ("changes-of-people", "/manage/certifications/changes/k1-basics")
        );
        await person.OpenAsync(Address);
        await person.Page.Locator("fieldset.question label").First.ClickAsync();
        await person.PressAsync("#questions button[type=submit]");
        await person.SeeAsync("changes-answered");
        person.Watch.AssertQuiet();
        manager.Watch.AssertQuiet();
        await server.DisposeAsync();
        Directory.Delete(server.Settings.Data, recursive: true);
    }

    private Task<Visitor> SignedInAsync(ServerProcess server, string name) =>
        chromium.SignedInAsync(server, name, Screen.Phone, "uk");
}
