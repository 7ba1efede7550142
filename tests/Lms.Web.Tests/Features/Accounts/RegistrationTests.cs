using System.Net;
using System.Text.RegularExpressions;
using Lms.Web.Access;
using Lms.Web.Features.Account.WaysIn;
using Lms.Web.Features.Shared.WaysIn;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Accounts;

/// <summary>People ask for an account, and the community's manager decides.</summary>
public sealed partial class RegistrationTests
{
    private const string Page = "/account/register";
    private const string Waiting = "/manage/people/registrations";

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Whoever_asks_is_nobody_until_the_manager_says_yes(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        using var asked = await AskAsync(host, "Д'яченко", "olha@example.org");
        Assert.Equal($"{Page}?done=true", asked.Headers.Location?.ToString());
        var early = await TrySignInAsync(host, "olha@example.org");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.Status);
        Assert.Equal((await TrySignInAsync(host, "nobody@example.org")).Words, early.Words);
        await using (var db = host.Look())
        {
            Assert.False(await db.People.AnyAsync(one => one.Name.Family == "Д’яченко"));
        }

        var manager = await host.SignedInAsync("manager");
        using var approved = await manager.SubmitAsync(
            Waiting,
            "form[action*=Approve]",
            ("institution", "demo-centre-lebedyn"),
            ("role", "R01")
        );
        Assert.Equal(Waiting, approved.Headers.Location?.ToString());

