using System.Net;
using Lms.Web.Access;
using Lms.Web.Features.Account;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Accounts;

/// <summary>When nobody is an administrator any more, the console lets one in, and nobody else can.</summary>
public sealed class SetupAgainTests
{
    private const string Page = "/account/setup";
    private const string Passphrase = "чотири слова на папері";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_the_last_right_has_ended_only_the_console_opens_the_page(bool isEnded)
    {
        await using var host = await LmsHost.StartAsync(
            TestDatabase.Sqlite,
            settings: ("Lms:Demo", "false")
        );
        using var first = await SetUpAsync(host, (await CodeAsync(host))!, "director@example.org");
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Null(await CodeAsync(host));
        Assert.Equal(HttpStatusCode.NotFound, (await host.Anonymous().GetAsync(Page)).StatusCode);

        await using var db = host.Look();
        if (isEnded)
        {
            await db.Grants.ExecuteUpdateAsync(set =>
                set.SetProperty(one => one.To, new DateOnly(2026, 11, 22))
            );
        }
        else
        {
            await db.Accounts.ExecuteUpdateAsync(set =>
                set.SetProperty(one => one.DeactivatedAt, LmsHost.Start)
            );
        }

        // People go on, and a stranger finds no page.
        var login = await host.Anonymous().GetAsync("/account/login");
        Assert.Equal(HttpStatusCode.OK, login.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Anonymous().GetAsync(Page)).StatusCode);

        var code = (await CodeAsync(host))!;
        using var guess = await SetUpAsync(host, new string('0', 32), "guess@example.org");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, guess.StatusCode);
        using var taken = await SetUpAsync(host, code, "director@example.org");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, taken.StatusCode);
        using var next = await SetUpAsync(host, code, "next@example.org");
        Assert.Equal(HttpStatusCode.Redirect, next.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Anonymous().GetAsync(Page)).StatusCode);
    }

    private static async Task<string?> CodeAsync(LmsHost host)
    {
        await using var work = host.Services.WorkAs("a test at the console");
        return await work.Services.GetRequiredService<FirstAdministrator>().NewCodeAsync();
    }

    private static Task<HttpResponseMessage> SetUpAsync(LmsHost host, string code, string email) =>
        host.Anonymous()
            .SubmitAsync(
                Page,
                "main form",
                ("Code", code),
                ("Email", email),
                ("Password", Passphrase)
            );
}
