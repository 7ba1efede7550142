using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

namespace Lms.Web.Features.Sessions.Media;

/// <summary>Keeps the connections of the media hub within reach, to write to each by itself.</summary>
public sealed class MediaConnections(ILogger<DefaultHubLifetimeManager<MediaHub>> log)
    : DefaultHubLifetimeManager<MediaHub>(log)
{
    private readonly ConcurrentDictionary<string, HubConnectionContext> all = new();

    public HubConnectionContext? Find(string id) => all.GetValueOrDefault(id);

    public override Task OnConnectedAsync(HubConnectionContext connection)
    {
        all[connection.ConnectionId] = connection;
        return base.OnConnectedAsync(connection);
    }

    public override Task OnDisconnectedAsync(HubConnectionContext connection)
    {
        all.TryRemove(connection.ConnectionId, out _);
        return base.OnDisconnectedAsync(connection);
    }
}
