using System.Collections.Concurrent;
using System.Text.Json;
using Lms.Web.Tests.Support;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.TestHost;

namespace Lms.Web.Tests.Features.Sessions.Live;

/// <summary>
/// One device in a room: a SignalR client that folds what it hears, asks for what it missed and comes
/// back by what it knows, as the page does.
/// </summary>
internal sealed class RoomVisitor(LmsHost host, string cookie, Guid session) : IAsyncDisposable
{
    private readonly Lock gate = new();
    private HubConnection connection = null!;
    private List<JsonElement>? early;
    private List<JsonElement>? meanwhile;

    public FoldedRoom Room { get; } = new();

    /// <summary>Everything that came from the server, in words.</summary>
    public ConcurrentQueue<string> Heard { get; } = new();

    public ConcurrentQueue<JsonElement> Passing { get; } = new();

    public TaskCompletionSource<JsonElement> Bye { get; private set; } = new();

    public TaskCompletionSource Closed { get; private set; } = new();

    public HubConnection Connection => connection;

    public async Task ConnectAsync(bool skipsNegotiation = true)
    {
        Bye = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var server = host.App.GetTestServer();
        connection = new HubConnectionBuilder()
            .WithUrl(
                "http://localhost/hubs/live",
                options =>
                {
                    options.Transports = HttpTransportType.WebSockets;
                    options.SkipNegotiation = skipsNegotiation;
                    options.HttpMessageHandlerFactory = _ => server.CreateHandler();
                    options.Headers["Cookie"] = cookie;
                    options.WebSocketFactory = async (context, cancel) =>
                    {
                        var socket = server.CreateWebSocketClient();
                        socket.ConfigureRequest = request => request.Headers.Cookie = cookie;
                        return await socket.ConnectAsync(context.Uri, cancel);
                    };
                }
            )
            .WithKeepAliveInterval(TimeSpan.FromSeconds(4))
            .WithServerTimeout(TimeSpan.FromSeconds(12))
            .Build();
        var (bye, closed) = (Bye, Closed);
        connection.On<JsonElement>("ev", Hear);
        connection.On<JsonElement>(
            "eph",
            passing =>
            {
                Heard.Enqueue(passing.GetRawText());
                Passing.Enqueue(passing);
            }
        );
        connection.On<JsonElement>(
            "bye",
            said =>
            {
                Heard.Enqueue(said.GetRawText());
                bye.TrySetResult(said);
            }
        );
        connection.Closed += _ =>
        {
            closed.TrySetResult();
            return Task.CompletedTask;
        };
        await connection.StartAsync();
    }

    /// <summary>The welcome, or a refusal.</summary>
    public async Task<JsonElement> HelloAsync(Guid? other = null)
    {
        lock (gate)
        {
            early = [];
        }

        var welcome = await AskAsync(
            "Hello",
            new
            {
                session = other ?? session,
                client = "tab",
                last = Room.Last,
                epoch = Room.Epoch,
            }
        );
        lock (gate)
        {
            if (welcome.TryGetProperty("refusal", out _))
            {
                early = null;
                return welcome;
            }

            Room.Take(welcome);
            var waiting = early!;
            early = null;
            waiting.ForEach(Take);
        }

        return welcome;
    }

    public async Task<JsonElement> AskAsync(string method, object? argument)
    {
        var answer = await connection.InvokeAsync<JsonElement>(method, argument);
        Heard.Enqueue(answer.GetRawText());
        return answer;
    }

    /// <summary>An act under an id of its own.</summary>
    public Task<JsonElement> DoAsync(object act, Guid? operation = null)
    {
        var said = JsonSerializer.SerializeToNode(act)!.AsObject();
        said["operation"] = operation ?? Guid.CreateVersion7();
        return AskAsync("Do", said);
    }

    /// <summary>An act that is taken.</summary>
    public async Task<long> DoneAsync(object act, Guid? operation = null)
    {
        var answer = await DoAsync(act, operation);
        return answer.TryGetProperty("number", out var number)
            ? number.GetInt64()
            : throw new InvalidOperationException($"{act}: {answer}");
    }

    /// <summary>The word of refusal; null for an act that was taken.</summary>
    public async Task<string?> RefusedAsync(object act) =>
        (await DoAsync(act)).TryGetProperty("refusal", out var word) ? word.GetString() : null;

    /// <summary>Messages before those it has, as the page takes them.</summary>
    public async Task<JsonElement> EarlierAsync()
    {
        long before;
        lock (gate)
        {
            meanwhile = [];
            before = Room.First;
        }

        var answer = await AskAsync("Earlier", before);
        lock (gate)
        {
            var lines = meanwhile;
            meanwhile = null;
            Room.Earlier(answer, lines);
        }

        return answer;
    }

    /// <summary>All that were ever said; who never was away has them already.</summary>
    public async Task EarliestAsync()
    {
        while (Room.HasEarlier)
        {
            host.Clock.Forward(TimeSpan.FromSeconds(2));
            await EarlierAsync();
        }
    }

    public async Task DropAsync() => await connection.DisposeAsync();

    public async Task ReturnAsync()
    {
        await ConnectAsync();
        await HelloAsync();
    }

    /// <summary>Waits until this device knows of an event.</summary>
    public async Task KnowsAsync(long number)
    {
        for (var tries = 0; tries < 200 && Room.Last < number; tries++)
        {
            await Task.Delay(25);
        }

        if (Room.Last < number)
        {
            // Numbers that are not for this viewer are asked for.
            var batch = await AskAsync("Since", Room.Last);
            lock (gate)
            {
                Take(batch);
            }
        }
    }

    private void Hear(JsonElement batch)
    {
        Heard.Enqueue(batch.GetRawText());
        lock (gate)
        {
            if (early is not null)
            {
                early.Add(batch);
            }
            else
            {
                Take(batch);
            }
        }
    }

    private void Take(JsonElement batch)
    {
        if (batch.GetProperty("after").GetInt64() > Room.Last)
        {
            throw new InvalidOperationException($"A gap: {batch} after {Room.Last}.");
        }

        meanwhile?.AddRange(batch.GetProperty("lines").EnumerateArray());
        Room.Fold(batch);
    }

    public async ValueTask DisposeAsync() => await connection.DisposeAsync();
}
