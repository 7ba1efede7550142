using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Lms.Browser.Tests.Rooms;

/// <summary>
/// All that one device sends and gets, through one line that is counted and can be made thin: a proxy for
/// the browser, so that the page keeps its address. Everything shares the line, as on a phone.
/// </summary>
internal sealed class ThinLine : IAsyncDisposable
{
    // A read that began before the line was made thin must not bring much at once either.
    private const int Piece = 512;

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ended = new();
    private readonly Lock gate = new();
    private readonly int server;
    private DateTime freeAt = DateTime.UtcNow;
    private long down;
    private long up;

    public ThinLine(int server)
    {
        this.server = server;
        listener.Start();
        _ = AcceptAsync();
    }

    public string Address => $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

    /// <summary>Bytes in a second towards the device; null for as many as come.</summary>
    public int? Rate { get; set; }

    public long Down => Interlocked.Read(ref down);

    public long Up => Interlocked.Read(ref up);

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        listener.Dispose();
        ended.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = PassAsync(await listener.AcceptTcpClientAsync(ended.Token));
            }
        }
        catch (Exception)
        {
            // The line is over.
        }
    }

    private async Task PassAsync(TcpClient device)
    {
        using var toServer = new TcpClient { NoDelay = true };
        using (device)
        {
            try
            {
                device.NoDelay = true;
                await toServer.ConnectAsync(IPAddress.Loopback, server, ended.Token);
                var (from, to) = (device.GetStream(), toServer.GetStream());
                await OpenAsync(from, to);
                await Task.WhenAny(UpAsync(from, to), DownAsync(to, from));
            }
            catch (Exception)
            {
                // A device that goes away is none of its business.
            }
        }
    }

    // A WebSocket asks for a way through; a page is asked for by its whole address, which Kestrel takes.
    private async Task OpenAsync(NetworkStream from, NetworkStream to)
    {
        var first = new byte[8 * 1024];
        var read = await from.ReadAsync(first, ended.Token);
        var asked = Encoding.ASCII.GetString(first, 0, read);
        if (!asked.StartsWith("CONNECT ", StringComparison.Ordinal))
        {
            Interlocked.Add(ref up, read);
            await to.WriteAsync(first.AsMemory(0, read), ended.Token);
            return;
        }

        // What a browser wants of its maker is none of the room's.
        if (!asked.StartsWith($"CONNECT localhost:{server} ", StringComparison.Ordinal))
        {
            throw new IOException("Not to the server.");
        }

        await from.WriteAsync("HTTP/1.1 200 OK\r\n\r\n"u8.ToArray(), ended.Token);
    }

    private async Task UpAsync(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[16 * 1024];
        for (int read; (read = await from.ReadAsync(buffer, ended.Token)) > 0; )
        {
            Interlocked.Add(ref up, read);
            await to.WriteAsync(buffer.AsMemory(0, read), ended.Token);
        }
    }

    private async Task DownAsync(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[Piece];
        while (true)
        {
            var read = await from.ReadAsync(buffer, ended.Token);
            if (read == 0)
            {
                return;
            }

            if (Turn(read) is { } wait && wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, ended.Token);
            }

            Interlocked.Add(ref down, read);
            await to.WriteAsync(buffer.AsMemory(0, read), ended.Token);
        }
    }

    // When the line has room for so many bytes more.
    private TimeSpan? Turn(int bytes)
    {
        if (Rate is not { } rate)
        {
            return null;
        }

        lock (gate)
        {
            var now = DateTime.UtcNow;
            freeAt = (freeAt > now ? freeAt : now) + TimeSpan.FromSeconds((double)bytes / rate);
            return freeAt - now;
        }
    }
}
