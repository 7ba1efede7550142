using System.Collections.Concurrent;
using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Web.Features.Sessions.Live;
using Lms.Web.Features.Sessions.Media;
using Lms.Web.Features.Shared.Attending;

namespace Lms.Web.Features.Sessions;

/// <summary>
/// Voices and pictures follow the log of their room: who may be seen and heard, what is recorded and by
/// which clock, who is out, and when it is over.
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
    // Nobody stays in by media alone: whoever lost the room loses them too. Where no worker starts
    // (timer.js), a page behind others beats once a minute.
    private const long HeardWithin = 90_000;

    private const MediaTracks Own = MediaTracks.Voice | MediaTracks.Camera | MediaTracks.Screen;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<Guid, LiveRoom> open = new();
    private readonly ConcurrentDictionary<Guid, LiveRoom> refused = new();
    private readonly ConcurrentDictionary<Guid, Task> ending = new();

    public Task StartAsync(CancellationToken cancellationToken)
    {
        rooms.Told = Follow;
        media.ClockOf = ClockOf;
        cuts.Remake = session => make.RunAsync(session);
        cuts.Grow = grow.Ask;
        return Task.CompletedTask;
    }

    /// <summary>A recording that is being made is waited for; one that takes too long is made after the start.</summary>
    public async Task StopAsync(CancellationToken cancellationToken) =>
        await Task.WhenAll(ending.Values)
            .WaitAsync(cancellationToken)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

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

    // Slides and voice must stand on one time line, whoever sets the clock of the machine.
    private long? ClockOf(Guid session) =>
        open.TryGetValue(session, out var room)
            ? room.Facts.OpenedAt.ToUnixTimeMilliseconds() + room.Clock.Now
            : null;

    // A disk that refuses the frames must stop neither the room nor what is said in it.
    private void Follow(LiveRoom room, IReadOnlyList<LiveEvent> added)
    {
        try
        {
            // Whoever comes last finds how the room stands last.
            lock (room.Following)
            {
                Take(room, added);
            }
        }
        catch (Exception failure)
        {
            log.LogError(failure, "Media do not follow their room yet: it is tried again");
            if (refused.TryAdd(room.Facts.Id.Value, room))
            {
                _ = FollowAgainAsync(room);
            }
        }
    }

    private async Task FollowAgainAsync(LiveRoom room)
    {
        await Task.Delay(Pause);
        refused.TryRemove(room.Facts.Id.Value, out _);
        Follow(room, []);
    }

    private void Take(LiveRoom room, IReadOnlyList<LiveEvent> added)
    {
        var (id, now) = (room.Facts.Id, room.Live);
        foreach (var one in added)
        {
            if (PutOut(one.What) is { } person)
            {
                media.Remove(id.Value, person);
            }
        }

        if (now.State.IsOpen())
        {
            open[id.Value] = room;
            if (added.Count == 0 || added.Any(one => IsAboutRecording(one.What)))
            {
                media.Record(id.Value, IsRecorded(room.Facts, now), now.IsFloorRecorded);
            }
        }
        else if (now.State == SessionState.Scheduled)
        {
            // It never began, and may be opened another day.
            open.TryRemove(id.Value, out _);
        }
        else
        {
            ending[id.Value] = EndAsync(id);
        }
    }

    // People were told at the door whether there is a recording.
    private static bool IsRecorded(RoomFacts facts, RoomTime now) =>
        facts.IsRecorded && now is { IsRecording: true, State: SessionState.Live };

    private static PersonId? PutOut(RoomEvent what) =>
        what switch
        {
            RoomEvent.Removed(var person) => person,
            RoomEvent.WordsErased(var person) => person,
            _ => null,
        };

    private static bool IsAboutRecording(RoomEvent what) =>
        what
            is RoomEvent.RecordingSet
                or RoomEvent.StateSet
                or RoomEvent.FloorGiven
                or RoomEvent.FloorTaken
                or RoomEvent.Removed
                or RoomEvent.WordsErased;

    private async Task EndAsync(LiveSessionId session)
    {
        // The room goes on with its queue meanwhile.
        await Task.Yield();
        try
        {
            await media.EndAsync(session.Value);
            await make.RunAsync(session);
        }
        catch (Exception failure)
        {
            log.LogError(failure, "A recording was not made yet: it is tried again");
        }
        finally
        {
            open.TryRemove(session.Value, out _);
            ending.TryRemove(session.Value, out _);
        }
    }
}
