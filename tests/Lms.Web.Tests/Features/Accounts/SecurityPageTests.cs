using System.Net;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Features.Accounts;

/// <summary>One sees where one is signed in and ends what is not one's own.</summary>
public sealed class SecurityPageTests
{
    private const string Email = "specialist@demo.example";
    private const string Address = "/account/security";

    [Fact]
    public async Task Sessions_are_listed_this_one_is_marked_and_each_other_can_be_ended()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        using var own = host.Anonymous();
        own.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (X11; Linux) Firefox/140.0");
        using var phone = host.Anonymous();
        using var library = host.Anonymous();
        foreach (var client in new[] { own, phone, library })
        {
            await client.SignInAsync(Email);
            host.Clock.Forward(TimeSpan.FromMinutes(6));
        }

        var page = await own.OpenAsync(Address);
        var rows = page.QuerySelectorAll("section .rows > li");
        Assert.Equal(3, rows.Length);
        Assert.Contains("Firefox, Linux", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("цей пристрій", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Null(rows[0].QuerySelector("form"));

        using var ended = await own.SubmitAsync(page, Address, "form[action*='handler=End']");
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        var left = await own.OpenAsync(Address);
        Assert.Equal(2, left.QuerySelectorAll("section .rows > li").Length);
        Assert.NotNull(left.QuerySelector("[role=status]"));

        using var all = await own.SubmitAsync(left, Address, "form[action*='handler=EndOthers']");
        Assert.Equal(HttpStatusCode.OK, await AskAsync(own));
        Assert.Equal(HttpStatusCode.Redirect, await AskAsync(phone));
        Assert.Equal(HttpStatusCode.Redirect, await AskAsync(library));
    }

    [Fact]
    public async Task A_foreign_session_is_not_ended()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        using var other = host.Anonymous();
        await other.SignInAsync("specialist2@demo.example");
        host.Clock.Forward(TimeSpan.FromSeconds(1));
        using var own = host.Anonymous();
        await own.SignInAsync(Email);
        using var third = host.Anonymous();
        await third.SignInAsync(Email);
        await using var db = host.Look();
        var theirs = await db.Sessions.OrderBy(session => session.StartedAt).FirstAsync();
        using var answer = await own.SubmitAsync(
            Address,
            "form[action*='handler=End']",
            ("session", theirs.Id.Value.ToString())
        );
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(other));
    }

    [Fact]
    public async Task Changing_the_password_asks_for_the_old_one_and_ends_all_other_sessions()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        using var own = host.Anonymous();
        using var other = host.Anonymous();
        await own.SignInAsync(Email);
        await other.SignInAsync(Email);
        const string next = "зовсім інша фраза";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await ChangeAsync(own, "wrong", next));
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            await ChangeAsync(own, Visits.Password, "qwertyuiopasdfgh")
        );
        Assert.Equal(HttpStatusCode.OK, await AskAsync(other));
        Assert.Equal(HttpStatusCode.Redirect, await ChangeAsync(own, Visits.Password, next));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(own));
        Assert.Equal(HttpStatusCode.Redirect, await AskAsync(other));
        await other.SignInAsync(Email, next);
    }

    [Fact]
    public async Task What_guards_an_account_asks_for_a_fresh_proof_and_leads_back()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        using var client = host.Anonymous();
        await client.SignInAsync(Email);
        const string address = "/account/security/second-factor";
        var form = await client.OpenAsync(address);
        host.Clock.Forward(TimeSpan.FromMinutes(16));
        using var late = await client.GetAsync(address);
        Assert.Equal(HttpStatusCode.Redirect, late.StatusCode);
        Assert.StartsWith(
            "/account/login?again=true&from=",
            late.Headers.Location!.ToString(),
            StringComparison.Ordinal
        );
        using var typed = await client.SubmitAsync(form, address, "main form", ("Code", "1"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, typed.StatusCode);
        host.Clock.Forward(TimeSpan.FromMinutes(15));
        using var tooLate = await client.SubmitAsync(form, address, "main form", ("Code", "1"));
        Assert.Equal(HttpStatusCode.Redirect, tooLate.StatusCode);

        using var proved = await client.SubmitAsync(
            late.Headers.Location!.ToString(),
            "main form",
            ("Email", Email),
            ("Password", Visits.Password)
        );
        Assert.Equal(address, proved.Headers.Location!.ToString());
        using var again = await client.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    private static async Task<HttpStatusCode> ChangeAsync(
        HttpClient client,
        string old,
        string next
    )
    {
        using var answer = await client.SubmitAsync(
            "/account/security/password",
            "main form",
            ("Old", old),
            ("New", next)
        );
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> AskAsync(HttpClient client)
    {
        using var answer = await client.GetAsync("/learn");
        return answer.StatusCode;
    }
}
