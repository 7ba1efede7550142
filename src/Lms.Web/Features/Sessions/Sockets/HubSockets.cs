using System.Collections.Concurrent;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;

namespace Lms.Web.Features.Sessions.Sockets;

/// <summary>
/// Gives a hub the WebSockets of its address as they are. Whatever comes in another way, such as long
/// polling, goes the way of SignalR.
/// </summary>
internal sealed class HubSockets(
    TimeProvider time,
    IHostApplicationLifetime life,
    ILogger<HubSockets> log
) : BackgroundService
{
    /// <summary>How often each connection is looked at.</summary>
    public static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);

    // Rooms say goodbye first.
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<SocketConnection, bool> open = new();

    /// <param name="mostReceived">Bytes that may wait for the hub.</param>
    /// <param name="endsWithSignIn">It ends with the cookie it was opened by.</param>
    public async Task RunAsync<THub>(HttpContext http, int mostReceived, bool endsWithSignIn)
        where THub : Hub
    {
        var hub = http.RequestServices.GetRequiredService<HubConnectionHandler<THub>>();
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        await using var connection = new SocketConnection(
            http,
            socket,
            mostReceived,
            endsWithSignIn ? SignedInUntil(http) : null,
            time
        );
        open[connection] = true;
        if (life.ApplicationStopping.IsCancellationRequested)
        {
            connection.Abort();
        }

        try
        {
            await connection.RunAsync(hub.OnConnectedAsync);
        }
        finally
        {
            open.TryRemove(connection, out _);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        life.ApplicationStopping.Register(() => _ = EndAsync());
        using var timer = new PeriodicTimer(Beat);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                foreach (var (connection, _) in open)
                {
                    LookAfter(connection);
                }
            }
        }
        catch (OperationCanceledException) { }
    }

    private static DateTimeOffset? SignedInUntil(HttpContext http) =>
        http.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties?.ExpiresUtc;

    private void LookAfter(SocketConnection connection)
    {
        try
        {
            connection.Beat();
        }
        catch (Exception failure)
        {
            // One connection must not stop the hearts of all.
            log.LogError(failure, "A connection could not be looked after");
        }
    }

    private async Task EndAsync()
    {
        await Task.Delay(Goodbye);
        foreach (var (connection, _) in open)
        {
            connection.Abort();
        }
    }
}

internal static class HubSocketsRegistration
{
    public static void AddHubSockets(this IServiceCollection services)
    {
        if (services.All(one => one.ServiceType != typeof(HubSockets)))
        {
            services.AddSingleton<HubSockets>();
            services.AddHostedService(all => all.GetRequiredService<HubSockets>());
        }
    }

    /// <summary>Either end says each four seconds that it is there, and is taken for gone after twelve.</summary>
    public static void NoticesLostLines(this HubOptions hub)
    {
        // Longer than one beat and shorter than two: every second beat says so.
        hub.KeepAliveInterval = HubSockets.Beat * 1.5;
        hub.ClientTimeoutInterval = TimeSpan.FromSeconds(12);
        hub.HandshakeTimeout = TimeSpan.FromSeconds(10);
    }

    /// <inheritdoc cref="HubSockets.RunAsync"/>
    public static HubEndpointConventionBuilder StraightFromSockets<THub>(
        this HubEndpointConventionBuilder hub,
        IEndpointRouteBuilder routes,
        int mostReceived,
        bool endsWithSignIn = false
    )
        where THub : Hub
    {
        var sockets = routes.ServiceProvider.GetRequiredService<HubSockets>();
        hub.Add(endpoint =>
        {
            if (endpoint.Metadata.OfType<NegotiateMetadata>().Any())
            {
                return;
            }

            var signalR = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = routes
                .CreateApplicationBuilder()
                .UseWebSockets()
                .Use(
                    (HttpContext http, RequestDelegate _) =>
                        http.WebSockets.IsWebSocketRequest && !http.Request.Query.ContainsKey("id")
                            ? sockets.RunAsync<THub>(http, mostReceived, endsWithSignIn)
                            : signalR(http)
                )
                .Build();
        });
        return hub;
    }
}
