using System.Net;
using System.Text.RegularExpressions;
using Lms.Browser.Tests.Support;
using Lms.Web.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Lms.Browser.Tests.Start;

/// <summary>Nothing opens before the first administrator is in.</summary>
[Collection(BrowserCollection.Name)]
public sealed partial class SetupTests(Chromium chromium)
{
    private const string Setup = "/account/setup";
    private const string Email = "director@example.org";
    private const string Password = "a long enough sentence";

    [Fact]
    public async Task Outside_demo_only_the_probes_and_the_setup_answer_until_the_one_time_code_is_used()
    {
        var settings = new ServerSettings { IsDemo = false };
        await using var server = await ServerProcess.StartAsync(settings);
        using var visitor = server.NewClient();
        foreach (
            var closed in new[]
            {
                "/",
                "/courses",
                "/account/login",
                "/help",
                "/verify",
                "/js/outbox.js",
                "/.well-known/jwks.json",
            }
        )
        {
            Assert.Equal(
                (closed, HttpStatusCode.ServiceUnavailable),
                (closed, await StatusAsync(visitor, closed))
            );
        }

        foreach (var open in new[] { "/healthz", "/readyz", Setup, "/css/site.css" })
        {
            Assert.Equal((open, HttpStatusCode.OK), (open, await StatusAsync(visitor, open)));
        }

        await LookAsync(server);
        var made = await Product.RunAsync(settings.Environment, "admin", "create");
        Assert.Equal(0, made.Code);
        Assert.Contains(
            $"http://localhost:{settings.Port}{Setup}",
            made.Output,
            StringComparison.Ordinal
        );
        var code = Code().Match(made.Output).Value;

        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            await UseAsync(visitor, "wrong", Password)
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await UseAsync(visitor, code, "short"));
        using var late = server.NewClient();
        var page = await late.OpenAsync(Setup);
        Assert.Equal(HttpStatusCode.Redirect, await UseAsync(visitor, code, Password));
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(visitor, "/admin"));
        await AuthenticatorApp.SetUpAsync(TimeProvider.System, visitor);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(visitor, "/admin"));

        using var stranger = server.NewClient();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(stranger, "/"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(stranger, Setup));
        using var twice = await late.SubmitAsync(page, Setup, "main form", Fields(code, Password));
        Assert.Equal(HttpStatusCode.NotFound, twice.StatusCode);
        await stranger.SignInAsync(Email, Password);

        var again = await Product.RunAsync(settings.Environment, "admin", "create");
        Assert.Equal(1, again.Code);
        await server.DisposeAsync();
        Directory.Delete(settings.Data, recursive: true);
    }

    private async Task LookAsync(ServerProcess server)
    {
        await using var visitor = await chromium.VisitorAsync(server, Screen.Phone, "uk");
        visitor.Watch.Expect("status of 503");
        visitor.Watch.Expect("status of 422");
        await visitor.OpenAsync("/");
        await visitor.LookAsync("setup-pending");
        await visitor.Page.ClickAsync($"main a[href='{Setup}']");
        await visitor.ArriveAsync(Setup);
        await visitor.LookAsync("setup");
        await visitor.Page.ClickAsync("main form button");
        await Expect(visitor.Page.Locator(".error-summary")).ToBeVisibleAsync();
        await visitor.LookAsync("setup-fault");
        visitor.Watch.AssertQuiet();
    }

    private static async Task<HttpStatusCode> UseAsync(
        HttpClient visitor,
        string code,
        string password
    )
    {
        using var answer = await visitor.SubmitAsync(Setup, "main form", Fields(code, password));
        return answer.StatusCode;
    }

    private static (string Name, string Value)[] Fields(string code, string password) =>
        [("Code", code), ("Email", Email), ("Password", password)];

    private static async Task<HttpStatusCode> StatusAsync(HttpClient visitor, string address)
    {
        using var answer = await visitor.GetAsync(address);
        return answer.StatusCode;
    }

    [GeneratedRegex("[0-9a-f]{32}", RegexOptions.None, 1000)]
    private static partial Regex Code();
}
