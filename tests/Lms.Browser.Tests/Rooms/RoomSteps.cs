using System.Globalization;
using System.Text.RegularExpressions;
using Lms.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lms.Browser.Tests.Rooms;

/// <summary>What people do in a room, as they do it: by its buttons.</summary>
internal static class RoomSteps
{
    /// <summary>From the sign-in through the lobby into the room.</summary>
    public static async Task<Visitor> JoinAsync(
        this Chromium chromium,
        ServerProcess server,
        Guid room,
        string name,
        Screen screen,
        string language
    )
    {
        var visitor = await chromium.VisitorAsync(server, screen, language);
        await visitor.ComeAsync(room, name);
        return visitor;
    }

    public static async Task ComeAsync(this Visitor visitor, Guid room, string name)
    {
        await visitor.OpenAsync($"/account/login?from=/sessions/{room}/room");
        await visitor.SignInAsync(name);
        await visitor.EnterAsync(room);
    }

    public static async Task EnterAsync(this Visitor visitor, Guid room)
    {
        if (!visitor.Page.Url.EndsWith("/room", StringComparison.Ordinal))
        {
            await visitor.OpenAsync($"/sessions/{room}/room");
        }

        await visitor.Page.ClickAsync("#join");
        await Expect(visitor.Page.Locator("#side")).ToBeVisibleAsync();
    }

    public static async Task BeginAsync(this Visitor trainer) =>
        await trainer.Page.Locator("#lead-states .button").ClickAsync();

    public static async Task EndAsync(this Visitor trainer)
    {
        await trainer.TabAsync("lead");
        await trainer.Page.Locator("#lead-states .button-quiet").ClickAsync();
        await trainer.Page.Locator("#confirm [value=yes]").ClickAsync();
    }

    public static async Task TabAsync(this Visitor visitor, string name) =>
        await visitor.Page.ClickAsync($"#tab-{name}");

    public static async Task SlideAsync(this Visitor trainer, int number)
    {
        while (
            await trainer.Page.Locator("#slide-place").TextContentAsync() is { } now
            && int.Parse(now.Split('/')[0], CultureInfo.InvariantCulture) < number
        )
        {
            await trainer.Page.ClickAsync("#slide-on");
        }
    }

    public static async Task SayAsync(this Visitor visitor, string words)
    {
        await visitor.TabAsync("chat");
        await visitor.Page.FillAsync("#chat-text", words);
        await visitor.Page.PressAsync("#chat-text", "Enter");
    }

    public static async Task CaptionAsync(this Visitor trainer, string words)
    {
        await trainer.Page.FillAsync("#caption-text", words);
        await trainer.Page.PressAsync("#caption-text", "Enter");
    }

    /// <summary>A question made on the spot; right options bear a star.</summary>
    public static async Task AskAsync(this Visitor trainer, string prompt, params string[] options)
    {
        await trainer.TabAsync("polls");
        await trainer.Page.ClickAsync("#poll-asking summary");
        await trainer.Page.SelectOptionAsync("#spot-kind", "single");
        await trainer.Page.FillAsync("#spot-text", prompt);
        await trainer.Page.FillAsync("#spot-options", string.Join('\n', options));
        await trainer.Page.Locator("#spot-form button[type=submit]").ClickAsync();
    }

    public static async Task VoteAsync(this Visitor visitor, int option)
    {
        await visitor.TabAsync("polls");
        await visitor.Page.Locator(".poll-form .option").Nth(option).ClickAsync();
        await visitor.Page.Locator(".poll-form button[type=submit]").ClickAsync();
    }

    public static Regex Place(int number) =>
        new($"^{number} / ", RegexOptions.None, TimeSpan.FromSeconds(1));

    public static ILocator At(this Visitor visitor, string where) => visitor.Page.Locator(where);
}
