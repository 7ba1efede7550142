using System.Globalization;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;

namespace Lms.Benchmarks.Live;

/// <summary>One who comes in, goes on pinging, and reads nothing: a phone behind a wall.</summary>
internal sealed class StalledViewer : IAsyncDisposable
{
    private const char End = '\u001e';

    private readonly ClientWebSocket socket = new();
    private readonly CancellationTokenSource gone = new();

    public static async Task<StalledViewer> EnterAsync(int port, Guid session, string cookie)
    {
        var viewer = new StalledViewer();
        var site = string.Create(CultureInfo.InvariantCulture, $"localhost:{port}");
        viewer.socket.Options.SetRequestHeader("Cookie", cookie);
        viewer.socket.Options.SetRequestHeader("Origin", $"http://{site}");
        // Little room on the way, so that the server notices.
        using var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (context, cancel) =>
            {
                var line = new Socket(SocketType.Stream, ProtocolType.Tcp)
                {
                    ReceiveBufferSize = 4096,
                };
                await line.ConnectAsync(context.DnsEndPoint, cancel);
                return new NetworkStream(line, ownsSocket: true);
            },
        };
        using var invoker = new HttpMessageInvoker(handler, disposeHandler: false);
        await viewer.socket.ConnectAsync(new($"ws://{site}/hubs/live"), invoker, default);
        await viewer.SendAsync("""{"protocol":"json","version":1}""");
        await viewer.socket.ReceiveAsync(new byte[1024], default);
        await viewer.SendAsync(
            $$$"""{"type":1,"invocationId":"1","target":"Hello","arguments":[{"session":"{{{session}}}","client":"{{{Guid.CreateVersion7()}}}","last":0,"epoch":0}]}"""
        );
        _ = viewer.PingAsync();
        return viewer;
    }

    public async ValueTask DisposeAsync()
    {
        await gone.CancelAsync();
        socket.Abort();
        socket.Dispose();
        gone.Dispose();
    }

    private async Task PingAsync()
    {
        try
        {
            while (true)
            {
                await Task.Delay(TimeSpan.FromSeconds(4), gone.Token);
                await SendAsync("""{"type":6}""");
            }
        }
        catch (Exception over)
            when (over
                    is OperationCanceledException
                        or WebSocketException
                        or ObjectDisposedException
            ) { }
    }

    private Task SendAsync(string message) =>
        socket.SendAsync(
            Encoding.UTF8.GetBytes(message + End),
            WebSocketMessageType.Text,
            true,
            gone.Token
        );
}
