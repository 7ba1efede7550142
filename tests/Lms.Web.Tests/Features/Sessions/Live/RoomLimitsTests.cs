using System.Net;
using System.Text;
using System.Text.Json;
using Lms.Web.Tests.Support;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.TestHost;

namespace Lms.Web.Tests.Features.Sessions.Live;

/// <summary>What no page of ours sends does no harm.</summary>
public sealed class RoomLimitsTests
{
    private static readonly string[] Broken =
    [
        "null",
        "1",
        "\"do\"",
        "[]",
        "{}",
        """{"operation":1,"kind":"handRaised"}""",
        """{"operation":"0195d3f0-0000-4000-8000-000000000001","kind":"handRaised"}""",
        """{"operation":"0195d3f0-0000-7000-8000-000000000001"}""",
        """{"operation":"0195d3f0-0000-7000-8000-000000000001","kind":"Voted","poll":"1"}""",
        """{"operation":"0195d3f0-0000-7000-8000-000000000001","kind":"voted","poll":1,"values":[1]}""",
        """{"operation":"0195d3f0-0000-7000-8000-000000000001","kind":"voted","poll":1e99,"values":[]}""",
        """{"operation":"0195d3f0-0000-7000-8000-000000000001","kind":"chatPosted","text":{"a":1}}""",
        """{"operation":"0195d3f0-0000-7000-8000-000000000001","kind":"stateSet","state":"7"}""",
        """{"operation":"0195d3f0-0000-7000-8000-000000000001","kind":"stateSet","state":"Live"}""",
        """{"operation":"0195d3f0-0000-7000-8000-000000000001","kind":"slideShown","slide":99999999999}""",
        """{"operation":"0195d3f0-0000-7000-8000-000000000001","kind":"removed","person":"1"}""",
        """{"operation":"0195d3f0-0000-7000-8000-000000000001","kind":"pollOpened","question":{"kind":"single"}}""",
        """{"operation":"0195d3f0-0000-7000-8000-000000000001","kind":"decisionNoted","what":"а","who":"б","due":"вчора"}""",
    ];

    [Fact]
    public async Task What_is_malformed_is_refused_and_never_thrown()
    {
        await using var stage = await RoomStage.SetAsync();
        var trainer = await stage.BeginAsync();
        foreach (var json in Broken)
        {
            stage.Host.Clock.Forward(TimeSpan.FromSeconds(2));
            var answer = await trainer.AskAsync("Do", JsonDocument.Parse(json).RootElement);
            Assert.NotNull(RoomStateTests.Refusal(answer));
        }

        foreach (var method in new[] { "Hello", "Beat", "Since", "Earlier" })
        {
            foreach (var json in Broken.Take(5))
            {
                stage.Host.Clock.Forward(TimeSpan.FromSeconds(2));
                var answer = await trainer.AskAsync(method, JsonDocument.Parse(json).RootElement);
                Assert.True(
                    (method is "Since" or "Earlier" && json == "1")
                        || RoomStateTests.Refusal(answer) is not null,
                    $"{method} {json}"
                );
            }
        }

        await trainer.DoneAsync(new { kind = "slideShown", slide = 1 });
    }

    [Fact]
    public async Task An_unknown_method_is_answered_without_a_word_of_detail()
    {
        await using var stage = await RoomStage.SetAsync();
        var trainer = await stage.BeginAsync();
        foreach (
            var (method, arguments) in new (string, object?[])[]
            {
                ("Dispose", []),
                ("OnConnectedAsync", []),
                ("AddToGroupAsync", ["room", "a"]),
                ("Nothing", [1]),
                ("Do", []),
                ("Do", [1, 2]),
            }
        )
        {
            var thrown = await Assert.ThrowsAsync<HubException>(() =>
                trainer.Connection.InvokeCoreAsync<object>(method, arguments)
            );
            Assert.DoesNotContain("Lms", thrown.Message);
            Assert.DoesNotContain("System.", thrown.Message);
        }

        await trainer.DoneAsync(new { kind = "slideShown", slide = 1 });
    }

