using System.Buffers.Text;
using System.Net;
using CsCheck;
using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Features.Shared.Erasing;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Access;

/// <summary>
/// Ids that stand in forms and not in addresses: of oneself, of a neighbour, of someone elsewhere, of
/// nobody, of someone erased. Foreign is answered as absent, and nothing happens to it.
/// </summary>
public sealed class FormIdTests
{
    private const string Security = "/account/security";

    [Fact]
    public async Task Only_ones_own_session_ends_and_all_others_answer_alike()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var sessions = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var name in new[] { "specialist", "manager", "specialist2", "auditor" })
        {
            await host.SignedInAsync(name);
            sessions[name] = (await SessionAsync(host, name)).Id.Value;
        }

        await EraseAsync(host, "auditor");
        var own = host.Anonymous();
        await own.SignInAsync("specialist@demo.example");
        var answers = new HashSet<(HttpStatusCode, string?)>();
        foreach (
            var id in new[]
            {
                sessions["manager"],
                sessions["specialist2"],
                sessions["auditor"],
                Guid.CreateVersion7(),
            }
        )
        {
            using var answer = await PostAsync(
                own,
                $"{Security}?handler=End",
                ("session", $"{id}")
            );
            answers.Add((answer.StatusCode, answer.Headers.Location?.ToString()));
        }

        Assert.Single(answers);
        Assert.Null((await SessionAsync(host, "manager")).EndedAt);
        Assert.Null((await SessionAsync(host, "specialist2")).EndedAt);
        using var ended = await PostAsync(
            own,
            $"{Security}?handler=End",
            ("session", $"{sessions["specialist"]}")
        );
        await using var db = host.Look();
        var mine = await db.Sessions.SingleAsync(one =>
            one.Id == new SignInSessionId(sessions["specialist"])
        );
        Assert.NotNull(mine.EndedAt);
    }

    [Theory]
    [InlineData("Remove")]
    [InlineData("Rename")]
    public async Task Only_ones_own_passkey_is_found(string handler)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        await using var db = host.Look();
        var keys = new Dictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["manager"] = [1, 1],
            ["specialist2"] = [2, 2],
            ["auditor"] = [3, 3],
        };
        foreach (var (name, key) in keys)
        {
            await db.AddPasskeyAsync(await AccountAsync(host, name), key);
        }

        await EraseAsync(host, "auditor");
        var client = await host.SignedInAsync("specialist");
        foreach (var key in keys.Values.Append([9, 9]))
        {
            using var answer = await PostAsync(
                client,
                $"{Security}/passkeys?handler={handler}",
                ("Id", Base64Url.EncodeToString(key)),
                ("Name", "чужий")
            );
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        foreach (var name in new[] { "manager", "specialist2" })
        {
            var kept = await db.PasskeysOf(await AccountAsync(host, name)).SingleAsync();
            Assert.Equal("test", kept.Data.Name);
        }
    }

    [Theory]
    [InlineData("Approve")]
    [InlineData("Refuse")]
    public async Task A_request_is_decided_in_the_own_scope_once(string handler)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var mine = await RequestAsync(host, "Близька", Inviter.Lebedyn);
        var foreign = await RequestAsync(host, "Далека", Inviter.Romny);
        var manager = await host.SignedInAsync("manager");
        foreach (
            var (id, status) in new[]
            {
                (foreign, HttpStatusCode.NotFound),
                (Guid.CreateVersion7(), HttpStatusCode.NotFound),
                (mine, handler == "Approve" ? HttpStatusCode.OK : HttpStatusCode.Redirect),
                (mine, HttpStatusCode.NotFound),
            }
        )
        {
            using var answer = await PostAsync(
                manager,
                $"/manage/people/registrations?handler={handler}",
                ("id", $"{id}"),
                ("reason", "WrongDetails")
            );
            Assert.Equal(status, answer.StatusCode);
        }

        await using var db = host.Look();
        var waits = await db.Registrations.SingleAsync(one => one.DecidedAt == null);
        Assert.Equal(foreign, waits.Id.Value);
    }

    [Fact]
    public async Task Only_ones_own_right_is_lent_or_taken_back()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var manager = await host.SignedInAsync("manager");
        await using var db = host.Look();
        var deputy = await AccountAsync(host, "specialist");
        // A second manager of the same community, one of the region, and what was erased or never was.
        var sibling = new Grant
        {
            Id = new(Guid.CreateVersion7()),
            AccountId = await AccountAsync(host, "author"),
            Role = AccessRole.Manager,
            Territory = new(Inviter.Lebedyn),
            From = new(2026, 11, 1),
        };
        db.Grants.Add(sibling);
        await db.SaveChangesAsync();
        var regional = await AccountAsync(host, "regional");
        var foreign = await db.Grants.FirstAsync(one =>
            one.AccountId == regional && one.Role == AccessRole.Manager
        );
        var erased = await AccountAsync(host, "auditor");
        var deleted = await db.Grants.FirstAsync(one => one.AccountId == erased);
        await EraseAsync(host, "auditor");
        foreach (var id in new[] { sibling.Id, foreign.Id, deleted.Id, new(Guid.CreateVersion7()) })
        {
            foreach (var handler in new[] { "Name", "End" })
            {
                using var answer = await PostAsync(
                    manager,
                    $"/manage/people/deputies?handler={handler}",
                    ("grant", $"{id.Value}"),
                    ("deputy", $"{deputy.Value}"),
                    ("from", "2026-11-23"),
                    ("to", "2026-11-24")
                );
                Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            }
        }

        Assert.False(await db.Grants.AnyAsync(one => one.DeputyOf != null));
    }

    [Fact]
    public async Task The_cookie_of_an_erased_person_opens_nothing()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var client = await host.SignedInAsync("specialist");
        var form = await client.OpenAsync("/account/privacy");
        await EraseAsync(host, "specialist");
        foreach (var address in new[] { "/learn", "/certificates", Security, "/account/privacy" })
        {
            using var answer = await client.GetAsync(address);
            var isNotice = address == "/account/privacy";
            Assert.Equal(isNotice ? HttpStatusCode.OK : HttpStatusCode.Redirect, answer.StatusCode);
        }

        using var sent = await client.SubmitAsync(form, "/account/privacy", "form[action*='Ask']");
        Assert.NotEqual(HttpStatusCode.OK, sent.StatusCode);
        using var api = await client.GetAsync(
            "/api/v1/attempts/0195d3f0-0000-7000-8000-000000000000"
        );
        Assert.NotEqual(HttpStatusCode.OK, api.StatusCode);
    }

    [Fact]
    public async Task A_right_that_ended_yesterday_is_none()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var manager = await host.SignedInAsync("manager");
        var form = await manager.OpenAsync("/manage/people/invite");
        await using var db = host.Look();
        var account = await AccountAsync(host, "manager");
        await db
            .Grants.Where(one => one.AccountId == account && one.Role == AccessRole.Manager)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.To, new DateOnly(2026, 11, 22)));
        foreach (
            var address in new[]
            {
                "/manage/people",
                "/manage/people/invite",
                "/manage/people/registrations",
                "/manage/people/deputies",
            }
        )
        {
            using var answer = await manager.GetAsync(address);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        using var sent = await manager.SubmitAsync(form, "/manage/people/invite", "main form");
        Assert.Equal(HttpStatusCode.Forbidden, sent.StatusCode);
    }

    [Fact]
    public async Task Whatever_is_asked_of_the_list_of_people_it_never_leaves_the_scope()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        await using var db = host.Look();
        var people = await db
            .People.Where(one => one.ErasedAt == null && one.MergedInto == null)
            .AsNoTracking()
            .ToListAsync();
        var inside = people.Where(one => one.Community.Value == Inviter.Lebedyn).ToList();
        var outside = people.Except(inside).ToList();
        Assert.NotEmpty(outside);
        var manager = await host.SignedInAsync("manager");
        var beginnings = people
            .Select(one => one.Name.Family[..2])
            .Append("")
            .Append("%")
            .Append("'");
        var communities = people
            .Select(one => one.Community.Value)
            .Distinct()
            .Append("")
            .Append("UA00")
            .Append("*");
        await Gen.Select(
                Gen.OneOf(
                    Gen.Int[0, beginnings.Count() - 1].Select(at => beginnings.ElementAt(at)),
                    Gen.String[0, 4]
                ),
                Gen.Int[0, communities.Count() - 1].Select(at => communities.ElementAt(at)),
                Gen.Int[-3, 40]
            )
            .SampleAsync(
                async (query, community, number) =>
                {
                    var address =
                        $"/manage/people?q={Uri.EscapeDataString(Paired(query))}"
                        + $"&community={Uri.EscapeDataString(community)}&p={number}";
                    var page = await manager.OpenAsync(address);
                    var text = page.QuerySelector("main")!.TextContent;
                    var rows = page.QuerySelectorAll("tbody tr").Length;
                    Assert.True(rows <= inside.Count, address);
                    Assert.All(
                        outside,
                        one =>
                            Assert.DoesNotContain(one.Name.Family, text, StringComparison.Ordinal)
                    );
                    var listed = page.QuerySelectorAll("tbody a[href$='/code']")
                        .Select(link => Guid.Parse(link.GetAttribute("href")!.Split('/')[3]));
                    Assert.All(listed, id => Assert.Contains(inside, one => one.Id.Value == id));
                },
                iter: 60,
                threads: 1
            );
        // What was written down of the looks counts no one else either.
        var counts = await db
            .Audit.Where(one => one.Action == AuditAction.PeopleListed)
            .Select(one => one.Detail)
            .ToListAsync();
        Assert.All(
            counts,
            detail => Assert.True(int.Parse(detail.Split(' ')[0]) <= inside.Count, detail)
        );
    }

    // Half a pair of surrogates is no text that a browser could send.
    private static string Paired(string text) =>
        string.Concat(text.Where(letter => !char.IsSurrogate(letter)));

    private static async Task<Guid> RequestAsync(LmsHost host, string family, string community)
    {
        using var asked = await host.Anonymous()
            .SubmitAsync(
                "/account/register",
                "main form",
                ("Person.Family", family),
                ("Person.Given", "Оксана"),
                ("Person.Login", family == "Близька" ? "0501234561" : "0501234562"),
                ("Person.Community", community)
            );
        await using var db = host.Look();
        return (await db.Registrations.SingleAsync(one => one.Name.Family == family)).Id.Value;
    }

    private static async Task EraseAsync(LmsHost host, string name)
    {
        await using var db = host.Look();
        var account = await db.Accounts.SingleAsync(one => one.Email == $"{name}@demo.example");
        await using var work = host.Services.WorkAs("a test erases");
        var erase = work.Services.GetRequiredService<ErasePerson>();
        Assert.Equal(ErasureAnswer.Done, await erase.RunAsync(account.PersonId!.Value));
    }

    private static async Task<AccountId> AccountAsync(LmsHost host, string name)
    {
        await using var db = host.Look();
        return (await db.Accounts.SingleAsync(one => one.Email == $"{name}@demo.example")).Id;
    }

    private static async Task<SignInSession> SessionAsync(LmsHost host, string name)
    {
        var account = await AccountAsync(host, name);
        await using var db = host.Look();
        return await db
            .Sessions.AsNoTracking()
            .Where(one => one.AccountId == account)
            .OrderBy(one => one.StartedAt)
            .FirstAsync();
    }

    private static async Task<HttpResponseMessage> PostAsync(
        HttpClient client,
        string address,
        params (string Name, string Value)[] fields
    )
    {
        var page = await client.OpenAsync("/account/logout");
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!;
        return await client.PostAsync(
            address,
            new FormUrlEncodedContent([
                new("__RequestVerificationToken", token.GetAttribute("value")!),
                .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)),
            ])
        );
    }
}
