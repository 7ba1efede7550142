using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;

namespace Lms.Benchmarks;

/// <summary>A SignalR client in a room, that notes how long a message took to come.</summary>
internal sealed class RoomClient(int port, string cookie, Guid session) : IAsyncDisposable
{
    private HubConnection connection = null!;

    /// <summary>Milliseconds, one for each message that bore a time.</summary>
    public List<double> Delays { get; } = [];

    /// <summary>The last frame, as it was on the wire.</summary>
    public string Frame { get; private set; } = "";

    public async Task EnterAsync()
    {
        connection = new HubConnectionBuilder()
            .WithUrl(
                string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}/hubs/live"),
                options =>
                {
                    options.Transports = HttpTransportType.WebSockets;
                    options.SkipNegotiation = true;
                    options.Headers["Cookie"] = cookie;
                }
            )
            .WithKeepAliveInterval(TimeSpan.FromSeconds(4))
            .WithServerTimeout(TimeSpan.FromSeconds(12))
            .Build();
        connection.On<JsonElement>("ev", Take);
        connection.On<JsonElement>("eph", _ => { });
        connection.On<JsonElement>("bye", _ => { });
        await connection.StartAsync();
        var welcome = await connection.InvokeAsync<JsonElement>(
            "Hello",
            new
            {
                session,
                client = "bench",
                last = 0,
                epoch = 0,
            }
        );
        if (welcome.TryGetProperty("refusal", out var refusal))
        {
            throw new InvalidOperationException($"Not let in: {refusal}.");
        }
    }

    public async Task<bool> DoAsync(object act)
    {
        var said = JsonSerializer.SerializeToNode(act)!.AsObject();
        said["operation"] = Guid.CreateVersion7();
        var answer = await connection.InvokeAsync<JsonElement>("Do", said);
        return answer.TryGetProperty("number", out _);
    }

    /// <summary>A caption that bears the time it left.</summary>
    public Task<bool> SayAsync(int length) =>
        DoAsync(
            new
            {
                kind = "captionTyped",
                text = string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetTimestamp()} ")
                    .PadRight(length, 'x'),
            }
        );

    private void Take(JsonElement batch)
    {
        var came = Stopwatch.GetTimestamp();
        foreach (var line in batch.GetProperty("lines").EnumerateArray())
        {
            if (line.GetProperty("kind").GetString() == "captionTyped")
            {
                var left = long.Parse(
                    line.GetProperty("text").GetString()!.Split(' ')[0],
                    CultureInfo.InvariantCulture
                );
                Delays.Add(Stopwatch.GetElapsedTime(left, came).TotalMilliseconds);
                Frame =
                    $$"""{"type":1,"target":"ev","arguments":[{{batch.GetRawText()}}]}"""
                    + '\u001e';
            }
        }
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
