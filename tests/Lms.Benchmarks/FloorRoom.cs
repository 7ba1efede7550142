using System.Collections.Concurrent;
using System.Net.WebSockets;

namespace Lms.Benchmarks;

/// <summary>The least a server can do for a room: the same bytes to every socket, as they came.</summary>
internal static class FloorRoom
{
    public static void MapRoom(this WebApplication app)
    {
        var sockets = new ConcurrentDictionary<WebSocket, bool>();
        app.UseWebSockets();
        app.MapGet(
            "/room",
            async (HttpContext http) =>
            {
                using var socket = await http.WebSockets.AcceptWebSocketAsync();
                sockets[socket] = true;
                var buffer = new byte[64];
                try
                {
                    while (
                        (
                            await socket.ReceiveAsync(buffer.AsMemory(), http.RequestAborted)
                        ).MessageType != WebSocketMessageType.Close
                    ) { }
                }
                catch (Exception gone)
                    when (gone is WebSocketException or OperationCanceledException) { }

                sockets.TryRemove(socket, out _);
            }
        );
        app.MapPut(
            "/room",
            async (HttpRequest request) =>
            {
                using var sent = new MemoryStream();
                await request.Body.CopyToAsync(sent);
                var bytes = sent.ToArray();
                foreach (var socket in sockets.Keys)
                {
                    await socket.SendAsync(
                        bytes.AsMemory(),
                        WebSocketMessageType.Text,
                        endOfMessage: true,
                        CancellationToken.None
                    );
                }
            }
        );
    }
}
