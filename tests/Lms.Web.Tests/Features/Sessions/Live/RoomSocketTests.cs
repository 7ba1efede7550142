using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.TestHost;

namespace Lms.Web.Tests.Features.Sessions.Live;

/// <summary>How a connection to a room ends, as a bare WebSocket sees it.</summary>
public sealed class RoomSocketTests
{
    private const char End = '\u001e';
    private const string Ping = "{\"type\":6}\u001e";

    [Fact]
    public async Task Who_is_put_out_is_told_so_and_the_socket_is_closed_in_order()
    {
        await using var stage = await RoomStage.SetAsync();
        var trainer = await stage.BeginAsync();
        using var socket = await EnterAsync(stage, "specialist");
        var place = await PlaceAsync(socket);

        await trainer.DoneAsync(new { kind = "removed", person = place });
        var said = await UntilClosedAsync(socket);

        Assert.Contains("\"bye\"", said, StringComparison.Ordinal);
        Assert.Contains("removed", said, StringComparison.Ordinal);
        Assert.Equal(WebSocketCloseStatus.NormalClosure, socket.CloseStatus);
    }

    [Fact]
    public async Task Who_leaves_in_order_is_answered_in_order()
    {
        await using var stage = await RoomStage.SetAsync();
        await stage.BeginAsync();
        using var socket = await EnterAsync(stage, "specialist");

        await socket.CloseOutputAsync(
            WebSocketCloseStatus.NormalClosure,
            null,
            TestContext.Current.CancellationToken
        );
        await UntilClosedAsync(socket);

        Assert.Equal(WebSocketCloseStatus.NormalClosure, socket.CloseStatus);
    }

    [Fact]
    public async Task Who_sends_no_handshake_that_is_understood_is_shown_out()
    {
        await using var stage = await RoomStage.SetAsync();
        await stage.BeginAsync();
        using var socket = await OpenAsync(stage, "specialist");

        await SendAsync(socket, "{\"protocol\":\"smoke\",\"version\":1}");
        var said = await UntilClosedAsync(socket);

        Assert.Contains("error", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stop_of_the_server_waits_for_no_open_socket()
    {
        await using var stage = await RoomStage.SetAsync();
        await stage.BeginAsync();
        using var socket = await EnterAsync(stage, "specialist");
        await PlaceAsync(socket);

        await stage
            .Host.App.StopAsync(TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(15), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Who_hears_nothing_is_told_every_four_seconds_that_the_room_is_there()
    {
        await using var stage = await RoomStage.SetAsync();
        await stage.BeginAsync();
        using var socket = await EnterAsync(stage, "specialist");
        await PlaceAsync(socket);

        var (heard, pings) = (Stopwatch.StartNew(), new List<TimeSpan>());
        while (pings.Count < 2)
        {
            if (await HearAsync(socket) == Ping)
            {
                pings.Add(heard.Elapsed);
                await SendAsync(socket, "{\"type\":6}");
            }
        }

        // One is withheld when something was said just before.
        Assert.InRange((pings[1] - pings[0]).TotalSeconds, 2, 10);
    }

    private static async Task<WebSocket> OpenAsync(RoomStage stage, string name)
    {
        var cookie = await RoomStage.CookieAsync(stage.Host, name);
        var client = stage.Host.App.GetTestServer().CreateWebSocketClient();
        client.ConfigureRequest = request => request.Headers.Cookie = cookie;
        return await client.ConnectAsync(
            new("http://localhost/hubs/live"),
            TestContext.Current.CancellationToken
        );
    }

    private static async Task<WebSocket> EnterAsync(RoomStage stage, string name)
    {
        var socket = await OpenAsync(stage, name);
        await SendAsync(socket, "{\"protocol\":\"json\",\"version\":1}");
        await SendAsync(
            socket,
            $$$"""{"type":1,"invocationId":"1","target":"Hello","arguments":[{"session":"{{{stage.Session.Value}}}","client":"tab","last":0,"epoch":0}]}"""
        );
        return socket;
    }

    // From the answer to Hello.
    private static async Task<int> PlaceAsync(WebSocket socket)
    {
        var heard = "";
        while (!heard.Contains("\"you\":{\"person\":", StringComparison.Ordinal))
        {
            heard += await HearAsync(socket);
        }

        var at = heard.IndexOf("\"you\":{\"person\":", StringComparison.Ordinal) + 16;
        return int.Parse(
            heard[at..heard.IndexOf(',', at)],
            System.Globalization.CultureInfo.InvariantCulture
        );
    }

    private static async Task<string> UntilClosedAsync(WebSocket socket)
    {
        var heard = "";
        while (socket.CloseStatus is null)
        {
            heard += await HearAsync(socket);
        }

        return heard;
    }

    private static async Task<string> HearAsync(WebSocket socket)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(
            TestContext.Current.CancellationToken
        );
        late.CancelAfter(TimeSpan.FromSeconds(20));
        var buffer = new byte[64 * 1024];
        var got = await socket.ReceiveAsync(buffer, late.Token);
        return Encoding.UTF8.GetString(buffer, 0, got.Count);
    }

    private static Task SendAsync(WebSocket socket, string said) =>
        socket.SendAsync(
            Encoding.UTF8.GetBytes(said + End),
            WebSocketMessageType.Text,
            true,
            TestContext.Current.CancellationToken
        );
}
