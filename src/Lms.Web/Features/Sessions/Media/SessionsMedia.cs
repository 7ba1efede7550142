using Lms.Web.Features.Sessions.Sockets;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;

namespace Lms.Web.Features.Sessions.Media;

/// <summary>
/// The media path put together. Whoever adds it also gives a <see cref="MediaAccess"/>.
/// </summary>
public static class SessionsMedia
{
    public const string Address = "/hubs/media";

    public static IServiceCollection AddSessionsMedia(
        this IServiceCollection services,
        string folder,
        MediaLimits? limits = null
    )
    {
        services
            .AddSignalR()
            .AddHubOptions<MediaHub>(hub =>
            {
                hub.MaximumReceiveMessageSize = MediaPacket.MaxBytes + 1024;
                // Order is kept only when one call ends before the next begins.
                hub.MaximumParallelInvocationsPerClient = 1;
                hub.NoticesLostLines();
                hub.SupportedProtocols = ["messagepack"];
            })
            .AddMessagePackProtocol();
        services.AddHubSockets();
        services.AddSingleton(new MediaFolder(folder));
        services.AddSingleton(limits ?? new MediaLimits());
        services.AddSingleton(given => new MediaRooms(
            given.GetRequiredService<MediaFolder>(),
            given.GetRequiredService<MediaLimits>(),
            new SteadyTime(given.GetRequiredService<TimeProvider>())
        ));
        services.AddSingleton<MediaConnections>();
        services.AddSingleton<HubLifetimeManager<MediaHub>>(all =>
            all.GetRequiredService<MediaConnections>()
        );
        services.AddHostedService<MediaClockwork>();
        return services;
    }

    public static HubEndpointConventionBuilder MapSessionsMedia(
        this IEndpointRouteBuilder routes
    ) =>
        routes
            .MapHub<MediaHub>(
                Address,
                connection => connection.Transports = HttpTransportType.WebSockets
            )
            .StraightFromSockets<MediaHub>(routes, 2 * MediaPacket.MaxBytes, endsWithSignIn: true);
}
