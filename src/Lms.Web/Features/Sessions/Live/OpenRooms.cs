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
) : IDisposable
{
    private readonly ConcurrentDictionary<LiveSessionId, Opened> rooms = new();
    private readonly SemaphoreSlim loading = new(1, 1);

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

        await loading.WaitAsync();
        try
        {
            return rooms.TryGetValue(session, out known)
                ? known.Room
                : await OpenAsync(session, opens);
        }
        finally
        {
            loading.Release();
        }
    }

    /// <summary>Who was there and when; null for a room that is closed already.</summary>
    public RoomPresences? PresencesOf(LiveRoom room) =>
        rooms.TryGetValue(room.Facts.Id, out var one) && one.Room == room ? one.Presences : null;

    public void Dispose() => loading.Dispose();

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
        if (loaded.Run.Number == 1 && await alerts.IsUnderAsync(loaded.Facts))
        {
            await room.AlertAsync(true);
        }

        _ = ForgetAsync(session, opened);
        return room;
    }

    private async Task ForgetAsync(LiveSessionId session, Opened opened)
    {
        await opened.Room.Closed.Task;
        rooms.TryRemove(KeyValuePair.Create(session, opened));
    }

    private sealed record Opened(LiveRoom Room, RoomPresences Presences);
}
