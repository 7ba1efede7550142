using Lms.Browser.Tests.Faults;
using Lms.Browser.Tests.Support;
using Lms.Web.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lms.Browser.Tests.Look;

/// <summary>
/// The pages of people, certificates and the installation in both languages, and words for nonsense
/// typed into their forms.
/// </summary>
[Collection(LookCollection.Name)]
public sealed class NewPagesTests(Chromium chromium)
{
    private const string Refusals = "status of 4";

    [Theory]
    [InlineData("uk")]
    [InlineData("en")]
    public async Task An_administrator_sees_people_certificates_and_the_installation(
        string language
    )
    {
        await using var server = await ServerProcess.StartPreparedAsync();
        var numbers = await IssueAsync(server, "specialist", "specialist2", "trainer");
        await using var admin = await SignedInAsync(server, "admin", language);
        await LookAtAsync(
            admin,
            "/admin/people",
            "/admin/people?q=nobody",
            "/admin/people/duplicates",
            "/admin/certificates",
            "/admin/certificates?q=nothing",
            $"/admin/certificates/{numbers[0]}",
            "/admin/certificates/log",
            "/admin/certificates/signatures",
            "/admin/settings",
            "/admin/audit",
            "/admin/audit?q=nothing",
            "/admin/audit?from=yesterday",
            "/admin/backups",
            "/admin/trainers"
        );
        await LookAtAPersonAsync(admin);
        await RevokeAsync(admin, numbers[1]);
        await ReissueAsync(admin, numbers[2]);
        admin.Watch.AssertQuiet();

        var codes = new List<string>();
        foreach (var number in numbers)
        {
            await admin.OpenAsync($"/admin/certificates/{number}");
            var link = admin.Page.Locator("main a[href^='/verify/']");
            codes.Add((await link.GetAttributeAsync("href"))!);
        }

        await LookAsAStrangerAsync(server, language, codes, numbers);
        await server.DisposeAsync();
        Directory.Delete(server.Settings.Data, recursive: true);
    }

    [Theory]
    [InlineData("uk")]
    [InlineData("en")]
    public async Task A_manager_invites_gives_a_code_and_names_a_deputy(string language)
    {
        await using var server = await ServerProcess.StartPreparedAsync();
        await using var manager = await SignedInAsync(server, "manager", language);
        var page = manager.Page;
        await LookAtAsync(
            manager,
            "/manage/people",
            "/manage/people?q=nobody",
            "/manage/people/registrations",
            "/manage/people/deputies"
        );
        await manager.OpenAsync("/manage/people/invite");
        await page.FillAsync("#family", "<b>");
        await page.FillAsync("#login", "zz");
        await RefusedAsync(manager, "invite-nonsense");
        await Expect(page.Locator("#family")).ToHaveValueAsync("<b>");
        await Expect(page.Locator("#login")).ToHaveValueAsync("zz");

        await manager.OpenAsync("/manage/people");
        await page.Locator("a[href$='/code']").Last.ClickAsync();
        await manager.LookAsync("manage-code");
        await page.ClickAsync("main form.form button");
        await Expect(page.Locator("#one-time-code")).ToBeVisibleAsync();
        await manager.LookAsync("manage-code-given");
        manager.Watch.AssertQuiet();
        await server.DisposeAsync();
        Directory.Delete(server.Settings.Data, recursive: true);
    }

    [Theory]
    [InlineData("uk")]
    [InlineData("en")]
    public async Task A_person_gets_in_is_told_what_is_wrong_and_guards_the_account(string language)
    {
        await using var server = await ServerProcess.StartPreparedAsync();
        await using var person = await chromium.VisitorAsync(server, Screen.Phone, language);
        person.Watch.Expect(Refusals);
        var page = person.Page;
        foreach (var address in new[] { "reset", "code", "register" })
        {
            await person.OpenAsync($"/account/{address}");
            await person.LookAsync($"account-{address}");
            await page.Locator("main form input:not([type=hidden])").First.FillAsync("?");
            await RefusedAsync(person, $"account-{address}-nonsense");
            await Expect(page.Locator("main form input:not([type=hidden])").First)
                .ToHaveValueAsync("?");
        }

        await LookAtAsync(
            person,
            "/account/reset/nonsense",
            "/account/invitation/nonsense",
            "/account/privacy"
        );
        await person.OpenAsync("/account/login");
        await person.LookAsync("account-login");
        await person.SignInAsync("specialist");
        await person.ArriveAsync("/learn");
        await page.ClickAsync(".menu > summary");
        await page.ClickAsync(".menu a[href='/account/privacy']");
        await person.ArriveAsync("/account/privacy");
        await page.Locator("form[action*=Ask] button").ClickAsync();
        await Expect(page.Locator(".error-summary")).ToBeFocusedAsync();
        await person.LookAsync("account-privacy-unsure");
        await LookAtAsync(
            person,
            "/account/profile",
            "/account/security",
            "/account/security/passkeys",
            "/account/security/second-factor",
            "/account/security/recovery-codes",
            "/account/logout"
        );
        await person.OpenAsync("/account/security/password");
        await RefusedAsync(person, "account-password-nonsense");
        person.Watch.AssertQuiet();
        await server.DisposeAsync();
        Directory.Delete(server.Settings.Data, recursive: true);
    }