    [Fact]
    public async Task A_message_of_a_megabyte_closes_the_connection_and_nothing_else()
    {
        await using var stage = await RoomStage.SetAsync();
        var trainer = await stage.BeginAsync();
        var person = await stage.EnterAsync("specialist");
        var words = new string('я', 512 * 1024);
        await Assert.ThrowsAnyAsync<Exception>(() =>
            person.DoAsync(
                new
                {
                    kind = "chatPosted",
                    text = words,
                    toTrainers = false,
                }
            )
        );
        await person.Closed.Task.WaitAsync(TimeSpan.FromSeconds(10));
        await trainer.DoneAsync(new { kind = "slideShown", slide = 1 });
        var back = await stage.EnterAsync("specialist");
        Assert.Equal(
            "wrongText",
            await back.RefusedAsync(
                new
                {
                    kind = "chatPosted",
                    text = new string('я', 2_001),
                    toTrainers = false,
                }
            )
        );
    }

    [Fact]
    public async Task A_flood_of_20000_calls_is_shown_the_door_and_costs_no_memory()
    {
        await using var stage = await RoomStage.SetAsync();
        var trainer = await stage.BeginAsync();
        var flood = await stage.EnterAsync("specialist");
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        try
        {
            for (var call = 0; call < 20_000; call++)
            {
                await flood.Connection.SendAsync(
                    "Do",
                    new { operation = Guid.CreateVersion7(), kind = "handRaised" }
                );
            }
        }
        catch (Exception gone)
            when (gone is InvalidOperationException or IOException or OperationCanceledException)
        { }

        await flood.Closed.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.InRange(
            GC.GetTotalMemory(forceFullCollection: true) - before,
            long.MinValue,
            50_000_000
        );
        await trainer.DoneAsync(new { kind = "slideShown", slide = 1 });
        await using var db = stage.Host.Look();
        Assert.InRange(db.LiveEvents.Count(), 1, 60);
    }

    [Fact]
    public async Task A_person_has_five_connections_to_a_session_and_the_oldest_gives_way()
    {
        await using var stage = await RoomStage.SetAsync();
        await stage.BeginAsync();
        var devices = new List<RoomVisitor>();
        for (var device = 0; device < 6; device++)
        {
            devices.Add(await stage.EnterAsync("specialist"));
        }

        var bye = await devices[0].Bye.Task.WaitAsync(TimeSpan.FromSeconds(5));
        Assert.Equal("elsewhere", bye.GetProperty("reason").GetString());
        foreach (var device in devices.Skip(1))
        {
            await device.DoneAsync(new { kind = "handRaised" });
        }
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    [InlineData("http://localhost:81")]
    public async Task A_foreign_origin_is_refused_with_and_without_negotiating(string origin)
    {
        await using var stage = await RoomStage.SetAsync();
        var cookie = await RoomStage.CookieAsync(stage.Host, "specialist");
        var server = stage.Host.App.GetTestServer();
        var socket = server.CreateWebSocketClient();
        socket.ConfigureRequest = request =>
        {
            request.Headers.Cookie = cookie;
            request.Headers.Origin = origin;
        };
        var refused = await Assert.ThrowsAnyAsync<Exception>(() =>
            socket.ConnectAsync(new Uri("ws://localhost/hubs/live"), CancellationToken.None)
        );
        Assert.Contains("403", refused.Message);

        using var client = server.CreateClient();
        using var negotiate = new HttpRequestMessage(
            HttpMethod.Post,
            "/hubs/live/negotiate?negotiateVersion=1"
        );
        negotiate.Headers.Add("Cookie", cookie);
        negotiate.Headers.Add("Origin", origin);
        negotiate.Content = new StringContent("", Encoding.UTF8);
        using var answer = await client.SendAsync(negotiate);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task One_s_own_origin_gets_in_by_both_ways()
    {
        await using var stage = await RoomStage.SetAsync();
        var visitor = await stage.ConnectAsync("trainer");
        await visitor.DropAsync();
        await visitor.ConnectAsync(skipsNegotiation: false);
        Assert.Null(RoomStateTests.Refusal(await visitor.HelloAsync()));
    }

    [Fact]
    public async Task Without_a_sign_in_nobody_connects()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var socket = host.App.GetTestServer().CreateWebSocketClient();
        var refused = await Assert.ThrowsAnyAsync<Exception>(() =>
            socket.ConnectAsync(new Uri("ws://localhost/hubs/live"), CancellationToken.None)
        );
        Assert.Contains("401", refused.Message);
    }
}
