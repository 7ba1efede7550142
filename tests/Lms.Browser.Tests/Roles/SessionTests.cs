using System.Globalization;
using Lms.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lms.Browser.Tests.Roles;

/// <summary>A session before it begins: planned by a trainer, found, taken and checked by a learner.</summary>
[Collection(BrowserCollection.Name)]
public sealed class SessionTests(Chromium chromium, DemoServer demo)
{
    private readonly ServerProcess server = demo.Process;

    [Theory]
    [InlineData("uk")]
    [InlineData("en")]
    public async Task A_trainer_plans_and_a_learner_takes_a_seat(string language)
    {
        await using var trainer = await SignedInAsync("trainer", language);
        trainer.Watch.Expect("status of 422");
        var page = trainer.Page;
        await trainer.OpenAsync("/teach/sessions/new");
        await trainer.LookAsync("teach-session-new");
        await page.FillAsync("#title", $"Ознаки {language}");
        await page.FillAsync("#minutes", "4");
        await page.FillAsync("#capacity", "1");
        await page.ClickAsync("main form button[type=submit]");
        await Expect(page.Locator(".error-summary")).ToBeFocusedAsync();
        await Expect(page.Locator("#title")).ToHaveValueAsync($"Ознаки {language}");
        await trainer.LookAsync("teach-session-refused");
        await page.FillAsync("#minutes", "60");
        var day = TimeProvider.System.GetUtcNow().AddDays(20);
        await page.FillAsync("#on", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await page.FillAsync("#at", "14:00");
        await page.ClickAsync("main form button[type=submit]");
        await Expect(page.Locator("#h-cancel")).ToBeVisibleAsync();
        await trainer.LookAsync("teach-session");
        var id = new Uri(page.Url).Segments[^1];
        await trainer.OpenAsync("/teach/sessions");
        await trainer.LookAsync("teach-sessions");

        await using var learner = await SignedInAsync("specialist", language);
        await learner.OpenAsync("/sessions");
        await learner.LookAsync("sessions");
        await learner.Page.ClickAsync("form[action*=Feed] button");
        await Expect(learner.Page.Locator("#feed")).ToBeVisibleAsync();
        await learner.LookAsync("sessions-feed");
        await learner.OpenAsync($"/sessions/{id}");
        await learner.LookAsync("session");
        await learner.Page.ClickAsync("form[action*=Ask] button");
        await Expect(learner.Page.Locator("form[action*=GiveUp]")).ToBeVisibleAsync();
        await learner.LookAsync("session-seated");

        await trainer.OpenAsync($"/teach/sessions/{id}/seats");
        await trainer.LookAsync("teach-seats");
        await using var manager = await SignedInAsync("manager", language);
        await manager.OpenAsync("/manage/sessions");
        await manager.LookAsync("manage-sessions");
        await manager.OpenAsync($"/manage/sessions/{id}");
        await manager.LookAsync("manage-session");
        trainer.Watch.AssertQuiet();
        learner.Watch.AssertQuiet();
        manager.Watch.AssertQuiet();
    }

    [Theory]
    [InlineData(true, "ready")]
    [InlineData(false, "no-socket")]
    public async Task The_check_says_in_one_sentence_what_to_do_by_the_keyboard_alone(
        bool isOpen,
        string verdict
    )
    {
        await using var trainer = await SignedInAsync("trainer", "uk");
        var page = trainer.Page;
        await page.Context.GrantPermissionsAsync(["microphone", "camera"]);
        // A room's door, or a proxy that knows no WebSocket.
        await page.RouteWebSocketAsync(
            "**/hubs/live",
            socket =>
            {
                if (isOpen)
                {
                    socket.OnMessage(_ => socket.Send("{}\u001e"));
                }
                else
                {
                    _ = socket.CloseAsync(new() { Code = 1011, Reason = "" });
                }
            }
        );
        await trainer.OpenAsync("/teach/sessions/new");
        await page.FillAsync("#title", "Перевірка");
        await page.ClickAsync("main form button[type=submit]");
        var id = new Uri(page.Url).Segments[^1];
        await trainer.OpenAsync($"/sessions/{id}/check");
        await trainer.LookAsync("session-check");
        await page.FocusAsync("#again");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#device-check"))
            .ToHaveAttributeAsync(
                "data-verdict",
                isOpen ? "unheard" : verdict,
                new() { Timeout = 30_000 }
            );
        Assert.True(
            await page.EvaluateAsync<double>("() => document.getElementById('level').value") > 0.02
        );
        await page.FocusAsync("#play");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#yes")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#device-check")).ToHaveAttributeAsync("data-verdict", verdict);
        await page.FocusAsync("#camera");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#picture")).ToBeVisibleAsync();
        await trainer.LookAsync($"session-check-{verdict}");
        trainer.Watch.AssertQuiet();
    }

    private async Task<Visitor> SignedInAsync(string name, string language)
    {
        var person = await chromium.VisitorAsync(server, Screen.Phone, language);
        await person.OpenAsync("/account/login");
        await person.SignInAsync(name);
        await Expect(person.Page.Locator(".menu")).ToBeVisibleAsync();
        return person;
    }
}
