using System.Net;
using Lms.Web.Access;
using Lms.Web.Features.Account;
using Lms.Web.Features.Account.Security;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Accounts;

/// <summary>A password alone opens nothing to whoever has a second factor, or must have one.</summary>
public sealed class SecondFactorTests
{
    private const string Email = "specialist@demo.example";
    private const string Step = "/account/login/second";

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1234567890, "005924")]
    [InlineData(20000000000, "353130")]
    public void The_codes_are_those_of_the_standard(long seconds, string code) =>
        // RFC 6238, appendix B, the last six digits.
        Assert.Equal(
            code,
            Totp.Code(
                "12345678901234567890"u8.ToArray(),
                Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds))
            )
        );

    [Fact]
    public void A_key_is_written_as_apps_read_it()
    {
        Assert.Equal("MZXW6YTBOI", Base32.Of("foobar"u8));
        Assert.Equal("GEZD GNBV GY3T QOJQ", Base32.InFours(Base32.Of("1234567890"u8)));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task After_the_password_comes_the_code_and_no_code_is_taken_twice(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        using var client = host.Anonymous();
        await client.SignInAsync(Email);
        var (app, codes) = await AuthenticatorApp.SetUpAsync(host.Clock, client);
        Assert.Equal(10, codes.Distinct().Count());
        Assert.Equal(HttpStatusCode.OK, await AskAsync(client, "/learn"));

        host.Clock.Forward(TimeSpan.FromMinutes(5));
        using var other = host.Anonymous();
        await other.SignInAsync(Email);
        using (var closed = await other.GetAsync("/learn"))
        {
            Assert.Equal($"{Step}?from=%2Flearn", closed.Headers.Location!.ToString());
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await EnterAsync(other, "000000"));
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            await EnterAsync(other, app.Code(stepsAhead: -2))
        );
        var code = app.Code(stepsAhead: 1);
        Assert.Equal(HttpStatusCode.Redirect, await EnterAsync(other, code));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(other, "/learn"));

        using var third = host.Anonymous();
        await third.SignInAsync(Email);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await EnterAsync(third, code));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await EnterAsync(third, app.Code()));
        await using var db = host.Look();
        var account = await db.Accounts.SingleAsync(one => one.Email == Email);
        Assert.True(account.TotpSecret!.Length > 60);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Of_two_that_send_the_same_code_at_once_one_gets_in(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        using var client = host.Anonymous();
        await client.SignInAsync(Email);
        var (app, codes) = await AuthenticatorApp.SetUpAsync(host.Clock, client);
        host.Clock.Forward(TimeSpan.FromMinutes(5));
        await using var db = host.Look();
        var id = (await db.Accounts.SingleAsync(one => one.Email == Email)).Id;
        var second = host.Services.GetRequiredService<SecondFactor>();
        foreach (var typed in new[] { app.Code(), codes[0] })
        {
            var all = await Task.WhenAll(
                Enumerable.Range(0, 8).Select(_ => Task.Run(() => second.TakeAsync(id, typed)))
            );
            Assert.Single(all, means => means is not null);
        }
    }

    [Fact]
    public async Task A_recovery_code_lets_in_once_however_it_is_written()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        using var client = host.Anonymous();
        await client.SignInAsync(Email);
        var (_, codes) = await AuthenticatorApp.SetUpAsync(host.Clock, client);
        foreach (
            var (expected, number) in new[]
            {
                (HttpStatusCode.Redirect, 0),
                (HttpStatusCode.UnprocessableEntity, 1),
            }
        )
        {
            using var other = host.Anonymous();
            await other.SignInAsync(Email);
            var typed = codes[0].ToLowerInvariant().Replace('-', ' ');
            Assert.Equal((expected, number), (await EnterAsync(other, typed), number));
        }

        Assert.Contains(
            "Лишилося 9 кодів",
            (await client.OpenAsync("/account/security")).Body!.TextContent,
            StringComparison.Ordinal
        );
        using var made = await client.SubmitAsync("/account/security/recovery-codes", "main form");
        Assert.Equal(10, AuthenticatorApp.CodesOn(await made.ReadAsync()).Count);
        using var late = host.Anonymous();
        await late.SignInAsync(Email);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await EnterAsync(late, codes[1]));
    }

    [Fact]
    public async Task Codes_are_guessed_slowly()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        using var client = host.Anonymous();
        await client.SignInAsync(Email);
        await AuthenticatorApp.SetUpAsync(host.Clock, client);
        using var other = host.Anonymous();
        await other.SignInAsync(Email);
        var answers = new List<HttpStatusCode>();
        for (var round = 0; round < 6; round++)
        {
            answers.Add(await EnterAsync(other, "123456"));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        Assert.Equal(5, answers.Count(one => one == HttpStatusCode.UnprocessableEntity));
    }

    [Fact]
    public async Task A_password_alone_neither_replaces_the_second_factor_nor_adds_a_passkey()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        using var client = host.Anonymous();
        await client.SignInAsync(Email);
        await AuthenticatorApp.SetUpAsync(host.Clock, client);
        using var thief = host.Anonymous();
        await thief.SignInAsync(Email);
        foreach (
            var closed in new[]
            {
                "/account/security",
                "/account/security/second-factor",
                "/account/security/passkeys",
                "/account/security/recovery-codes",
                "/account/security/password",
                "/certificates",
            }
        )
        {
            using var answer = await thief.GetAsync(closed);
            Assert.Equal((closed, HttpStatusCode.Redirect), (closed, answer.StatusCode));
            Assert.StartsWith(
                Step,
                answer.Headers.Location!.ToString(),
                StringComparison.OrdinalIgnoreCase
            );
        }

        using var api = await thief.GetAsync(
            "/api/v1/attempts/0195d3f0-0000-7000-8000-000000000000"
        );
        Assert.Equal(HttpStatusCode.Forbidden, api.StatusCode);
    }

    [Fact]
    public async Task Outside_the_demonstration_the_first_administrator_reaches_nothing_before_it_is_set()
    {
        await using var host = await LmsHost.StartAsync(
            TestDatabase.Sqlite,
            settings: ("Lms:Demo", "false")
        );
        string? code;
        await using (var work = host.Services.WorkAs("a test"))
        {
            code = await work.Services.GetRequiredService<FirstAdministrator>().NewCodeAsync();
        }

        using var client = host.Anonymous();
        using var weak = await client.SubmitAsync(
            "/account/setup",
            "main form",
            ("Code", code!),
            ("Email", "director@example.org"),
            ("Password", "password password")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, weak.StatusCode);
        Assert.Contains(
            "поширений",
            (await weak.ReadAsync()).Body!.TextContent,
            StringComparison.Ordinal
        );
        using var made = await client.SubmitAsync(
            "/account/setup",
            "main form",
            ("Code", code!),
            ("Email", "director@example.org"),
            ("Password", "чотири гарбузи на возі")
        );
        Assert.Equal("/admin", made.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.Redirect, await AskAsync(client, "/admin"));
        Assert.Equal(HttpStatusCode.Redirect, await AskAsync(client, "/account/security"));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(client, "/help"));

        await AuthenticatorApp.SetUpAsync(host.Clock, client);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(client, "/admin"));
        var page = await client.OpenAsync("/account/security/second-factor");
        Assert.Null(page.QuerySelector("form[action*=Remove]"));
    }

    private static async Task<HttpStatusCode> EnterAsync(HttpClient client, string code)
    {
        using var answer = await client.SubmitAsync(Step, "main form.form", ("Code", code));
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> AskAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address);
        return answer.StatusCode;
    }
}
