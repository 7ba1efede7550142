using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;

namespace Lms.Benchmarks.Live;

/// <summary>One person in a room, by the real client library.</summary>
internal sealed class RoomClient : IAsyncDisposable
{
    private readonly HubConnection hub;
    private readonly Guid session;

    public RoomClient(int port, Guid session, string cookie)
    {
        this.session = session;
        var site = string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}");
        hub = new HubConnectionBuilder()
            .WithUrl(
                $"{site}/hubs/live",
                HttpTransportType.WebSockets,
                options =>
                {
                    options.SkipNegotiation = true;
                    options.Headers["Cookie"] = cookie;
                    options.Headers["Origin"] = site;
                }
            )
            .Build();
        hub.ServerTimeout = TimeSpan.FromSeconds(12);
        hub.KeepAliveInterval = TimeSpan.FromSeconds(4);
        hub.On<JsonElement>("ev", Fold);
    }

    /// <summary>Number of the last event known; what a client says when it comes back.</summary>
    public long Last { get; private set; }

    public int Epoch { get; private set; }

    public bool IsConnected => hub.State == HubConnectionState.Connected;

    /// <summary>Called with the text of each message and the moment it came.</summary>
    public Action<string, long>? Heard { get; set; }

    /// <returns>The word of the refusal; null when let in.</returns>
    public async Task<string?> EnterAsync(CancellationToken cancel = default)
    {
        await hub.StartAsync(cancel);
        var welcome = await hub.InvokeAsync<JsonElement>(
            "Hello",
            new
            {
                session,
                client = Guid.CreateVersion7(),
                last = Last,
                epoch = Epoch,
            },
            cancel
        );
        if (welcome.TryGetProperty("refusal", out var refusal))
        {
            return refusal.GetString();
        }

        Last = welcome.GetProperty("last").GetInt64();
        Epoch = welcome.GetProperty("epoch").GetInt32();
        return null;
    }

    public Task<JsonElement> DoAsync(object act, CancellationToken cancel = default) =>
        hub.InvokeAsync<JsonElement>("Do", act, cancel);

    public Task<JsonElement> BeatAsync(Guid presence, CancellationToken cancel = default) =>
        hub.InvokeAsync<JsonElement>(
            "Beat",
            new
            {
                presence,
                visible = true,
                audible = true,
                kept = Array.Empty<long[]>(),
            },
            cancel
        );

    public Task DropAsync() => hub.StopAsync();

    public ValueTask DisposeAsync() => hub.DisposeAsync();

    private void Fold(JsonElement batch)
    {
        var at = Stopwatch.GetTimestamp();
        Last = batch.GetProperty("upTo").GetInt64();
        if (Heard is null)
        {
            return;
        }

        foreach (var line in batch.GetProperty("lines").EnumerateArray())
        {
            if (line.TryGetProperty("text", out var text))
            {
                Heard(text.GetString()!, at);
            }
        }
    }
}
