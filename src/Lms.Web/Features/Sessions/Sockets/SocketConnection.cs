using System.Collections.Immutable;
using System.IO.Pipelines;
using System.Net.WebSockets;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Connections.Features;

namespace Lms.Web.Features.Sessions.Sockets;

/// <summary>One WebSocket as a hub sees a connection.</summary>
internal sealed class SocketConnection
    : IDuplexPipe,
        IHttpContextFeature,
        ITransferFormatFeature,
        IConnectionHeartbeatFeature,
        IAsyncDisposable
{
    // What is sent and not read for so long ends the connection, as with SignalR's own transport.
    private static readonly TimeSpan MostWait = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ToPart = TimeSpan.FromSeconds(2);

    private readonly WebSocket socket;
    private readonly DateTimeOffset? until;
    private readonly TimeProvider time;
    private readonly SocketWriter output;
    private readonly Pipe input;
    private readonly Context context;
    private volatile bool isOver;
    private ImmutableArray<(Action<object> Beat, object State)> beats = [];
    private TransferFormat format = TransferFormat.Text;

    /// <param name="mostReceived">Bytes that may wait for the hub; more are not read from the line.</param>
    /// <param name="until">When it ends, whoever is at the other end; null for no such moment.</param>
    public SocketConnection(
        HttpContext http,
        WebSocket socket,
        int mostReceived,
        DateTimeOffset? until,
        TimeProvider time
    )
    {
        (this.socket, this.until, this.time) = (socket, until, time);
        HttpContext = http;
        output = new(socket, time);
        input = new(
            new PipeOptions(
                pauseWriterThreshold: mostReceived,
                resumeWriterThreshold: mostReceived / 2,
                // Nothing else waits for who received: the hub goes on there and then.
                readerScheduler: PipeScheduler.Inline,
                useSynchronizationContext: false
            )
        );
        context = new(time.NewId().ToString("N"), this) { Transport = this, User = http.User };
        context.Features.Set<IHttpContextFeature>(this);
        context.Features.Set<ITransferFormatFeature>(this);
        context.Features.Set<IConnectionHeartbeatFeature>(this);
    }

    public PipeReader Input => input.Reader;

    public PipeWriter Output => output;

    public HttpContext? HttpContext { get; set; }

    public TransferFormat SupportedFormats => TransferFormat.Text | TransferFormat.Binary;

    public TransferFormat ActiveFormat
    {
        get => format;
        set
        {
            format = value;
            output.Type =
                value == TransferFormat.Binary
                    ? WebSocketMessageType.Binary
                    : WebSocketMessageType.Text;
        }
    }

    public void OnHeartbeat(Action<object> action, object state) =>
        ImmutableInterlocked.Update(ref beats, before => before.Add((action, state)));

    /// <summary>The hub says that it is there when it is time, and looks whether the other end is.</summary>
    public void Beat()
    {
        if (output.Waits > MostWait || time.GetUtcNow() >= until)
        {
            Abort();
            return;
        }

        foreach (var (beat, state) in beats)
        {
            beat(state);
        }
    }

    /// <summary>At once and without a word: what is read and sent ends, and the hub with it.</summary>
    public void Abort()
    {
        if (!isOver)
        {
            socket.Abort();
        }
    }

    /// <summary>Until the hub or the other end is through with it.</summary>
    public async Task RunAsync(Func<ConnectionContext, Task> hub)
    {
        var receiving = ReceiveAsync();
        try
        {
            await hub(context);
        }
        finally
        {
            await PartAsync(receiving);
            isOver = true;
        }
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();

    private async Task ReceiveAsync()
    {
        try
        {
            while (true)
            {
                // Waits without a buffer: most connections only listen.
                var come = await socket.ReceiveAsync(Memory<byte>.Empty, CancellationToken.None);
                if (come.MessageType != WebSocketMessageType.Close)
                {
                    come = await socket.ReceiveAsync(
                        input.Writer.GetMemory(),
                        CancellationToken.None
                    );
                }

                if (come.MessageType == WebSocketMessageType.Close)
                {
                    return;
                }

                input.Writer.Advance(come.Count);
                if ((await input.Writer.FlushAsync()).IsCompleted)
                {
                    return;
                }
            }
        }
        catch (Exception lost) when (IsLost(lost)) { }
        finally
        {
            await input.Writer.CompleteAsync();
        }
    }

    // Says that it is over, and gives the other end a moment to say so too.
    private async Task PartAsync(Task receiving)
    {
        await input.Reader.CompleteAsync();
        using var late = new CancellationTokenSource(ToPart);
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, late.Token);
            }

            await receiving.WaitAsync(late.Token);
        }
        catch (Exception lost) when (IsLost(lost))
        {
            socket.Abort();
            await receiving;
        }
    }

    /// <summary>The line is gone, whatever was being done with it.</summary>
    public static bool IsLost(Exception failure) =>
        failure
            is WebSocketException
                or OperationCanceledException
                or ObjectDisposedException
                or IOException;

    // Aborted by its socket: the sources of the library's own are cancelled later, on any thread, and may
    // be gone by then.
    private sealed class Context(string id, SocketConnection connection)
        : DefaultConnectionContext(id)
    {
        public override void Abort(ConnectionAbortedException abortReason) => connection.Abort();
    }
}
