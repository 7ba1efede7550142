using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Web.Features.Sessions.Live;
using Lms.Web.Features.Sessions.Media;
using Lms.Web.Features.Shared.Attending;

namespace Lms.Web.Features.Sessions;

/// <summary>
/// Voices and pictures follow the log of their room: who may be seen and heard, what is recorded, who is
/// out, and when it is over.
/// </summary>
internal sealed class RoomMedia(
    LiveRooms rooms,
    MediaRooms media,
    MakeRecording make,
    GrowRecording grow,
    CutMedia cuts,
    ILogger<RoomMedia> log
) : IHostedService
{
    // Nobody stays in by media alone: whoever lost the room loses them too.
    private const long HeardWithin = 60_000;

    private const MediaTracks Own = MediaTracks.Voice | MediaTracks.Camera | MediaTracks.Screen;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        rooms.Told = Follow;
        cuts.Remake = session => make.RunAsync(session);
        cuts.Grow = grow.Ask;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async ValueTask<MediaSeat> SeatAsync(Guid session, PersonId person)
    {
        var room = await rooms.OfAsync(new(session));
        if (room?.RoleOf(person) is null || !room.IsHeard(person, HeardWithin))
        {
            return MediaSeat.None;
        }

        var now = room.Live;
        return new(
            now.State.IsOpen(),
            (now.Presenter == person ? Own : MediaTracks.None)
                | (now.Floor == person ? MediaTracks.Floor : MediaTracks.None)
        );
    }

    private void Follow(LiveRoom room, IReadOnlyList<LiveEvent> added)
    {
        var (id, now) = (room.Facts.Id, room.Live);
        foreach (var one in added)
        {
            if (one.What is RoomEvent.Removed(var person))
            {
                media.Remove(id.Value, person);
            }
        }

        if (!now.State.IsOpen())
        {
            _ = EndAsync(id);
        }
        else if (added.Count == 0 || added.Any(one => IsAboutRecording(one.What)))
        {
            media.Record(
                id.Value,
                now.IsRecording && now.State == SessionState.Live && !room.Facts.IsRehearsal,
                now.IsFloorRecorded
            );
        }
    }

    private static bool IsAboutRecording(RoomEvent what) =>
        what
            is RoomEvent.RecordingSet
                or RoomEvent.StateSet
                or RoomEvent.FloorGiven
                or RoomEvent.FloorTaken;

    private async Task EndAsync(LiveSessionId session)
    {
        try
        {
            await media.EndAsync(session.Value);
            await make.RunAsync(session);
        }
        catch (Exception failure)
        {
            log.LogError(failure, "A recording was not made yet: it is tried again");
        }
    }
}
