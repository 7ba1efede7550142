using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

namespace Lms.Web.Features.Sessions.Live;

/// <summary>
/// The connections of the hub themselves, so that a room can send one message that was serialised once,
/// and wait for nobody.
/// </summary>
internal sealed class LiveConnections(ILogger<DefaultHubLifetimeManager<LiveHub>> log)
    : DefaultHubLifetimeManager<LiveHub>(log)
{
    private readonly ConcurrentDictionary<string, HubConnectionContext> open = new(
        StringComparer.Ordinal
    );

    public HubConnectionContext? Find(string id) => open.GetValueOrDefault(id);

    public override Task OnConnectedAsync(HubConnectionContext connection)
    {
        open[connection.ConnectionId] = connection;
        return base.OnConnectedAsync(connection);
    }

    public override Task OnDisconnectedAsync(HubConnectionContext connection)
    {
        open.TryRemove(connection.ConnectionId, out _);
        return base.OnDisconnectedAsync(connection);
    }
}
