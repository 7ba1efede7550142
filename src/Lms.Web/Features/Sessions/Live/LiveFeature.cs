using Lms.Web.Features.Sessions.Alerts;
using Lms.Web.Features.Sessions.Sockets;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;

namespace Lms.Web.Features.Sessions.Live;

public static class LiveFeature
{
    public const string Address = "/hubs/live";

    private const int LongestMessage = 16 * 1024;

    public static void AddLiveRooms(this IServiceCollection services)
    {
        services.AddSingleton<LiveRooms>();
        services.AddHostedService(given => given.GetRequiredService<LiveRooms>());
        services.AddSingleton<LiveConnections>();
        services.AddSingleton<HubLifetimeManager<LiveHub>>(given =>
            given.GetRequiredService<LiveConnections>()
        );
        services
            .AddSignalR()
            .AddHubOptions<LiveHub>(hub =>
            {
                hub.MaximumReceiveMessageSize = LongestMessage;
                hub.NoticesLostLines();
                hub.EnableDetailedErrors = false;
                // Order is what the log is about.
                hub.MaximumParallelInvocationsPerClient = 1;
                hub.SupportedProtocols = ["json"];
            });
        services.AddHubSockets();
        services.AddSingleton<SettleAlerts>();
        services.AddHostedService<AlertFeed>();
    }

    public static void MapLiveRooms(this IEndpointRouteBuilder app) =>
        app.MapHub<LiveHub>(
                Address,
                // Polling is for those behind a proxy that lets no WebSocket through.
                connection =>
                    connection.Transports =
                        HttpTransportType.WebSockets | HttpTransportType.LongPolling
            )
            .StraightFromSockets<LiveHub>(app, 64 * 1024);
}
