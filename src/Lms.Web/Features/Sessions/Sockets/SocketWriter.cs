using System.Buffers;
using System.IO.Pipelines;
using System.Net.WebSockets;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Lms.Web.Features.Sessions.Sockets;

/// <summary>
/// Writes to a WebSocket without a pipe between: what was serialised once for a room goes from its one
/// buffer into each socket. Each flush is one message. Used by one writer at a time, as a hub does.
/// </summary>
internal sealed class SocketWriter(WebSocket socket, TimeProvider time) : PipeWriter
{
    private static readonly FlushResult Through = new(isCanceled: false, isCompleted: false);
    private static readonly FlushResult Over = new(isCanceled: false, isCompleted: true);
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    private static readonly ReadOnlyMemory<byte>[] Pings =
    [
        new JsonHubProtocol().GetMessageBytes(PingMessage.Instance),
        new MessagePackHubProtocol().GetMessageBytes(PingMessage.Instance),
    ];

    private ArrayBufferWriter<byte>? buffered;
    private long saidAt;
    private long waitsSince;
    private bool isWaiting;

    public WebSocketMessageType Type { get; set; } = WebSocketMessageType.Text;

    /// <summary>How long a message has been waiting for the other end to read.</summary>
    public TimeSpan Waits =>
        Volatile.Read(ref isWaiting)
            ? time.GetElapsedTime(Volatile.Read(ref waitsSince))
            : TimeSpan.Zero;

    public override void Advance(int bytes) => Buffered.Advance(bytes);

    public override Memory<byte> GetMemory(int sizeHint = 0) => Buffered.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => Buffered.GetSpan(sizeHint);

    /// <summary>A message that is under way ends with the socket; without one the end is told to the other side first.</summary>
    public override void CancelPendingFlush()
    {
        if (Volatile.Read(ref isWaiting))
        {
            socket.Abort();
        }
    }

    public override void Complete(Exception? exception = null) => buffered = null;

    public override ValueTask<FlushResult> WriteAsync(
        ReadOnlyMemory<byte> source,
        CancellationToken cancellationToken = default
    )
    {
        if (buffered is { WrittenCount: > 0 })
        {
            buffered.Write(source.Span);
            return FlushAsync(cancellationToken);
        }

        return IsNeedless(source) ? new(Through) : SendAsync(source);
    }

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        if (buffered is not { WrittenCount: > 0 } full)
        {
            return new(Through);
        }

        // Of the socket until it is sent; the next message begins another.
        buffered = null;
        return SendAsync(full.WrittenMemory);
    }

    private ArrayBufferWriter<byte> Buffered => buffered ??= new();

    // A ping says that we are there: whoever heard anything a moment ago knows.
    private bool IsNeedless(ReadOnlyMemory<byte> message)
    {
        foreach (var ping in Pings)
        {
            if (message.Span.SequenceEqual(ping.Span))
            {
                return time.GetElapsedTime(saidAt) < Moment;
            }
        }

        return false;
    }

    // Not to be cancelled: a message cut off within would end the connection, and its end ends the message.
    private ValueTask<FlushResult> SendAsync(ReadOnlyMemory<byte> message)
    {
        saidAt = time.GetTimestamp();
        try
        {
            var sent = socket.SendAsync(
                message,
                Type,
                WebSocketMessageFlags.EndOfMessage,
                CancellationToken.None
            );
            if (!sent.IsCompletedSuccessfully)
            {
                return WaitAsync(sent);
            }

            sent.GetAwaiter().GetResult();
            return new(Through);
        }
        catch (Exception lost) when (SocketConnection.IsLost(lost))
        {
            return new(Over);
        }
    }

    private async ValueTask<FlushResult> WaitAsync(ValueTask sent)
    {
        Volatile.Write(ref waitsSince, time.GetTimestamp());
        Volatile.Write(ref isWaiting, true);
        try
        {
            await sent;
            return Through;
        }
        catch (Exception lost) when (SocketConnection.IsLost(lost))
        {
            // Whoever reads hears of it too, and ends the connection.
            return Over;
        }
        finally
        {
            Volatile.Write(ref isWaiting, false);
        }
    }
}
