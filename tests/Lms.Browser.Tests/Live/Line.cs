using System.Net;
using System.Net.Sockets;

namespace Lms.Browser.Tests.Live;

/// <summary>A line to the server that a test cuts, mends and makes thin.</summary>
internal sealed class Line : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly int server;
    private readonly int? bytesInASecond;
    private readonly int? bytesUpInASecond;
    private readonly CancellationTokenSource ended = new();
    private CancellationTokenSource whole = new();
    private bool isCut;

    public Line(int server, int? bytesInASecond = null, int? bytesUpInASecond = null)
    {
        this.server = server;
        this.bytesInASecond = bytesInASecond;
        this.bytesUpInASecond = bytesUpInASecond;
        listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

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
                await Task.WhenAny(
                    CopyAsync(browser.GetStream(), toServer.GetStream(), bytesUpInASecond, cut),
                    CopyAsync(toServer.GetStream(), browser.GetStream(), bytesInASecond, cut)
                );
            }
            catch (Exception)
            {
                // A line that breaks is what it is for.
            }
        }
    }

    private async Task CopyAsync(
        NetworkStream from,
        NetworkStream to,
        int? pace,
        CancellationToken cut
    )
    {
        var buffer = new byte[pace is { } slow ? slow / 20 : 16 * 1024];
        while (true)
        {
            var read = await from.ReadAsync(buffer, cut);
            if (read == 0)
            {
                return;
            }

            if (pace is { } rate)
            {
                await Task.Delay(TimeSpan.FromSeconds((double)read / rate), cut);
            }

            await to.WriteAsync(buffer.AsMemory(0, read), cut);
            Passed += pace is null ? 0 : read;
        }
    }
}
