using System.Net;
using Lms.Web.Access;
using Lms.Web.Features.Shared;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Admin;

/// <summary>An administrator helps whoever has lost every second factor, and it is written down.</summary>
public sealed class LiftSecondFactorTests
{
    private const string Form = "form[action*='Factor']";

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task It_is_taken_away_with_its_codes_and_sessions_and_the_password_stays(
        string database
    )
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        using var specialist = host.Anonymous();
        await specialist.SignInAsync("specialist@demo.example");
        await AuthenticatorApp.SetUpAsync(host.Clock, specialist);
        var admin = await host.SignedInAsync("admin");
        var address = await AddressAsync(host, "specialist");

        using (var unsure = await admin.SubmitAsync(address, Form))
        {
            Assert.NotNull((await unsure.ReadAsync()).QuerySelector("details[open] " + Form));
        }

        Assert.Equal(HttpStatusCode.OK, (await specialist.GetAsync("/learn")).StatusCode);
        using var lifted = await admin.SubmitAsync(address, Form, ("sure", "true"));
        Assert.Equal(HttpStatusCode.Redirect, lifted.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await specialist.GetAsync("/learn")).StatusCode);
        Assert.Null((await admin.OpenAsync(address)).QuerySelector(Form));

        using var again = host.Anonymous();
        await again.SignInAsync("specialist@demo.example");
        Assert.Equal(HttpStatusCode.OK, (await again.GetAsync("/learn")).StatusCode);
        await using var db = host.Look();
        var holder = await db.Accounts.SingleAsync(one => one.Email == "specialist@demo.example");
        Assert.False(await db.RecoveryCodes.AnyAsync(code => code.AccountId == holder.Id));
        var by = await db.Accounts.SingleAsync(one => one.Email == "admin@demo.example");
        var entry = await db.Audit.SingleAsync(one =>
            one.Action == AuditAction.SecondFactorRemoved
        );
        Assert.Equal(
            (by.Id, holder.PersonId, ""),
            (entry.Actor!.Value, entry.Subject, entry.Detail)
        );
    }

    [Fact]
    public async Task An_old_proof_of_the_administrator_is_asked_for_again()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        using var specialist = host.Anonymous();
        await specialist.SignInAsync("specialist@demo.example");
        await AuthenticatorApp.SetUpAsync(host.Clock, specialist);
        var admin = await host.SignedInAsync("admin");
        var address = await AddressAsync(host, "specialist");
        var page = await admin.OpenAsync(address);
        host.Clock.Forward(FreshSignInAttribute.ToSend + TimeSpan.FromMinutes(1));
        using var late = await admin.SubmitAsync(page, address, Form, ("sure", "true"));
        Assert.Contains("again=true", late.Headers.Location!.ToString(), StringComparison.Ordinal);
        await using var db = host.Look();
        Assert.False(await db.Audit.AnyAsync(one => one.Action == AuditAction.SecondFactorRemoved));
    }

    [Fact]
    public async Task Ones_own_is_not_taken_away_here_and_nobody_else_takes_any()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        using var specialist = host.Anonymous();
        await specialist.SignInAsync("specialist@demo.example");
        await AuthenticatorApp.SetUpAsync(host.Clock, specialist);
        var admin = await host.SignedInAsync("admin");
        await AuthenticatorApp.SetUpAsync(host.Clock, admin);
        var theirs = await AddressAsync(host, "specialist");
        var form = await admin.OpenAsync(theirs);
        var own = await AddressAsync(host, "admin");
        Assert.Null((await admin.OpenAsync(own)).QuerySelector(Form));
        using var forged = await admin.PostAsync(
            $"{own}?handler=Factor",
            new FormUrlEncodedContent([
                new("sure", "true"),
                new(
                    "__RequestVerificationToken",
                    form.QuerySelector($"{Form} [name=__RequestVerificationToken]")!
                        .GetAttribute("value")!
                ),
            ])
        );
        Assert.Equal(HttpStatusCode.NotFound, forged.StatusCode);

        var manager = await host.SignedInAsync("manager");
        using var foreign = await manager.SubmitAsync(form, theirs, Form, ("sure", "true"));
        Assert.NotEqual(HttpStatusCode.Redirect, foreign.StatusCode);
        await using var db = host.Look();
        Assert.Equal(2, await db.Accounts.CountAsync(one => one.TotpSecret != null));
    }

    [Fact]
    public async Task The_console_does_the_same_and_says_so()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        using var specialist = host.Anonymous();
        await specialist.SignInAsync("specialist@demo.example");
        await AuthenticatorApp.SetUpAsync(host.Clock, specialist);
        var lift = host.Services.GetRequiredService<LiftSecondFactor>();
        Assert.False(await lift.AtConsoleAsync("NOBODY@DEMO.EXAMPLE"));
        Assert.True(await lift.AtConsoleAsync("SPECIALIST@DEMO.EXAMPLE"));
        Assert.Equal(HttpStatusCode.Redirect, (await specialist.GetAsync("/learn")).StatusCode);
        await using var db = host.Look();
        var entry = await db.Audit.SingleAsync(one =>
            one.Action == AuditAction.SecondFactorRemoved
        );
        Assert.Equal((null, "console"), (entry.Actor, entry.Detail));
    }

    private static async Task<string> AddressAsync(LmsHost host, string name)
    {
        await using var db = host.Look();
        var account = await db.Accounts.SingleAsync(one => one.Email == $"{name}@demo.example");
        return $"/admin/people/{account.PersonId!.Value.Value}";
    }
}
