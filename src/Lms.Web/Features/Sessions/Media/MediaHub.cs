using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace Lms.Web.Features.Sessions.Media;

/// <summary>
/// The door to the media of a session. The session stands in the address, the person comes from the
/// connection, and the seat is asked at every call.
/// </summary>
[Authorize]
public sealed class MediaHub(MediaRooms rooms, MediaAccess access, MediaConnections connections)
    : Hub
{
    /// <summary>The name of the session in the address.</summary>
    public const string SessionKey = "session";

    public override async Task OnConnectedAsync()
    {
        var http = Context.GetHttpContext();
        if (
            http is null
            || access.PersonOf(http) is not { } person
            || !Guid.TryParse(http.Request.Query[SessionKey], out var session)
            || connections.Find(Context.ConnectionId) is not { } hub
            || await access.SeatAsync(session, person, Context.ConnectionAborted) == MediaSeat.None
            || rooms.Enter(session, person, hub) is null
        )
        {
            Context.Abort();
        }
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        rooms.Leave(Context.ConnectionId);
        return Task.CompletedTask;
    }

    /// <summary>One packet of media; answers with the name of a <see cref="PublishAnswer"/>.</summary>
    public async Task<string> M(byte[] packet)
    {
        if (Caller(packet.Length) is not { } caller)
        {
            return nameof(PublishAnswer.TooFast);
        }

        var seat = await SeatAsync(caller);
        return rooms.Open(caller.Session).Publish(caller.Person, seat.Publishes, packet).ToString();
    }

    /// <summary>Asks for the media from now on; false when there is nothing to see here any more.</summary>
    public async Task<bool> Watch(bool video, int creditBytes) =>
        Caller(0) is { } caller
        && (await SeatAsync(caller)).MayView
        && rooms
            .Open(caller.Session)
            .Watch(
                caller.Id,
                caller.Person,
                video,
                creditBytes,
                message => caller.Hub.WriteAsync(message, caller.Hub.ConnectionAborted)
            );

    /// <summary>
    /// How many bytes the viewer has got, said whenever more have come: one stream for each connection,
    /// because a call for each costs as much as three messages. Heard over the limit too: credit that
    /// was never given back would silence the viewer for good.
    /// </summary>
    public async Task Acks(IAsyncEnumerable<int> got)
    {
        if (Known() is not { } caller || !caller.BeginAcks())
        {
            return;
        }

        try
        {
            await foreach (var bytes in got)
            {
                await AckAsync(bytes);
            }
        }
        catch (OperationCanceledException)
        {
            // So ends the stream of a connection that is gone.
        }
        catch (Exception)
        {
            // Unheard, the viewer would be silent: who comes back begins anew.
            Context.Abort();
            throw;
        }
    }

    /// <summary>The same by a call: so say pages that were opened before there was a stream.</summary>
    public Task Ack(int bytes) => AckAsync(bytes);

    public async Task Want(bool video)
    {
        if (Caller(0) is { } caller && (await SeatAsync(caller)).MayView)
        {
            rooms.Open(caller.Session).Want(caller.Id, video);
        }
    }

    private async Task AckAsync(int bytes)
    {
        if (Known() is { } caller)
        {
            IsOverLimit(caller, 0);
            if ((await SeatAsync(caller)).MayView)
            {
                rooms.Open(caller.Session).Ack(caller.Id, bytes);
            }
        }
    }

    // A right that was lost since the last call closes the connection.
    private async Task<MediaSeat> SeatAsync(MediaConnection caller)
    {
        var seat = await access.SeatAsync(caller.Session, caller.Person, Context.ConnectionAborted);
        if (seat == MediaSeat.None)
        {
            rooms.Leave(caller.Id);
            Context.Abort();
        }

        return seat;
    }

    private MediaConnection? Caller(int bytes) =>
        Known() is { } caller && !IsOverLimit(caller, bytes) ? caller : null;

    private MediaConnection? Known()
    {
        var caller = rooms.Find(Context.ConnectionId);
        if (caller is null)
        {
            Context.Abort();
        }

        return caller;
    }

    private bool IsOverLimit(MediaConnection caller, int bytes)
    {
        var isTaken = caller.Allowance.Take(bytes);
        if (caller.Allowance.IsFlood)
        {
            Context.Abort();
        }

        return !isTaken;
    }
}
