using System.Text.Json;
using System.Text.RegularExpressions;
using Lms.Browser.Tests.Support;
using Lms.Web.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lms.Browser.Tests.Live;

/// <summary>A room as one page knows it.</summary>
/// <param name="Fold">All of it, in one order.</param>
/// <param name="Lines">Those that came one by one.</param>
internal sealed record RoomLook(long Last, string Fold, IReadOnlyList<RoomLine> Lines);

internal sealed record RoomLine(long Number, string Words);

/// <summary>A person in front of the real page of a room, on a line of their own, with an ear at what it plays.</summary>
internal sealed class RoomGuest : IAsyncDisposable
{
    private static readonly Regex SignIn = new(
        "/account/login",
        RegexOptions.None,
        TimeSpan.FromSeconds(1)
    );

    private readonly Visitor visitor;

    private RoomGuest(string name, Visitor visitor) => (Name, this.visitor) = (name, visitor);

    public string Name { get; }

    public IPage Page => visitor.Page;

    public Watch Watch => visitor.Watch;

    /// <param name="line">Null for a line that nothing happens to.</param>
    public static async Task<RoomGuest> SignInAsync(
        IBrowser browser,
        ServerProcess server,
        string account,
        string name,
        Line? line = null
    )
    {
        var context = await browser.NewContextAsync(
            new()
            {
                BaseURL = server.Address.ToString(),
                ViewportSize = Screen.Desk.Size,
                Locale = "uk-UA",
                ReducedMotion = ReducedMotion.Reduce,
                Proxy = line is null
                    ? null
                    : new() { Server = $"socks5://127.0.0.1:{line.Port}", Bypass = "<-loopback>" },
            }
        );
        // In one: the order of several is nobody's promise.
        await context.AddInitScriptAsync(Script("tones.js") + Script("ear.js"));
        var watch = new Watch(context, server.Address);
        var guest = new RoomGuest(
            name,
            new Visitor(await context.NewPageAsync(), watch, Screen.Desk, "uk")
        );
        await guest.visitor.OpenAsync("/account/login");
        await guest.visitor.SignInAsync(account);
        await Expect(guest.Page).Not.ToHaveURLAsync(SignIn);
        return guest;
    }

    /// <summary>Up to the door.</summary>
    public async Task OpenAsync(Guid room)
    {
        await visitor.OpenAsync($"/sessions/{room}/room");
        await Expect(Page.Locator("#join")).ToBeEnabledAsync();
        await Page.EvaluateAsync("() => ear.open()");
    }

    public async Task EnterAsync()
    {
        await Page.ClickAsync("#join");
        await Expect(Page.Locator("#side")).ToBeVisibleAsync();
    }

    public async Task SayAsync(string words)
    {
        await Page.ClickAsync("#tab-chat");
        await Page.FillAsync("#chat-text", words);
        await Page.PressAsync("#chat-text", "Enter");
    }

    public async Task<long> LastAsync() => await Page.EvaluateAsync<long>("() => ear.client.last");

    public async Task<RoomLook> LookAsync()
    {
        // As words: what carries elements over gives each a number of its own.
        var lines = await Page.EvaluateAsync<string[]>(
            "() => ear.lines.map((one) => JSON.stringify(one))"
        );
        return new(
            await LastAsync(),
            await Page.EvaluateAsync<string>("() => ear.fold()"),
            [.. lines.Select(words => new RoomLine(NumberOf(words), words))]
        );
    }

    /// <summary>What the page played.</summary>
    public Task<List<Note>> HeardAsync() => Hearing.NotesAsync(Page, "ear.played");

    /// <summary>What the microphone took.</summary>
    public Task<List<Note>> SaidAsync() => Hearing.NotesAsync(Page, "ear.said");

    private static string Script(string name) =>
        File.ReadAllText(Repository.File($"tests/Lms.Browser.Tests/Live/{name}"));

    private static long NumberOf(string line)
    {
        using var read = JsonDocument.Parse(line);
        return read.RootElement.GetProperty("number").GetInt64();
    }

    public async ValueTask DisposeAsync() => await visitor.DisposeAsync();
}
