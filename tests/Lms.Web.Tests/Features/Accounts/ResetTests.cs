using System.Net;
using System.Text.RegularExpressions;
using Lms.Web.Access;
using Lms.Web.Features.Shared;
using Lms.Web.Mail;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Accounts;

/// <summary>A forgotten password is set anew by a link that works once, for an hour.</summary>
public sealed partial class ResetTests
{
    private const string Email = "specialist@demo.example";
    private const string New = "нова довга фраза 7";

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task The_link_works_once_ends_every_session_and_signs_nobody_in(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        using var signedIn = host.Anonymous();
        await signedIn.SignInAsync(Email);
        using var client = host.Anonymous();
        var link = await LinkAsync(host, client);
        Assert.Equal("http://localhost", new Uri(link).GetLeftPart(UriPartial.Authority));
        var path = new Uri(link).AbsolutePath;
        using (var opened = await client.GetAsync(path))
        {
            Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
            Assert.Equal("no-referrer", opened.Headers.GetValues("Referrer-Policy").Single());
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await SetAsync(client, path, "short"));
        Assert.Equal(HttpStatusCode.Redirect, await SetAsync(client, path, New));
        Assert.Equal(HttpStatusCode.Redirect, await AskAsync(client, "/learn"));
        Assert.Equal(HttpStatusCode.Redirect, await AskAsync(signedIn, "/learn"));
        Assert.Equal(HttpStatusCode.NotFound, await AskAsync(client, path));
        await client.SignInAsync(Email, New);
    }

    [Fact]
    public async Task A_reset_ends_passkeys_that_a_stranger_may_have_left()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        await using var db = host.Look();
        var account = await db.Accounts.SingleAsync(one => one.Email == Email);
        await db.AddPasskeyAsync(account.Id, [1, 2, 3]);
        using var client = host.Anonymous();
        var path = new Uri(await LinkAsync(host, client)).AbsolutePath;

        Assert.Equal(HttpStatusCode.Redirect, await SetAsync(client, path, New));

