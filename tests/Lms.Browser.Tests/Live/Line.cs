using System.Net;
using System.Net.Sockets;

namespace Lms.Browser.Tests.Live;

/// <summary>
/// A line to the server that a test cuts, mends and makes thin. A browser is put on it as on a SOCKS
/// proxy, so that the address and the origin of its pages stay those of the site.
/// </summary>
internal sealed class Line : IAsyncDisposable
{
    private const byte Socks = 5;
    private const int GreetingBytes = 2;

    // Version, command, reserved, kind of address.
    private const int RequestBytes = 4;
    private const byte ByName = 3;
    private const byte ByIPv6 = 4;

    private readonly SemaphoreSlim thinSide = new(1, 1);
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly int server;
    private readonly int? bytesUpInASecond;
    private readonly bool isProxy;
    private readonly CancellationTokenSource ended = new();
    private CancellationTokenSource whole = new();
    private bool isCut;

    public Line(
        int server,
        int? bytesInASecond = null,
        int? bytesUpInASecond = null,
        bool isProxy = false
    )
    {
        (this.server, this.bytesUpInASecond, this.isProxy) = (server, bytesUpInASecond, isProxy);
        BytesInASecond = bytesInASecond;
        listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>What it takes to the browser, over all its connections; null for as much as comes.</summary>
    public int? BytesInASecond { get; set; }

    /// <summary>Bytes that went through its thin side.</summary>
    public long Passed { get; private set; }

    public async Task CutAsync()
    {
        isCut = true;
        var old = whole;
        whole = new CancellationTokenSource();
        await old.CancelAsync();
    }

    public void Mend() => isCut = false;

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        await CutAsync();
        listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!ended.IsCancellationRequested)
        {
            try
            {
                var browser = await listener.AcceptTcpClientAsync(ended.Token);
                if (isCut)
                {
                    browser.Dispose();
                }
                else
                {
                    _ = PassAsync(browser, whole.Token);
                }
            }
            catch (Exception)
            {
                return;
            }
        }
    }

    private async Task PassAsync(TcpClient browser, CancellationToken cut)
    {
        using var toServer = new TcpClient();
        using (browser)
        {
            try
            {
                await toServer.ConnectAsync(IPAddress.Loopback, server, cut);
                var stream = browser.GetStream();
                if (isProxy)
                {
                    await GreetAsync(stream, cut);
                }

                await Task.WhenAny(
                    CopyAsync(stream, toServer.GetStream(), () => bytesUpInASecond, cut),
                    CopyAsync(toServer.GetStream(), stream, () => BytesInASecond, cut)
                );
            }
            catch (Exception)
            {
                // A line that breaks is what it is for.
            }
        }
    }

    // RFC 1928, without a password. Wherever the browser wants to go, this line leads to the server.
    private static async Task GreetAsync(NetworkStream browser, CancellationToken cut)
    {
        var greeting = await ReadAsync(browser, GreetingBytes, cut);
        await ReadAsync(browser, greeting[1], cut);
        await browser.WriteAsync(new byte[] { Socks, 0 }, cut);
        var request = await ReadAsync(browser, RequestBytes, cut);
        var address = request[3] switch
        {
            ByName => (await ReadAsync(browser, 1, cut))[0],
            ByIPv6 => 16,
            _ => 4,
        };
        await ReadAsync(browser, address + sizeof(ushort), cut);
        var reply = new byte[RequestBytes + sizeof(uint) + sizeof(ushort)];
        (reply[0], reply[3]) = (Socks, 1);
        await browser.WriteAsync(reply, cut);
    }

    private static async Task<byte[]> ReadAsync(
        NetworkStream from,
        int count,
        CancellationToken cut
    )
    {
        var bytes = new byte[count];
        await from.ReadExactlyAsync(bytes, cut);
        return bytes;
    }

    private async Task CopyAsync(
        NetworkStream from,
        NetworkStream to,
        Func<int?> pace,
        CancellationToken cut
    )
    {
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var most = pace() is { } thin ? thin / 20 : buffer.Length;
            var read = await from.ReadAsync(buffer.AsMemory(0, most), cut);
            if (read == 0)
            {
                return;
            }

            if (pace() is { } rate)
            {
                await PaceAsync(read, rate, cut);
            }

            await to.WriteAsync(buffer.AsMemory(0, read), cut);
        }
    }

    private async Task PaceAsync(int bytes, int rate, CancellationToken cut)
    {
        await thinSide.WaitAsync(cut);
        try
        {
            await Task.Delay(TimeSpan.FromSeconds((double)bytes / rate), cut);
            Passed += bytes;
        }
        finally
        {
            thinSide.Release();
        }
    }
}
