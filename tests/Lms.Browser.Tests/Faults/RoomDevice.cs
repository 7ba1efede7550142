using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;

namespace Lms.Browser.Tests.Faults;

/// <summary>
/// A device in a room that comes back by itself, brings every act once, and remembers what it was told
/// is saved.
/// </summary>
public sealed class RoomDevice(Uri address, string cookie, Guid session) : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly SemaphoreSlim turn = new(1, 1);
    private HubConnection? connection;
    private Guid presence;

    /// <summary>Operation and number of what was acknowledged.</summary>
    public ConcurrentDictionary<Guid, long> Acknowledged { get; } = new();

    /// <summary>Times of beats that were acknowledged, by the server's clock.</summary>
    public ConcurrentBag<long> Beats { get; } = [];

    public string Cookie => cookie;

    public long Last { get; private set; }

    public int Epoch { get; private set; }

    public int Chat { get; private set; }

    public async Task EnterAsync()
    {
        presence = Guid.CreateVersion7();
        connection = new HubConnectionBuilder()
            .WithUrl(
                new Uri(address, "/hubs/live"),
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
        var own = connection;
        connection.On<JsonElement>("ev", batch => Take(own, batch));
        connection.On<JsonElement>("eph", _ => { });
        connection.On<JsonElement>("bye", _ => { });
        await connection.StartAsync();
        var welcome = await connection.InvokeAsync<JsonElement>(
            "Hello",
            new
            {
                session,
                client = "tab",
                last = Last,
                epoch = Epoch,
            }
        );
        if (welcome.TryGetProperty("refusal", out var refusal))
        {
            throw new InvalidOperationException($"{refusal}");
        }

        var earlier = await EarlierAsync(connection, welcome);
        lock (gate)
        {
            if (welcome.TryGetProperty("snapshot", out var snapshot))
            {
                Chat = snapshot.GetProperty("chat").GetArrayLength() + earlier;
            }
            else
            {
                Fold(welcome.GetProperty("lines"));
            }

            Last = Math.Max(Last, welcome.GetProperty("last").GetInt64());
            Epoch = welcome.GetProperty("epoch").GetInt32();
        }
    }

    /// <summary>Until it is acknowledged, however often the server goes.</summary>
    public async Task<long> DoAsync(object act, Guid? operation = null)
    {
        var said = JsonSerializer.SerializeToNode(act)!.AsObject();
        var id = operation ?? Guid.CreateVersion7();
        said["operation"] = id;
        while (true)
        {
            try
            {
                var answer = await connection!.InvokeAsync<JsonElement>("Do", said);
                if (answer.TryGetProperty("number", out var number))
                {
                    return Acknowledged[id] = number.GetInt64();
                }

                if (answer.GetProperty("refusal").GetString() is not ("tooMuch" or "notSaved"))
                {
                    throw new InvalidOperationException($"{act}: {answer}");
                }

                await Task.Delay(500);
            }
            catch (Exception gone) when (IsGone(gone))
            {
                await ReturnAsync();
            }
        }
    }

    public async Task WorkAsync(long poll, CancellationToken stop)
    {
        for (var step = 0; !stop.IsCancellationRequested; step++)
        {
            await (
                (step % 4) switch
                {
                    0 => DoAsync(
                        new
                        {
                            kind = "voted",
                            poll,
                            values = new[] { $"{1 + (step % 5)}" },
                        }
                    ),
                    1 => DoAsync(
                        new
                        {
                            kind = "chatPosted",
                            text = $"{step}",
                            toTrainers = false,
                        }
                    ),
                    2 => DoAsync(new { kind = "asked", text = $"{step}?" }),
                    _ => BeatAsync(),
                }
            );
            await Task.Delay(150, CancellationToken.None);
        }
    }

    /// <summary>In the run of the server that bears this number.</summary>
    public async Task IsBackAsync(int epoch)
    {
        while (Epoch < epoch)
        {
            await Task.Delay(50);
        }
    }

    public async Task CatchUpAsync()
    {
        var batch = await connection!.InvokeAsync<JsonElement>("Since", Last);
        Take(connection!, batch);
    }

    private async Task<long> BeatAsync()
    {
        try
        {
            var told = await connection!.InvokeAsync<JsonElement>(
                "Beat",
                new
                {
                    presence,
                    visible = true,
                    audible = true,
                }
            );
            if (told.TryGetProperty("at", out var at))
            {
                Beats.Add(at.GetInt64());
            }
        }
        catch (Exception gone) when (IsGone(gone))
        {
            await ReturnAsync();
        }

        return 0;
    }

    private async Task ReturnAsync()
    {
        await turn.WaitAsync();
        try
        {
            if (connection?.State == HubConnectionState.Connected)
            {
                return;
            }

            while (true)
            {
                try
                {
                    await connection!.DisposeAsync();
                    await EnterAsync();
                    return;
                }
                catch (Exception gone) when (IsGone(gone))
                {
                    await Task.Delay(200);
                }
            }
        }
        finally
        {
            turn.Release();
        }
    }

    private void Take(HubConnection from, JsonElement batch)
    {
        lock (gate)
        {
            if (from == connection && batch.GetProperty("after").GetInt64() <= Last)
            {
                Fold(batch.GetProperty("lines"));
                Last = Math.Max(Last, batch.GetProperty("upTo").GetInt64());
            }
        }
    }

    // How many messages there are beside those of a snapshot.
    private static async Task<int> EarlierAsync(HubConnection connection, JsonElement welcome)
    {
        var count = 0;
        var page = welcome.TryGetProperty("snapshot", out var snapshot)
            ? snapshot.GetProperty("chat")
            : default;
        for (var has = page.ValueKind == JsonValueKind.Array && HasEarlier(snapshot); has; )
        {
            var told = await connection.InvokeAsync<JsonElement>(
                "Earlier",
                page[0].GetProperty("number").GetInt64()
            );
            page = told.GetProperty("messages");
            count += page.GetArrayLength();
            has = HasEarlier(told);
        }

        return count;
    }

    private static bool HasEarlier(JsonElement told) => told.GetProperty("hasEarlier").GetBoolean();

    private void Fold(JsonElement lines)
    {
        foreach (var line in lines.EnumerateArray())
        {
            var isNew = line.GetProperty("number").GetInt64() > Last;
            Chat += isNew && line.GetProperty("kind").GetString() == "chatPosted" ? 1 : 0;
        }
    }

    private static bool IsGone(Exception thrown) =>
        thrown
            is HttpRequestException
                or IOException
                or OperationCanceledException
                or System.Net.WebSockets.WebSocketException
                or TimeoutException
                or Microsoft.AspNetCore.SignalR.HubException
        || (
            thrown is InvalidOperationException
            && thrown.Message.Contains("not active", StringComparison.Ordinal)
        );

    public async ValueTask DisposeAsync()
    {
        turn.Dispose();
        if (connection is not null)
        {
            await connection.DisposeAsync();
        }
    }
}