        Assert.False(await db.PasskeysOf(account.Id).AnyAsync());
        var act = await db.Audit.SingleAsync(one => one.Action == AuditAction.PasskeyRemoved);
        Assert.Equal((account.PersonId, "reset"), (act.Subject, act.Detail));
    }

    [Theory]
    [InlineData(AccessRole.Specialist, null, 0)]
    [InlineData(AccessRole.Manager, null, 1)]
    [InlineData(AccessRole.Manager, "protected", 0)]
    public async Task A_passkey_stays_where_it_is_the_second_factor_that_must_be(
        AccessRole role,
        string? totp,
        int left
    )
    {
        await using var host = await LmsHost.StartAsync(
            TestDatabase.Sqlite,
            settings: ("Lms:Demo", "false")
        );
        await using var db = host.Look();
        var account = new Account
        {
            Id = new(Guid.CreateVersion7(LmsHost.Start)),
            UserName = "director@example.org",
            NormalizedUserName = "DIRECTOR@EXAMPLE.ORG",
            TotpSecret = totp,
        };
        account.Grants.Add(
            new()
            {
                Id = new(Guid.CreateVersion7(LmsHost.Start)),
                AccountId = account.Id,
                Role = role,
                From = new(2026, 11, 1),
            }
        );
        db.Accounts.Add(account);
        await db.SaveChangesAsync();
        await db.AddPasskeyAsync(account.Id, [1, 2, 3]);

        await using var work = host.Services.WorkAs("a test resets");
        var passwords = work.Services.GetRequiredService<SetPassword>();
        await db.WriteAsync(async () =>
        {
            Assert.Equal(PasswordAnswer.Done, await passwords.AnewAsync(db, account, New));
            await db.SaveChangesAsync();
        });

        Assert.Equal(left, await db.PasskeysOf(account.Id).CountAsync());
    }

    [Fact]
    public async Task The_link_is_void_after_an_hour_a_newer_one_and_a_changed_password()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        using var client = host.Anonymous();
        var first = new Uri(await LinkAsync(host, client)).AbsolutePath;
        var second = new Uri(await LinkAsync(host, client, 2)).AbsolutePath;
        Assert.Equal(HttpStatusCode.NotFound, await AskAsync(client, first));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(client, second));
        host.Clock.Forward(TimeSpan.FromMinutes(60));
        Assert.Equal(HttpStatusCode.NotFound, await AskAsync(client, second));

        var third = new Uri(await LinkAsync(host, client, 3)).AbsolutePath;
        await client.SignInAsync(Email);
        using var changed = await client.SubmitAsync(
            "/account/security/password",
            "main form",
            ("Old", Visits.Password),
            ("New", New)
        );
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await AskAsync(client, third));
    }

    [Fact]
    public async Task A_known_and_an_unknown_address_get_the_same_words_and_only_the_known_a_letter()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        using var client = host.Anonymous();
        var hasher = host.Services.GetRequiredService<NormalisingHasher>();
        var before = hasher.Worked;
        var unknown = await AskForAsync(client, "nobody@demo.example");
        var known = await AskForAsync(client, Email);
        Assert.Equal(unknown, known);
        Assert.Equal(before, hasher.Worked);
        var letter = Assert.Single(await LettersAsync(host, 1));
        Assert.Equal(Email, letter.To);
        Assert.Equal("Посилання для входу", letter.Subject);
    }

    [Theory]
    [InlineData("")]
    [InlineData("050 123-45-67")]
    [InlineData("specialist demo.example")]
    public async Task What_is_no_address_is_answered_in_words_and_stays(string typed)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        using var client = host.Anonymous();
        using var answer = await client.SubmitAsync(
            "/account/reset",
            "main form",
            ("Email", typed)
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.ReadAsync();
        Assert.NotNull(page.QuerySelector(".error-summary a[href='#email']"));
        Assert.Equal(typed, page.QuerySelector("#email")!.GetAttribute("value") ?? "");
        Assert.Empty(await LettersAsync(host, 0));
    }

    [Fact]
    public async Task Letters_to_one_address_are_few()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        using var client = host.Anonymous();
        for (var round = 0; round < 3; round++)
        {
            Assert.Equal(HttpStatusCode.OK, (await AskForAsync(client, Email)).Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await AskForAsync(client, Email)).Status);
    }

    private static async Task<(HttpStatusCode Status, string Words)> AskForAsync(
        HttpClient client,
        string email
    )
    {
        using var answer = await client.SubmitAsync(
            "/account/reset",
            "main form",
            ("Email", email)
        );
        var page = await answer.ReadAsync();
        return (answer.StatusCode, page.QuerySelector("main")!.TextContent);
    }

    private static async Task<string> LinkAsync(LmsHost host, HttpClient client, int letters = 1)
    {
        host.Clock.Forward(TimeSpan.FromSeconds(1));
        await AskForAsync(client, Email);
        var all = await LettersAsync(host, letters);
        return Link().Match(all[^1].Body).Value;
    }

    // The letter is written apart from the request.
    private static async Task<List<OutgoingMail>> LettersAsync(LmsHost host, int number)
    {
        for (var round = 0; ; round++)
        {
            await using var db = host.Look();
            var letters = await db.OutgoingMail.OrderBy(mail => mail.CreatedAt).ToListAsync();
            if (letters.Count >= number)
            {
                return letters;
            }

            Assert.True(round < 100, "No letter was written.");
            await Task.Delay(100);
        }
    }

    private static async Task<HttpStatusCode> SetAsync(
        HttpClient client,
        string path,
        string password
    )
    {
        using var answer = await client.SubmitAsync(path, "main form", ("Password", password));
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> AskAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address);
        return answer.StatusCode;
    }

    [GeneratedRegex("http://[^ ]+/account/reset/[A-Za-z0-9_-]+", RegexOptions.None, 1000)]
    private static partial Regex Link();
}
