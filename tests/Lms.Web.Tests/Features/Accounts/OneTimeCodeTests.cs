using System.Net;
using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Features.Shared.WaysIn;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Features.Accounts;

/// <summary>A forgotten password, no e-mail, and a manager who knows the person.</summary>
public sealed class OneTimeCodeTests
{
    private const string Code = "/account/code";

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_code_sets_a_new_password_ends_every_session_and_is_told_of(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var manager = await host.SignedInAsync("manager");
        var before = await host.SignedInAsync("specialist");
        var code = await GiveAsync(host, manager, "specialist");
        Assert.Equal(HttpStatusCode.OK, (await before.GetAsync("/learn")).StatusCode);

        var phone = host.Anonymous();
        using var used = await UseAsync(phone, "specialist@demo.example", Cyrillic(code));
        Assert.Equal("/learn", used.Headers.Location?.ToString());

        Assert.Equal(HttpStatusCode.Redirect, (await before.GetAsync("/learn")).StatusCode);
        var page = await phone.OpenAsync("/learn");
        Assert.Contains("Гриценко-Зразок Наталія", page.Words(), StringComparison.Ordinal);
        await host.Anonymous().SignInAsync("specialist@demo.example", Inviter.Passphrase);
        using var twice = await UseAsync(host.Anonymous(), "specialist@demo.example", code);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);

        await using var db = host.Look();
        var given = await db.Audit.SingleAsync(one => one.Action == AuditAction.OneTimeCodeGiven);
        Assert.Equal(await IdAsync(host, "specialist"), given.Subject);
        var letters = await db.OutgoingMail.ToListAsync();
        Assert.Equal(2, letters.Count(one => one.To == "specialist@demo.example"));
        var second = Assert.Single(letters, one => one.To == "regional@demo.example");
        Assert.DoesNotContain("Дем’янчук", second.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_late_and_unknown_say_the_same_and_mistakes_void_the_code_in_the_end()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var manager = await host.SignedInAsync("manager");
        var code = await GiveAsync(host, manager, "specialist");
        var words = new HashSet<string>();
        foreach (var login in new[] { "specialist@demo.example", "nobody@demo.example", "??" })
        {
            using var wrong = await UseAsync(host.Anonymous(), login, "00000-00000");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
            words.Add((await wrong.ReadAsync()).QuerySelector(".error-summary")!.TextContent);
        }

        using (var other = await UseAsync(host.Anonymous(), "specialist2@demo.example", code))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
        }

        await using (var db = host.Look())
        {
            // All but the last of the tries, from many networks.
            await db.Tickets.ExecuteUpdateAsync(set =>
                set.SetProperty(one => one.Tries, OneTimeCode.MostTries - 1)
            );
        }

