using Lms.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lms.Browser.Tests.Roles;

/// <summary>Each demo account finds its places, in both languages and by the keyboard alone.</summary>
[Collection(BrowserCollection.Name)]
public sealed class RoleTests(Chromium chromium, DemoServer demo)
{
    private const string Learner = "/learn /courses /certificates /help";

    private const string ManagersMore =
        "/manage/people /manage/assignments /manage/certifications /sessions /certifications /help";

    private readonly ServerProcess server = demo.Process;

    [Theory]
    [InlineData("specialist", Learner, "/sessions /certifications")]
    [InlineData("specialist2", Learner, "/sessions /certifications")]
    [InlineData(
        "trainer",
        "/teach /learn /courses /certificates",
        "/teach/sessions /sessions /certifications /help"
    )]
    [InlineData(
        "author",
        "/author /learn /courses /certificates",
        "/sessions /certifications /help"
    )]
    [InlineData("manager", "/manage /learn /courses /certificates", ManagersMore)]
    [InlineData("regional", "/manage /learn /courses /certificates", ManagersMore)]
    [InlineData(
        "auditor",
        "/manage/reports/audit /learn /courses /certificates",
        "/sessions /certifications /help"
    )]
    [InlineData("admin", "/admin /learn /courses /certificates", "/sessions /certifications /help")]
    public async Task A_demo_account_finds_its_places_and_each_of_them_opens(
        string name,
        string places,
        string more
    )
    {
        await using var person = await SignedInAsync(name, Screen.Phone, "uk");
        var main = await AddressesAsync(person.Page, ".site-nav a");
        Assert.Equal(places, main);
        Assert.Equal(
            $"{more} /account/profile /account/security /account/privacy".Trim(),
            await AddressesAsync(person.Page, ".menu a")
        );

        foreach (var place in $"{places} {more}".Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var answer = await person.Page.GotoAsync(place);
            Assert.Equal(200, answer!.Status);
            if (more.Split(' ').Contains(place))
            {
                continue;
            }

            await Expect(person.Page.Locator(".site-nav [aria-current=page]"))
                .ToHaveAttributeAsync("href", place);
            if (place is "/author" or "/manage" or "/admin")
            {
                await person.LookAsync($"{place.Trim('/').Replace('/', '-')}-{name}");
            }
        }

        person.Watch.AssertQuiet();
    }

    [Fact]
    public async Task A_place_of_another_role_answers_in_words()
    {
        await using var person = await SignedInAsync("specialist", Screen.Phone, "uk");
        person.Watch.Expect("status of 403");
        var answer = await person.Page.GotoAsync("/admin");
        Assert.Equal(403, answer!.Status);
        await person.LookAsync("forbidden");
        person.Watch.AssertQuiet();
    }

    [Fact]
    public async Task The_language_is_switched_by_one_press_and_stays()
    {
        await using var person = await SignedInAsync("manager", Screen.Phone, "uk");
        await person.OpenAsync("/manage/people?q=Зразок");
        await SwitchAsync("en");
        Assert.Contains("q=", person.Page.Url, StringComparison.Ordinal);
        await person.OpenAsync("/learn");
        await Expect(person.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await SwitchAsync("uk");
        await person.OpenAsync("/courses");
        await Expect(person.Page.Locator("html")).ToHaveAttributeAsync("lang", "uk");
        person.Watch.AssertQuiet();

        async Task SwitchAsync(string language)
        {
            await person.Page.ClickAsync($"a.tool[hreflang={language}]");
            await Expect(person.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
        }
    }

    [Fact]
    public async Task The_keyboard_alone_skips_to_the_content_walks_the_places_and_signs_out()
    {
        await using var person = await SignedInAsync("admin", Screen.Desk, "uk");
        await person.OpenAsync("/learn");
        var keys = person.Page.Keyboard;

        await keys.PressAsync("Tab");
        await Expect(person.Page.Locator("a.skip")).ToBeFocusedAsync();
        await Expect(person.Page.Locator("a.skip")).ToBeInViewportAsync();
        await keys.PressAsync("Enter");
        await keys.PressAsync("Tab");
        Assert.True(
            await person.Page.EvaluateAsync<bool>(
                "() => document.querySelector('main').contains(document.activeElement)"
            )
        );

        await person.OpenAsync("/learn");
        string[] expected =
        [
            "skip",
            "/learn",
            "/admin",
            "/learn",
            "/courses",
            "/certificates",
            "language",
            "menu",
        ];
        foreach (var stop in expected)
        {
            await keys.PressAsync("Tab");
            Assert.Equal(stop, await FocusedAsync(person.Page));
            await AssertFocusIsSeenAsync(person.Page);
        }

        await keys.PressAsync("Enter");
        await Expect(person.Page.Locator(".menu a[href='/help']")).ToBeVisibleAsync();
        await person.LookAsync("menu-open");
        await keys.PressAsync("Tab");
        Assert.Equal("/sessions", await FocusedAsync(person.Page));
        await keys.PressAsync("Tab");
        Assert.Equal("/certifications", await FocusedAsync(person.Page));
        await keys.PressAsync("Tab");
        Assert.Equal("/help", await FocusedAsync(person.Page));
        await keys.PressAsync("Tab");
        Assert.Equal("/account/profile", await FocusedAsync(person.Page));
        await keys.PressAsync("Tab");
        Assert.Equal("/account/security", await FocusedAsync(person.Page));
        await keys.PressAsync("Tab");
        Assert.Equal("/account/privacy", await FocusedAsync(person.Page));
        await keys.PressAsync("Tab");
        await keys.PressAsync("Enter");
        await Expect(person.Page.Locator(".site-nav a[href='/account/login']")).ToBeVisibleAsync();
        await person.OpenAsync("/learn");
        Assert.Contains("/account/login", person.Page.Url, StringComparison.Ordinal);
        person.Watch.AssertQuiet();
    }

    private async Task<Visitor> SignedInAsync(string name, Screen screen, string language)
    {
        var person = await chromium.VisitorAsync(server, screen, language);
        await person.OpenAsync("/account/login");
        await person.SignInAsync(name);
        await person.ArriveAsync("/learn");
        return person;
    }

    private static async Task<string> AddressesAsync(IPage page, string links) =>
        await page.Locator(links)
            .EvaluateAllAsync<string>(
                "links => links.map(link => link.getAttribute('href')).join(' ')"
            );

    private static Task<string> FocusedAsync(IPage page) =>
        page.EvaluateAsync<string>(
            """
            () => {
              const focused = document.activeElement;
              return focused.matches(".skip") ? "skip" : focused.matches(".tool") ? "language"
                : focused.matches("summary") ? "menu" : focused.getAttribute("href") ?? focused.outerHTML;
            }
            """
        );

    // WCAG 2.2, 2.4.7: whoever uses the keyboard sees where they are.
    private static async Task AssertFocusIsSeenAsync(IPage page)
    {
        var isSeen = await page.EvaluateAsync<bool>(
            """
            () => {
              const style = getComputedStyle(document.activeElement);
              return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0
                || style.boxShadow !== "none";
            }
            """
        );
        Assert.True(isSeen, $"The focus on {await FocusedAsync(page)} is not seen.");
    }
}
