using System.Net;
using Lms.Web.Access;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Access;

/// <summary>A cookie is worth what its session on the server is worth, wherever a copy of it is.</summary>
public sealed class SessionTests
{
    private const string Email = "specialist@demo.example";

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_copied_cookie_is_refused_after_the_log_out(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        using var client = host.Anonymous();
        var copy = await SignInAsync(host, client);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(copy));

        using var left = await client.SubmitAsync("/account/logout", "main form");
        Assert.Equal(HttpStatusCode.Redirect, left.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, await AskAsync(copy));
        await using var db = host.Look();
        Assert.Equal(host.Clock.GetUtcNow(), (await db.Sessions.SingleAsync()).EndedAt);
        Assert.Single(await db.Audit.Where(e => e.Action == AuditAction.SignInEnded).ToListAsync());
    }

    [Fact]
    public async Task Signing_in_again_gives_a_new_session_and_ends_the_one_before()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        using var client = host.Anonymous();
        var before = await SignInAsync(host, client);
        await client.SignInAsync("specialist2@demo.example");
        Assert.Equal(HttpStatusCode.Redirect, await AskAsync(before));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(client));
    }

    [Theory]
    [InlineData("stamp")]
    [InlineData("deactivated")]
    [InlineData("ended")]
    public async Task A_changed_password_a_closed_account_and_an_ended_session_count_at_once(
        string change
    )
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        using var client = host.Anonymous();
        await client.SignInAsync(Email);
        await using (var db = host.Look())
        {
            var account = await db.Accounts.SingleAsync(one => one.Email == Email);
            switch (change)
            {
                case "stamp":
                    account.SecurityStamp = "another";
                    break;
                case "deactivated":
                    account.DeactivatedAt = host.Clock.GetUtcNow();
                    break;
                default:
                    await host.Services.GetRequiredService<Sessions>().EndAllAsync(db, account.Id);
                    break;
            }

            await db.SaveChangesAsync();
        }

        Assert.Equal(HttpStatusCode.Redirect, await AskAsync(client));
    }

    [Fact]
    public async Task All_others_end_and_this_one_stays()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        using var one = host.Anonymous();
        using var other = host.Anonymous();
        await one.SignInAsync(Email);
        host.Clock.Forward(TimeSpan.FromSeconds(1));
        await other.SignInAsync(Email);
        await using (var db = host.Look())
        {
            var first = await db.Sessions.OrderBy(session => session.Id).FirstAsync();
            await host
                .Services.GetRequiredService<Sessions>()
                .EndAllAsync(db, first.AccountId, first.Id);
            await db.SaveChangesAsync();
        }

        Assert.Equal(HttpStatusCode.OK, await AskAsync(one));
        Assert.Equal(HttpStatusCode.Redirect, await AskAsync(other));
    }

    [Fact]
    public async Task A_session_is_seen_to_five_minutes_and_ends_after_thirty_days_however_often_it_is()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        using var client = host.Anonymous();
        await client.SignInAsync(Email);
        host.Clock.Forward(TimeSpan.FromMinutes(4));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(client));
        Assert.Equal(LmsHost.Start, await SeenAsync(host));
        host.Clock.Forward(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(client));
        Assert.Equal(LmsHost.Start.AddMinutes(5), await SeenAsync(host));

        for (var week = 1; week <= 4; week++)
        {
            host.Clock.Forward(TimeSpan.FromDays(7));
            Assert.Equal(HttpStatusCode.OK, await AskAsync(client));
        }

        host.Clock.Forward(TimeSpan.FromDays(3));
        Assert.Equal(HttpStatusCode.Redirect, await AskAsync(client));
    }

    [Theory]
    [InlineData(
        "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
        "Firefox, Linux"
    )]
    [InlineData(
        "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36",
        "Chrome, Android"
    )]
    [InlineData("<script>alert(1)</script>", "")]
    public void A_device_is_told_in_words(string userAgent, string words) =>
        Assert.Equal(words, Device.Of(userAgent));

    /// <returns>Another client with the same cookie and nothing else.</returns>
    private static async Task<HttpClient> SignInAsync(LmsHost host, HttpClient client)
    {
        using var answer = await client.SubmitAsync(
            "/account/login",
            "main form",
            ("Email", Email),
            ("Password", Visits.Password)
        );
        var cookie = answer
            .Headers.GetValues("Set-Cookie")
            .Single(one => one.StartsWith("lms=", StringComparison.Ordinal))
            .Split(';')[0];
        var copy = host.Anonymous();
        copy.DefaultRequestHeaders.Remove("Cookie");
        copy.DefaultRequestHeaders.Add("Cookie", cookie);
        return copy;
    }

    private static async Task<HttpStatusCode> AskAsync(HttpClient client)
    {
        using var answer = await client.GetAsync("/learn");
        return answer.StatusCode;
    }

    private static async Task<DateTimeOffset> SeenAsync(LmsHost host)
    {
        await using var db = host.Look();
        return (await db.Sessions.SingleAsync()).SeenAt;
    }
}
