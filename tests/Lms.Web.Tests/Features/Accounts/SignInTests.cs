using System.Net;
using Lms.Web.Access;
using Lms.Web.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Lms.Web.Tests.Features.Accounts;

/// <summary>Guessing is slow, and whoever guesses learns nothing and locks nobody out.</summary>
public sealed class SignInTests
{
    private const string Known = "specialist@demo.example";
    private const string Unknown = "nobody@demo.example";

    // These tests hash with fewer rounds, and would not notice a product that does.
    [Fact]
    public async Task The_product_hashes_with_a_hundred_thousand_rounds_at_least()
    {
        await using var product = LmsApplication.Build(["--Lms:Content", TestContent.Root]);
        var options = product.Services.GetRequiredService<IOptions<PasswordHasherOptions>>();
        Assert.InRange(options.Value.IterationCount, 100_000, int.MaxValue);
    }

    [Fact]
    public async Task A_known_and_an_unknown_name_get_the_same_words_and_cost_the_same_hashing()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        await using (var db = host.Look())
        {
            var closed = await db.Accounts.SingleAsync(a => a.Email == "author@demo.example");
            closed.DeactivatedAt = host.Clock.GetUtcNow();
            var without = await db.Accounts.SingleAsync(a => a.Email == "auditor@demo.example");
            without.PasswordHash = null;
            await db.SaveChangesAsync();
        }

        var hasher = host.Services.GetRequiredService<NormalisingHasher>();
        var told = new List<(HttpStatusCode, string, long)>();
        foreach (
            var (name, password) in new[]
            {
                (Known, "a wrong password"),
                (Unknown, "a wrong password"),
                ("author@demo.example", Visits.Password),
                ("auditor@demo.example", Visits.Password),
            }
        )
        {
            using var client = host.Anonymous();
            var before = hasher.Worked;
            using var answer = await TryAsync(client, name, password);
            var page = await answer.ReadAsync();
            var words = string.Concat(
                page.QuerySelectorAll("title, .error-summary, main .form")
                    .Select(part => part.TextContent)
            );
            told.Add((answer.StatusCode, words, hasher.Worked - before));
        }

        Assert.Single(told.Distinct());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, told[0].Item1);
        Assert.Equal(1, told[0].Item3);
    }

    [Theory]
    [InlineData(Known)]
    [InlineData(Unknown)]
    public async Task A_name_is_slowed_down_after_ten_tries_and_the_page_says_for_how_long(
        string name
    )
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        using var client = host.Anonymous();
        for (var round = 0; round < 10; round++)
        {
            using var wrong = await TryAsync(client, name, "wrong");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        }

        using var slow = await TryAsync(client, name, Visits.Password);
        Assert.Equal(HttpStatusCode.TooManyRequests, slow.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(30), slow.Headers.RetryAfter!.Delta);
        Assert.Contains(
            "Зачекайте 1 хвилину",
            (await slow.ReadAsync()).Body!.TextContent,
            StringComparison.Ordinal
        );
        host.Clock.Forward(TimeSpan.FromSeconds(30));
        using var again = await TryAsync(client, name, "wrong");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
    }

    [Fact]
    public async Task A_stranger_who_guesses_does_not_lock_out_whoever_signed_in_on_their_device()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        using var own = host.Anonymous();
        await own.SignInAsync(Known);
        using var left = await own.SubmitAsync("/account/logout", "main form");
        using var stranger = host.Anonymous();
        for (var round = 0; round < 11; round++)
        {
            using var wrong = await TryAsync(stranger, Known, "wrong");
        }

        using var refused = await TryAsync(stranger, Known, Visits.Password);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        await own.SignInAsync(Known);
    }

    [Fact]
    public async Task A_network_is_slowed_down_whatever_names_it_tries()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        using var client = host.Anonymous();
        var page = await client.OpenAsync("/account/login");
        var statuses = new List<HttpStatusCode>();
        for (var round = 0; round < 61; round++)
        {
            using var wrong = await client.SubmitAsync(
                page,
                "/account/login",
                "main form",
                ("Email", $"name{round}@demo.example"),
                ("Password", "wrong")
            );
            statuses.Add(wrong.StatusCode);
        }

        Assert.Equal(60, statuses.Count(s => s == HttpStatusCode.UnprocessableEntity));
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("%2F%2Fevil.example")]
    [InlineData("/%5Cevil.example/../..")]
    [InlineData("javascript:alert(1)")]
    [InlineData("\t//evil.example")]
    public async Task A_sign_in_leads_nowhere_else(string from)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        using var client = host.Anonymous();
        using var answer = await client.SubmitAsync(
            $"/account/login?from={Uri.EscapeDataString(from)}",
            "main form",
            ("Email", Known),
            ("Password", Visits.Password)
        );
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var target = new Uri(new Uri("http://localhost"), answer.Headers.Location!);
        Assert.Equal("localhost", target.Host);
    }

    [Fact]
    public async Task Behind_TLS_every_cookie_is_for_this_host_alone()
    {
        await using var host = await LmsHost.StartAsync(
            TestDatabase.Sqlite,
            settings: ("Lms:Site:Address", "https://localhost")
        );
        using var client = host.Anonymous();
        client.BaseAddress = new Uri("https://localhost");
        using var opened = await client.GetAsync("/account/login?lang=en");
        using var entered = await TryAsync(client, Known, Visits.Password);
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        var cookies = opened
            .Headers.GetValues("Set-Cookie")
            .Concat(entered.Headers.GetValues("Set-Cookie"))
            .ToList();
        Assert.Equal(
            ["__Host-lang", "__Host-lms", "__Host-lms-form", "__Host-lms-known"],
            cookies.Select(cookie => cookie.Split('=')[0]).Distinct().Order(StringComparer.Ordinal)
        );
        Assert.All(
            cookies,
            cookie =>
            {
                Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
                Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
                Assert.Contains("; path=/;", cookie, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
            }
        );
    }

    [Fact]
    public async Task Another_host_name_is_refused_and_no_server_is_named()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        using var client = host.Anonymous();
        using var own = await client.GetAsync("/account/login");
        Assert.Empty(own.Headers.Server);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/account/login");
        request.Headers.Host = "evil.example";
        using var foreign = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, foreign.StatusCode);
    }

    private static Task<HttpResponseMessage> TryAsync(
        HttpClient client,
        string name,
        string password
    ) => client.SubmitAsync("/account/login", "main form", ("Email", name), ("Password", password));
}