        await using var after = host.Look();
        var letter = await after.OutgoingMail.SingleAsync(one => one.To == "olha@example.org");
        var link = InvitationLink().Match(letter.Body).Value;
        using var chosen = await host.Anonymous()
            .SubmitAsync(new Uri(link).AbsolutePath, "main form", ("Password", Inviter.Passphrase));
        Assert.Equal("/learn", chosen.Headers.Location?.ToString());
        await host.Anonymous().SignInAsync("Olha@example.org", Inviter.Passphrase);
        var person = await after
            .People.Include(one => one.Posts)
            .SingleAsync(one => one.Name.Family == "Д’яченко");
        Assert.Equal(
            ("demo-centre-lebedyn", "R01"),
            (person.Posts[0].Institution, person.Posts[0].StaffRole)
        );
        var row = await after.Registrations.SingleAsync();
        Assert.Equal(("", "", ""), (row.Login, row.NormalizedLogin, row.PasswordHash));
        Assert.Equal(RegistrationDecision.Approved, row.Decision);
        var acts = await after.Audit.Select(one => one.Action).ToListAsync();
        Assert.Contains(AuditAction.RegistrationAsked, acts);
        Assert.Contains(AuditAction.RegistrationApproved, acts);
        using var twice = await manager.PostFormAsync(Waiting, row.Id.Value);
        Assert.Equal(HttpStatusCode.NotFound, twice.StatusCode);
    }

    [Fact]
    public async Task A_known_login_gets_the_same_answer_and_its_holder_one_letter_a_day()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        for (var times = 0; times < 2; times++)
        {
            using var asked = await AskAsync(host, "Чужа", "Specialist@demo.example");
            Assert.Equal($"{Page}?done=true", asked.Headers.Location?.ToString());
        }

        await using var db = host.Look();
        await UntilAsync(async () => !await db.Registrations.AnyAsync());
        var letter = await db.OutgoingMail.SingleAsync();
        Assert.Equal("specialist@demo.example", letter.To);
    }

    [Fact]
    public async Task What_was_typed_before_anyone_looked_opens_nothing_and_a_phone_gets_a_sheet()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        using var asked = await AskAsync(host, "Д'яченко", "050 123 45 67");
        Assert.Null((await host.Anonymous().OpenAsync(Page)).QuerySelector("input[type=password]"));
        // As an earlier release kept it.
        await using var db = host.Look();
        var hash = host
            .Services.GetRequiredService<NormalisingHasher>()
            .HashPassword(new Account(), Inviter.Passphrase);
        await db.Registrations.ExecuteUpdateAsync(set =>
            set.SetProperty(one => one.PasswordHash, hash)
        );
        var manager = await host.SignedInAsync("manager");
        using var approved = await manager.SubmitAsync(Waiting, "form[action*=Approve]");
        var paper = await approved.PaperAsync();

        var early = await TrySignInAsync(host, "050 123 45 67");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.Status);
        using var chosen = await host.Anonymous()
            .SubmitAsync(paper, "main form", ("Password", Inviter.Passphrase));
        Assert.Equal("/learn", chosen.Headers.Location?.ToString());
        await host.Anonymous().SignInAsync("050 123 45 67", Inviter.Passphrase);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_known_and_an_unknown_login_are_the_same_work(string database)
    {
        using var statements = new StatementsOfThisFlow();
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var hasher = host.Services.GetRequiredService<NormalisingHasher>();
        var work = new List<(long Hashes, string Statements)>();
        foreach (var login in new[] { "nobody@example.org", "specialist@demo.example" })
        {
            var about = new NewPerson(
                new("Чужа", "Оксана", ""),
                null,
                LoginName.Read(login, new("", null))!,
                new(Inviter.Lebedyn),
                null,
                []
            );
            await using var scope = host.Services.CreateAsyncScope();
            var ask = scope.ServiceProvider.GetRequiredService<AskToRegister>();
            var before = hasher.Worked;
            var said = await statements.OfAsync(() => ask.RunAsync(about));
            work.Add((hasher.Worked - before, said));
        }

        Assert.Equal(work[0], work[1]);
        Assert.NotEqual("", work[0].Statements);
    }

    [Fact]
    public async Task Managers_get_one_letter_a_day_without_names_and_strangers_cannot_fill_the_list()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        for (var times = 0; times < 4; times++)
        {
            using var asked = await AskAsync(host, "Настирлива", "050 123 45 67");
        }

        using var elsewhere = await AskAsync(
            host,
            "Роменська",
            "050 123 45 68",
            ("Person.Community", Inviter.Romny)
        );
        await using var db = host.Look();
        await UntilAsync(async () =>
            await db.Registrations.CountAsync() == 4 && await db.OutgoingMail.CountAsync() == 2
        );
        var letters = await db.OutgoingMail.OrderBy(one => one.To).ToListAsync();
        Assert.Equal(
            ["manager@demo.example", "regional@demo.example"],
            letters.Select(one => one.To)
        );
        Assert.All(
            letters,
            one => Assert.DoesNotContain("Настирлива", one.Body, StringComparison.Ordinal)
        );

        host.Clock.Forward(TimeSpan.FromDays(1));
        using var next = await AskAsync(host, "Інша", "050 123 45 69");
        await UntilAsync(async () => await db.OutgoingMail.CountAsync() == 3);
        Assert.Equal(2, await db.OutgoingMail.CountAsync(one => one.To == "manager@demo.example"));
    }

    [Fact]
    public async Task A_manager_decides_in_the_own_scope_alone()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        using var asked = await AskAsync(host, "Лебединська", "0501234561");
        using var far = await AskAsync(
            host,
            "Роменська",
            "0501234562",
            ("Person.Community", Inviter.Romny)
        );
        var manager = await host.SignedInAsync("manager");
        var page = await manager.OpenAsync(Waiting);
        Assert.Contains("Лебединська Оксана", page.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Роменська", page.Words(), StringComparison.Ordinal);
        await using var db = host.Look();
        var foreign = await db.Registrations.SingleAsync(one => one.Name.Family == "Роменська");
        foreach (var handler in new[] { "Approve", "Refuse" })
        {
            using var forged = await manager.PostFormAsync(Waiting, foreign.Id.Value, handler);
            Assert.Equal(HttpStatusCode.NotFound, forged.StatusCode);
        }

        using var half = await manager.SubmitAsync(
            page,
            Waiting,
            "form[action*=Approve]",
            ("institution", "demo-centre-lebedyn")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, half.StatusCode);
        using var refused = await manager.SubmitAsync(
            page,
            Waiting,
            "form[action*=Refuse]",
            ("reason", "OtherCommunity")
        );
        Assert.Equal(HttpStatusCode.Redirect, refused.StatusCode);
        var act = await db.Audit.SingleAsync(one => one.Action == AuditAction.RegistrationRefused);
        Assert.Equal("OtherCommunity", act.Detail);

        var regional = await host.SignedInAsync("regional");
        using var yes = await regional.SubmitAsync(Waiting, "form[action*=Approve]");
        Assert.Equal(HttpStatusCode.OK, yes.StatusCode);
        var looks = await db.Audit.CountAsync(one => one.Action == AuditAction.PeopleListed);
        Assert.True(looks >= 2, $"{looks} looks at who asks");
        foreach (var name in new[] { "specialist", "auditor" })
        {
            var other = await host.SignedInAsync(name);
            Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync(Waiting)).StatusCode);
        }
    }

    [Fact]
    public async Task What_was_typed_stays_in_the_form()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        using var asked = await AskAsync(host, "Д'яченко", "050 123");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
        var page = await asked.ReadAsync();
        Assert.Equal("Д'яченко", page.QuerySelector("#family")!.GetAttribute("value"));
        Assert.Equal("050 123", page.QuerySelector("#login")!.GetAttribute("value"));
        Assert.Equal("true", page.QuerySelector("#login")!.GetAttribute("aria-invalid"));
        Assert.NotNull(page.QuerySelector($"#community option[value={Inviter.Lebedyn}][selected]"));
        Assert.NotNull(page.QuerySelector("#community optgroup"));
    }

    [Fact]
    public async Task Requests_are_gone_after_sixty_days()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        using var old = await AskAsync(host, "Давня", "0501234561");
        host.Clock.Forward(TimeSpan.FromDays(59));
        using var fresh = await AskAsync(host, "Нова", "0501234562");
        host.Clock.Forward(TimeSpan.FromDays(2));

        await using var work = host.Services.WorkAs("a test runs the job");
        await work
            .Services.GetRequiredService<Lms.Web.Features.Privacy.ApplyRetention>()
            .RunAsync(TestContext.Current.CancellationToken);

        await using var db = host.Look();
        Assert.Equal("Нова", (await db.Registrations.SingleAsync()).Name.Family);
    }

    [Fact]
    public async Task A_pack_that_does_not_open_registration_has_none()
    {
        var content = ContentCopy.Make();
        var file = Path.Combine(content, "organisation", "organisation.yml");
        var text = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(
            file,
            text.Replace("registration: open", "registration: closed", StringComparison.Ordinal)
        );
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite, content);

        Assert.Equal(HttpStatusCode.NotFound, (await host.Anonymous().GetAsync(Page)).StatusCode);
        var login = await host.Anonymous().OpenAsync("/account/login");
        Assert.Null(login.QuerySelector($"main a[href='{Page}']"));
    }

    // What was asked is looked at apart from the request.
    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var round = 0; !await isSo(); round++)
        {
            Assert.True(round < 100, "It did not come to that.");
            await Task.Delay(100);
        }
    }

    [GeneratedRegex("http://[^ \n]+/account/invitation/[A-Za-z0-9_-]+", RegexOptions.None, 1000)]
    private static partial Regex InvitationLink();

    private static Task<HttpResponseMessage> AskAsync(
        LmsHost host,
        string family,
        string login,
        params (string Name, string Value)[] more
    ) =>
        host.Anonymous()
            .SubmitAsync(
                Page,
                "main form",
                [
                    ("Person.Family", family),
                    ("Person.Given", "Оксана"),
                    ("Person.Login", login),
                    .. more.Length > 0 ? more : [("Person.Community", Inviter.Lebedyn)],
                ]
            );

    private static async Task<(HttpStatusCode Status, string Words)> TrySignInAsync(
        LmsHost host,
        string login
    )
    {
        using var answer = await host.Anonymous()
            .SubmitAsync(
                "/account/login",
                "main form",
                ("Email", login),
                ("Password", Inviter.Passphrase)
            );
        var page = await answer.ReadAsync();
        return (answer.StatusCode, page.Words());
    }
}

internal static class RegistrationForms
{
    /// <summary>Posts the form for a row that the page may not show.</summary>
    public static async Task<HttpResponseMessage> PostFormAsync(
        this HttpClient client,
        string address,
        Guid id,
        string handler = "Approve"
    )
    {
        var page = await client.OpenAsync("/manage/people/invite");
        var token = page.QuerySelector("main form input[name=__RequestVerificationToken]")!;
        return await client.PostAsync(
            $"{address}?handler={handler}",
            new FormUrlEncodedContent(
                new Dictionary<string, string>
                {
                    ["id"] = id.ToString(),
                    ["__RequestVerificationToken"] = token.GetAttribute("value")!,
                }
            )
        );
    }
}
