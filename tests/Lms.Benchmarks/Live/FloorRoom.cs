using System.Globalization;
using System.Net.WebSockets;

namespace Lms.Benchmarks.Live;

/// <summary>
/// The least a server can do for a room: bare WebSockets, and the same bytes sent to each from one
/// buffer.
/// </summary>
internal static class FloorRoom
{
    public static async Task RunAsync(int port)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls(
            string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")
        );
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        await using var app = builder.Build();
        app.UseWebSockets();
        var (people, turn) = (new List<WebSocket>(), new Lock());
        app.MapGet("/healthz", () => "ok");
        app.Map(
            "/room",
            async (HttpContext http) =>
            {
                using var socket = await http.WebSockets.AcceptWebSocketAsync();
                lock (turn)
                {
                    people.Add(socket);
                }

                var (buffer, left) = (new byte[256], false);
                while (!left)
                {
                    left =
                        (await socket.ReceiveAsync(buffer, http.RequestAborted)).CloseStatus
                            is not null;
                }
            }
        );
        app.MapPost(
            "/say",
            async (HttpRequest request) =>
            {
                using var sent = new MemoryStream();
                await request.Body.CopyToAsync(sent);
                WebSocket[] all;
                lock (turn)
                {
                    people.RemoveAll(one => one.State != WebSocketState.Open);
                    all = [.. people];
                }

                var bytes = sent.GetBuffer().AsMemory(0, (int)sent.Length);
                foreach (var one in all)
                {
                    await one.SendAsync(
                        bytes,
                        WebSocketMessageType.Text,
                        true,
                        request.HttpContext.RequestAborted
                    );
                }
            }
        );
        await app.RunAsync();
    }
}