        using (var last = await UseAsync(host.Anonymous(), "specialist@demo.example", "1"))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, last.StatusCode);
        }

        using var right = await UseAsync(host.Anonymous(), "specialist@demo.example", code);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, right.StatusCode);
        words.Add((await right.ReadAsync()).QuerySelector(".error-summary")!.TextContent);

        var late = await GiveAsync(host, manager, "specialist");
        host.Clock.Forward(TimeSpan.FromMinutes(30));
        using var tooLate = await UseAsync(host.Anonymous(), "specialist@demo.example", late);
        words.Add((await tooLate.ReadAsync()).QuerySelector(".error-summary")!.TextContent);
        Assert.Single(words);
        await host.Anonymous().SignInAsync("specialist@demo.example");
    }

    [Fact]
    public async Task A_stranger_who_guesses_is_slowed_and_neither_voids_the_code_nor_holds_others_up()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var manager = await host.SignedInAsync("manager");
        var code = await GiveAsync(host, manager, "specialist");
        for (var guess = 0; guess < 5; guess++)
        {
            using var wrong = await UseAsync(host.Anonymous(), "specialist@demo.example", "1");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        }

        using var slowed = await UseAsync(host.Anonymous(), "Specialist@demo.example", "1");
        Assert.Equal(HttpStatusCode.TooManyRequests, slowed.StatusCode);
        using var other = await UseAsync(host.Anonymous(), "specialist2@demo.example", "1");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);

        // What one network can do in the time of a code is far from its tries.
        var tries = 5 + (int)OneTimeCode.Validity.TotalMinutes;
        Assert.True(tries * 25 < OneTimeCode.MostTries, $"{tries} tries of one network");
        Assert.True(OneTimeCode.MostTries / Math.Pow(2, 50) < 1e-12);
        host.Clock.Forward(TimeSpan.FromMinutes(1));
        using var used = await UseAsync(host.Anonymous(), "specialist@demo.example", code);
        Assert.Equal(HttpStatusCode.Redirect, used.StatusCode);
    }

    [Fact]
    public async Task Who_looks_at_the_page_of_a_code_is_written_down()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var manager = await host.SignedInAsync("manager");
        using var page = await manager.GetAsync(await AddressAsync(host, "specialist"));
        var person = await IdAsync(host, "specialist");
        await using var db = host.Look();
        Assert.True(
            await db.Audit.AnyAsync(one =>
                one.Action == AuditAction.PersonLooked && one.Subject == person
            )
        );
    }

    [Fact]
    public async Task A_weak_password_uses_up_neither_the_code_nor_a_try()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var manager = await host.SignedInAsync("manager");
        var code = await GiveAsync(host, manager, "specialist");
        var phone = host.Anonymous();
        using var weak = await UseAsync(phone, "specialist@demo.example", code, "short");
        var page = await weak.ReadAsync();
        Assert.Equal(code, page.QuerySelector("#code")!.GetAttribute("value"));

        using var used = await UseAsync(phone, "specialist@demo.example", code);
        Assert.Equal(HttpStatusCode.Redirect, used.StatusCode);
    }

    [Fact]
    public async Task Nobody_gives_a_code_outside_the_scope_or_to_whoever_may_do_more()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var manager = await host.SignedInAsync("manager");
        var form = await manager.OpenAsync(await AddressAsync(host, "specialist"));
        foreach (var (name, status) in new[] { ("specialist2", 404), ("manager", 200) })
        {
            var address = await AddressAsync(host, name);
            using var shown = await manager.GetAsync(address);
            Assert.Equal(status, (int)shown.StatusCode);
            using var forged = await manager.SubmitAsync(form, address, "main form");
            Assert.Equal(status, (int)forged.StatusCode);
            Assert.Null((await forged.ReadAsync()).QuerySelector("#one-time-code"));
        }

        var regional = await host.SignedInAsync("regional");
        foreach (var name in new[] { "trainer", "author", "manager" })
        {
            var page = await regional.OpenAsync(await AddressAsync(host, name));
            Assert.Null(page.QuerySelector("main form"));
        }

        var admin = await host.SignedInAsync("admin");
        await GiveAsync(host, admin, "trainer");
        foreach (var name in new[] { "specialist", "trainer", "auditor" })
        {
            var other = await host.SignedInAsync(name);
            using var shown = await other.GetAsync(await AddressAsync(host, "specialist"));
            Assert.Equal(HttpStatusCode.Forbidden, shown.StatusCode);
        }

        await using var db = host.Look();
        Assert.Equal(
            [await IdAsync(host, "trainer")],
            await db
                .Audit.Where(one => one.Action == AuditAction.OneTimeCodeGiven)
                .Select(one => one.Subject)
                .ToListAsync()
        );
    }

    [Fact]
    public async Task A_code_does_not_stand_in_for_the_second_factor()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var manager = await host.SignedInAsync("manager");
        await using (var db = host.Look())
        {
            var person = await IdAsync(host, "specialist");
            var account = await db.Accounts.SingleAsync(one => one.PersonId == person);
            account.TotpSecret = "protected";
            await db.SaveChangesAsync();
        }

        var code = await GiveAsync(host, manager, "specialist");
        var phone = host.Anonymous();
        using var used = await UseAsync(phone, "specialist@demo.example", code);

        Assert.Equal("/account/login", used.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.Redirect, (await phone.GetAsync("/learn")).StatusCode);
    }

    private static Task<HttpResponseMessage> UseAsync(
        HttpClient client,
        string login,
        string code,
        string password = Inviter.Passphrase
    ) =>
        client.SubmitAsync(
            Code,
            "main form",
            ("Login", login),
            ("Code", code),
            ("Password", password)
        );

    private static async Task<string> GiveAsync(LmsHost host, HttpClient giver, string name)
    {
        using var given = await giver.SubmitAsync(await AddressAsync(host, name), "main form");
        return await given.CodeAsync();
    }

    private static async Task<string> AddressAsync(LmsHost host, string name) =>
        $"/manage/people/{(await IdAsync(host, name)).Value}/code";

    private static async Task<PersonId> IdAsync(LmsHost host, string name)
    {
        await using var db = host.Look();
        var account = await db.Accounts.SingleAsync(one => one.Email == $"{name}@demo.example");
        return account.PersonId!.Value;
    }

    // As a Ukrainian keyboard gives it, in small letters.
    private static string Cyrillic(string code) =>
        code.Replace('A', 'А')
            .Replace('H', 'Н')
            .Replace('K', 'К')
            .Replace('0', 'О')
            .ToLowerInvariant();
}
