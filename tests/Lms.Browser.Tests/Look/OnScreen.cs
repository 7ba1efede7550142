using Lms.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lms.Browser.Tests.Look;

/// <summary>What the tests of pages in use do again and again in front of a screen.</summary>
internal static class OnScreen
{
    /// <summary>What people paste, mistype and try.</summary>
    public const string Nonsense = "<script>alert('О’Ґ')</script> \" ' & \U0001F600 %00 ../..";

    private const string Refusals = "status of 4";

    public static async Task<Visitor> SignedInAsync(
        this Chromium chromium,
        ServerProcess server,
        string name,
        Screen screen,
        string language
    )
    {
        var person = await chromium.VisitorAsync(server, screen, language);
        person.Watch.Expect(Refusals);
        await person.OpenAsync("/account/login");
        await person.SignInAsync(name);
        await person.ArriveAsync("/learn");
        return person;
    }

    /// <summary>Opens each and looks.</summary>
    public static async Task LookAtAsync(
        this Visitor visitor,
        params (string Name, string Address)[] pages
    )
    {
        foreach (var (name, address) in pages)
        {
            await visitor.OpenAsync(address);
            await visitor.SeeAsync(name);
        }
    }

    /// <summary>The page as it stands now, under one heading.</summary>
    public static async Task SeeAsync(this Visitor visitor, string name)
    {
        await Expect(visitor.Page.Locator("h1")).ToHaveCountAsync(1);
        await visitor.GlanceAsync(name);
    }

    /// <summary>Presses, and the page says that something is wrong; what was typed still stands.</summary>
    public static async Task RefusedAsync(
        this Visitor visitor,
        string button,
        string name,
        params (string Field, string Value)[] typed
    )
    {
        await visitor.PressAsync(button);
        await Expect(visitor.Page.Locator("[role=alert]").First).ToBeVisibleAsync();
        foreach (var (field, value) in typed)
        {
            await Expect(visitor.Page.Locator(field)).ToHaveValueAsync(value);
            await Expect(visitor.Page.Locator(field)).ToBeVisibleAsync();
        }

        await visitor.SeeAsync(name);
    }

    /// <summary>Presses, and the page says that it is done.</summary>
    public static async Task DoneAsync(this Visitor visitor, string button)
    {
        await visitor.PressAsync(button);
        await Expect(visitor.Page.Locator(".notice.good").First).ToBeVisibleAsync();
    }

    /// <summary>As a person would who is not stopped by what the browser checks itself.</summary>
    public static async Task PressAsync(this Visitor visitor, string button)
    {
        await visitor.Page.EvaluateAsync(
            "() => document.querySelectorAll('form').forEach((form) => (form.noValidate = true))"
        );
        await visitor.Page.Locator(button).First.ClickAsync();
        // Asked and not waited for: the event may have been before.
        await visitor.Page.WaitForFunctionAsync("() => document.readyState === 'complete'");
    }

    public static async Task ChooseAsync(this Visitor visitor, string list, int option) =>
        await visitor
            .Page.Locator(list)
            .SelectOptionAsync(new SelectOptionValue { Index = option });
}
