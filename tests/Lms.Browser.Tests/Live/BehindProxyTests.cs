using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using Lms.Browser.Tests.Support;
using Lms.Web.Tests.Support;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;

namespace Lms.Browser.Tests.Live;

/// <summary>The operator's guide taken at its word: TLS ends at nginx, the product stands behind it.</summary>
public sealed class BehindProxyTests
{
    private static readonly string[] Hubs = ["/hubs/live", "/hubs/media"];

    [Fact]
    public async Task People_sign_in_over_https_with_cookies_of_this_host_alone()
    {
        await using var behind = await Behind.StartAsync();
        using var visitor = behind.Proxy.NewClient();
        using var page = await visitor.GetAsync("/account/login");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        await visitor.SignInAsync("specialist@demo.example");
        using var learn = await visitor.GetAsync("/learn");
        Assert.Equal(HttpStatusCode.OK, learn.StatusCode);
        Assert.All(
            page.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [],
            cookie => Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_client_speaks_with_the_hub_through_it_and_a_foreign_page_does_not()
    {
        await using var behind = await Behind.StartAsync();
        var room = behind.PlanRoom();
        var jar = behind.Proxy.NewJar();
        using var visitor = behind.Proxy.NewClient(jar);
        await visitor.SignInAsync("trainer@demo.example");
        var cookie = jar.HeaderFor(behind.Proxy.Address);

        await using var client = new HubConnectionBuilder()
            .WithUrl(
                new Uri(behind.Proxy.Address, "/hubs/live"),
                options =>
                {
                    (options.Transports, options.SkipNegotiation) = (
                        HttpTransportType.WebSockets,
                        true
                    );
                    options.Headers["Cookie"] = cookie;
                    options.Headers["Origin"] = Own(behind);
                    options.WebSocketConfiguration = socket =>
                        socket.RemoteCertificateValidationCallback = (_, shown, _, errors) =>
                            behind.Proxy.Trusts(shown, errors);
                }
            )
            .Build();
        await client.StartAsync();
        var welcome = await client.InvokeAsync<JsonElement>(
            "Hello",
            new
            {
                session = room,
                client = "tab",
                last = 0,
                epoch = 0,
            }
        );
        Assert.True(welcome.GetProperty("you").GetProperty("leads").GetBoolean());

        foreach (var hub in Hubs)
        {
            foreach (var origin in new[] { "https://evil.example", "null" })
            {
                Assert.Equal(403, await OpenAsync(behind, $"{hub}?session={room}", cookie, origin));
                using var negotiate = new HttpRequestMessage(HttpMethod.Post, $"{hub}/negotiate");
                negotiate.Headers.Add("Origin", origin);
                using var answer = await visitor.SendAsync(negotiate);
                Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            }

            Assert.Equal(
                101,
                await OpenAsync(behind, $"{hub}?session={room}", cookie, Own(behind))
            );
        }
    }

    [Fact]
    public async Task Each_visitor_has_the_address_they_come_from_whatever_they_say_of_it()
    {
        await using var behind = await Behind.StartAsync();
        using var one = From("127.0.0.2");
        using var other = From("127.0.0.3");
        await one.SignInAsync("specialist@demo.example");
        var sessions = (await one.OpenAsync("/account/security")).Body!.TextContent;
        Assert.Contains("127.0.0.2", sessions, StringComparison.Ordinal);
        Assert.DoesNotContain("203.0.113.9", sessions, StringComparison.Ordinal);

        // Twenty letters at once from one network, each for another name.
        using var first = From("127.0.0.4");
        for (var name = 0; name < 20; name++)
        {
            Assert.Equal(HttpStatusCode.OK, await AskAsync(first, name));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, await AskAsync(first, 20));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(other, 20));

        HttpClient From(string address)
        {
            var client = behind.Proxy.NewClient(behind.Proxy.NewJar(IPAddress.Parse(address)));
            client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
            client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "http");
            return client;
        }

        static async Task<HttpStatusCode> AskAsync(HttpClient client, int name)
        {
            using var answer = await client.SubmitAsync(
                "/account/reset",
                "main form",
                ("Email", $"nobody{name}@example.org")
            );
            return answer.StatusCode;
        }
    }

    private static string Own(Behind behind) => $"https://localhost:{behind.Proxy.Address.Port}";

    private static async Task<int> OpenAsync(
        Behind behind,
        string address,
        string cookie,
        string origin
    )
    {
        using var socket = new ClientWebSocket();
        socket.Options.RemoteCertificateValidationCallback = (_, shown, _, errors) =>
            behind.Proxy.Trusts(shown, errors);
        socket.Options.SetRequestHeader("Cookie", cookie);
        socket.Options.SetRequestHeader("Origin", origin);
        socket.Options.CollectHttpResponseDetails = true;
        var place = new UriBuilder(new Uri(behind.Proxy.Address, address)) { Scheme = "wss" };
        try
        {
            await socket.ConnectAsync(place.Uri, CancellationToken.None);
        }
        catch (WebSocketException)
        {
            // The status says why.
        }

        return (int)socket.HttpStatusCode;
    }
}
