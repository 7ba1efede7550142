using System.Diagnostics;
using System.Globalization;
using System.Net.WebSockets;

namespace Lms.Benchmarks.Live;

/// <summary>As many bare WebSockets as there are people in the room, told the same bytes as often.</summary>
internal sealed class FloorCrowd : IAsyncDisposable
{
    private readonly List<ClientWebSocket> sockets = [];
    private readonly HttpClient speaker;
    private int heard;

    private FloorCrowd(int port) =>
        speaker = new()
        {
            BaseAddress = new(
                string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}")
            ),
        };

    public static async Task<FloorCrowd> EnterAsync(int port, int count)
    {
        var crowd = new FloorCrowd(port);
        for (var number = 0; number < count; number++)
        {
            var socket = new ClientWebSocket();
            await socket.ConnectAsync(
                new(string.Create(CultureInfo.InvariantCulture, $"ws://localhost:{port}/room")),
                CancellationToken.None
            );
            crowd.sockets.Add(socket);
            _ = crowd.ListenAsync(socket);
        }

        return crowd;
    }

    public async Task SpeakAsync(int times, int perSecond, byte[] message)
    {
        heard = 0;
        var started = Stopwatch.GetTimestamp();
        for (var time = 0; time < times; time++)
        {
            var due = TimeSpan.FromSeconds((double)time / perSecond);
            var early = due - Stopwatch.GetElapsedTime(started);
            if (early > TimeSpan.Zero)
            {
                await Task.Delay(early);
            }

            using var said = await speaker.PostAsync("/say", new ByteArrayContent(message));
            said.EnsureSuccessStatusCode();
        }

        var waited = Stopwatch.StartNew();
        while (Volatile.Read(ref heard) < times * sockets.Count)
        {
            if (waited.Elapsed > TimeSpan.FromSeconds(20))
            {
                throw new TimeoutException("The floor was not heard.");
            }

            await Task.Delay(20);
        }
    }

    public ValueTask DisposeAsync()
    {
        sockets.ForEach(socket => socket.Dispose());
        speaker.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task ListenAsync(ClientWebSocket socket)
    {
        var buffer = new byte[8 * 1024];
        try
        {
            while (true)
            {
                var got = await socket.ReceiveAsync(buffer, CancellationToken.None);
                if (got.EndOfMessage)
                {
                    Interlocked.Increment(ref heard);
                }
            }
        }
        catch (Exception over)
            when (over
                    is WebSocketException
                        or OperationCanceledException
                        or ObjectDisposedException
            ) { }
    }
}