    private static async Task LookAtAPersonAsync(Visitor admin)
    {
        var page = admin.Page;
        await admin.OpenAsync("/admin/people?q=manager");
        await page.ClickAsync("tbody th a");
        await admin.LookAsync("admin-person");
        var address = new Uri(page.Url).AbsolutePath;
        await page.FillAsync("#latin", "Олена");
        await page.ClickAsync("form[action*='Name'] button");
        await Expect(page.Locator("[role=alert]")).ToBeVisibleAsync();
        await Expect(page.Locator("#latin")).ToHaveValueAsync("Олена");
        await page.FillAsync("#territory", "xyz");
        await page.ClickAsync("form[action*='Give'] button");
        await Expect(page.Locator("#territory")).ToHaveValueAsync("xyz");
        await admin.LookAsync("admin-person-nonsense");
        await admin.OpenAsync(address);
        await page.ClickAsync("a[href*='duplicates?person']");
        await page.FillAsync("#q", "Дем");
        await page.ClickAsync("main form[role=search] button");
        await admin.LookAsync("admin-duplicates-other");
        await page.ClickAsync("a[href*='/admin/people/merge?']");
        await admin.LookAsync("admin-merge");
        await page.ClickAsync("main form button");
        await Expect(page.Locator("[role=alert]")).ToBeVisibleAsync();
    }

    private static async Task RevokeAsync(Visitor admin, string number)
    {
        var page = admin.Page;
        admin.Watch.Expect(Refusals);
        await admin.OpenAsync($"/admin/certificates/{number}");
        await page.SelectOptionAsync("#cause", "Misconduct");
        await page.FillAsync("#revoke-reason", " ");
        await page.ClickAsync("form[action*='Revoke'] button");
        await Expect(page.Locator("[role=alert]")).ToBeVisibleAsync();
        await Expect(page.Locator("#cause")).ToHaveValueAsync("Misconduct");
        await page.FillAsync("#revoke-reason", "Роботу виконав інший");
        await page.ClickAsync("form[action*='Revoke'] button");
        await admin.LookAsync("admin-certificate-confirm");
        await page.ClickAsync("form[action*='Revoke'] button");
        await Expect(page.Locator(".notice.good")).ToBeVisibleAsync();
    }

    private static async Task ReissueAsync(Visitor admin, string number)
    {
        var page = admin.Page;
        await admin.OpenAsync($"/admin/certificates/{number}");
        await page.FillAsync("#reissue-reason", "Помилка в імені");
        await page.ClickAsync("form[action*='Reissue'] button");
        await page.ClickAsync("form[action*='Reissue'] button");
        await Expect(page.Locator(".notice.good")).ToBeVisibleAsync();
        await admin.LookAsync("admin-certificate-replaced");
    }

    private async Task LookAsAStrangerAsync(
        ServerProcess server,
        string language,
        List<string> codes,
        string[] numbers
    )
    {
        await using var stranger = await chromium.VisitorAsync(server, Screen.Phone, language);
        stranger.Watch.Expect(Refusals);
        var page = stranger.Page;
        foreach (
            var (state, address) in new[]
            {
                ("form", "/verify"),
                ("valid", codes[0]),
                ("revoked", codes[1]),
                ("replaced", codes[2]),
                ("past", $"{codes[0]}?on=2020-01-01"),
                ("no-day", $"{codes[0]}?on=someday"),
                ("unknown", "/verify/00000000000000000000000000"),
                ("list", "/verify/list"),
            }
        )
        {
            await stranger.OpenAsync(address);
            await stranger.LookAsync($"verify-{state}");
        }

        var lines = numbers.Zip(codes, (number, code) => $"{number} {code.Split('/')[^1]}");
        await page.FillAsync("#list", string.Join('\n', lines.Append("nonsense")));
        await page.Locator("main form button").First.ClickAsync();
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(4);
        await stranger.LookAsync("verify-list-answers");
        await page.FillAsync("#list", "");
        await page.Locator("main form button").First.ClickAsync();
        await Expect(page.Locator(".error-summary")).ToBeVisibleAsync();
        await stranger.LookAsync("verify-list-empty");
        stranger.Watch.AssertQuiet();
    }

    private static async Task LookAtAsync(Visitor visitor, params string[] addresses)
    {
        visitor.Watch.Expect(Refusals);
        foreach (var address in addresses)
        {
            await visitor.OpenAsync(address);
            await Expect(visitor.Page.Locator("h1")).ToHaveCountAsync(1);
            var name = address.Split('?')[0].Trim('/').Replace('/', '-');
            await visitor.LookAsync(address.Contains('?') ? $"{name}-asked" : name);
        }
    }

    private static async Task RefusedAsync(Visitor visitor, string name)
    {
        visitor.Watch.Expect(Refusals);
        await visitor.Page.ClickAsync("main form button[type=submit]");
        await Expect(visitor.Page.Locator(".error-summary")).ToBeFocusedAsync();
        await visitor.LookAsync(name);
    }

    private static async Task<string[]> IssueAsync(ServerProcess server, params string[] names)
    {
        var numbers = new List<string>();
        foreach (var name in names)
        {
            var email = $"{name}@demo.example";
            using var http = await server.SignedInAsync(name);
            await new CourseTaker(Register.Of(server), http, email).TakeUntilCutAsync();
            var link = (await http.OpenAsync("/certificates")).QuerySelector("a[href*='.pdf']")!;
            numbers.Add(link.GetAttribute("href")!.Split('/')[^1].Split(".pdf")[0]);
        }

        return [.. numbers];
    }

    private async Task<Visitor> SignedInAsync(ServerProcess server, string name, string language)
    {
        var person = await chromium.VisitorAsync(server, Screen.Phone, language);
        await person.OpenAsync("/account/login");
        await person.SignInAsync(name);
        await person.ArriveAsync("/learn");
        return person;
    }
}
