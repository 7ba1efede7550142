using System.Collections.Concurrent;
using Lms.Domain.Live;
using Lms.Domain.Quizzes;
using Lms.Web.Features.Shared;

namespace Lms.Web.Features.Sessions.Live;

/// <summary>The rooms that this server holds open, each built from its log once.</summary>
internal sealed class OpenRooms(
    RoomLog disk,
    RoomAlerts alerts,
    PublishedCourses courses,
    IChance chance,
    TimeProvider time,
    ILogger log
)
{
    private readonly ConcurrentDictionary<LiveSessionId, Opened> rooms = new();
    private readonly ConcurrentDictionary<LiveSessionId, Lazy<Task<LiveRoom?>>> opening = new();

    public Action<LiveRoom, IReadOnlyList<LiveEvent>>? Told { get; set; }

    /// <summary>Of rooms that are opened from now on.</summary>
    public RoomPace Pace { get; set; } = RoomPace.Usual;

    public IEnumerable<LiveRoom> All => rooms.Values.Select(one => one.Room);

    /// <summary>Of those that are in memory: nothing is looked up, and nothing waits.</summary>
    public LiveRoom? Known(LiveSessionId session) =>
        rooms.TryGetValue(session, out var known) ? known.Room : null;

    /// <summary>Null when its doors are closed.</summary>
    /// <param name="opens">Doors that are closed yet are opened.</param>
    public async Task<LiveRoom?> FindAsync(LiveSessionId session, bool opens = false)
    {
        if (rooms.TryGetValue(session, out var known))
        {
            return known.Room;
        }

        // Whoever asks meanwhile waits for the same one; of another session nobody waits for it.
        var own = new Lazy<Task<LiveRoom?>>(() => OpenOnceAsync(session, opens));
        var first = opening.GetOrAdd(session, own);
        var room = await first.Value;
        // It may have been asked for by one who opens no doors.
        return room is null && opens && first != own ? await FindAsync(session, opens) : room;
    }

    /// <summary>Who was there and when; null for a room that is closed already.</summary>
    public RoomPresences? PresencesOf(LiveRoom room) =>
        rooms.TryGetValue(room.Facts.Id, out var one) && one.Room == room ? one.Presences : null;

    private async Task<LiveRoom?> OpenOnceAsync(LiveSessionId session, bool opens)
    {
        try
        {
            // A recording is read without a pause: nobody's thread is to wait for that.
            await Task.Yield();
            return Known(session) ?? await OpenAsync(session, opens);
        }
        finally
        {
            // It stands among the rooms by now, or is to be tried again.
            opening.TryRemove(session, out _);
        }
    }

    private async Task<LiveRoom?> OpenAsync(LiveSessionId session, bool opens)
    {
        if (await disk.LoadAsync(session, opens) is not { } loaded)
        {
            return null;
        }

        var deck = await DeckPolls.OfAsync(courses, loaded.Facts);
        var room = new LiveRoom(
            loaded,
            disk,
            deck,
            Pace,
            chance,
            time,
            log,
            (room, added) => Told?.Invoke(room, added)
        );
        var opened = new Opened(room, new(loaded.Presences));
        rooms[session] = opened;
        _ = ForgetAsync(session, opened);
        // Nothing was said in it yet.
        if (loaded.Events is [_] && await alerts.IsUnderAsync(loaded.Facts))
        {
            await room.AlertAsync(true);
        }

        return room;
    }

    private async Task ForgetAsync(LiveSessionId session, Opened opened)
    {
        await opened.Room.Closed.Task;
        rooms.TryRemove(KeyValuePair.Create(session, opened));
    }

    private sealed record Opened(LiveRoom Room, RoomPresences Presences);
}
