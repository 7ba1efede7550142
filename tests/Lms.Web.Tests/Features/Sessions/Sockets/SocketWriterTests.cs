using System.Net.WebSockets;
using System.Text;
using Lms.Web.Features.Sessions.Sockets;
using Lms.Web.Tests.Support;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Lms.Web.Tests.Features.Sessions.Sockets;

public sealed class SocketWriterTests
{
    private static readonly byte[] Said = Encoding.UTF8.GetBytes("said");

    public static TheoryData<IHubProtocol> Protocols =>
        [new JsonHubProtocol(), new MessagePackHubProtocol()];

    [Theory]
    [MemberData(nameof(Protocols), DisableDiscoveryEnumeration = true)]
    public async Task A_ping_goes_to_who_heard_nothing_for_a_second(IHubProtocol protocol)
    {
        var clock = new TestClock(new(2026, 11, 30, 9, 0, 0, TimeSpan.Zero));
        using var socket = new KeptSocket();
        var writer = new SocketWriter(socket, clock);
        var ping = protocol.GetMessageBytes(PingMessage.Instance);

        await WriteAsync(writer, Said);
        clock.Forward(TimeSpan.FromSeconds(0.5));
        await WriteAsync(writer, ping);
        Assert.Equal([Said], socket.Sent);

        await WriteAsync(writer, Said);
        clock.Forward(TimeSpan.FromSeconds(1));
        await WriteAsync(writer, ping);
        Assert.Equal([Said, Said, ping.ToArray()], socket.Sent);
    }

    private static async Task WriteAsync(SocketWriter writer, ReadOnlyMemory<byte> message) =>
        Assert.False(
            (await writer.WriteAsync(message, TestContext.Current.CancellationToken)).IsCompleted
        );

    private sealed class KeptSocket : WebSocket
    {
        public List<byte[]> Sent { get; } = [];

        public override WebSocketCloseStatus? CloseStatus => null;

        public override string? CloseStatusDescription => null;

        public override WebSocketState State => WebSocketState.Open;

        public override string? SubProtocol => null;

        public override Task SendAsync(
            ArraySegment<byte> buffer,
            WebSocketMessageType messageType,
            bool endOfMessage,
            CancellationToken cancellationToken
        )
        {
            Sent.Add([.. buffer]);
            return Task.CompletedTask;
        }

        public override void Abort() { }

        public override Task CloseAsync(
            WebSocketCloseStatus closeStatus,
            string? statusDescription,
            CancellationToken cancellationToken
        ) => Task.CompletedTask;

        public override Task CloseOutputAsync(
            WebSocketCloseStatus closeStatus,
            string? statusDescription,
            CancellationToken cancellationToken
        ) => Task.CompletedTask;

        public override Task<WebSocketReceiveResult> ReceiveAsync(
            ArraySegment<byte> buffer,
            CancellationToken cancellationToken
        ) => throw new NotSupportedException();

        public override void Dispose() { }
    }
}
