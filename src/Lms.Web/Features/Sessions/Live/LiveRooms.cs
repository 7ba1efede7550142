using System.Collections.Concurrent;
using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Domain.Quizzes;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Meeting;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Sessions.Live;

/// <summary>
/// The rooms that are open. After a start each is built again from its log; while it is open the server
/// says each second that it still holds it, so that its own downtimes are known.
/// </summary>
public sealed class LiveRooms : BackgroundService
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ToSayHello = TimeSpan.FromSeconds(15);
    private const int SweepEach = 10;
    private const int MostConnections = 20;

    private static readonly Viewer Doorkeeper = Viewer.System("who may be in a room");

    private readonly ConcurrentDictionary<LiveSessionId, Opened> rooms = new();
    private readonly ConcurrentDictionary<string, Guest> guests = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim loading = new(1, 1);
    private readonly LmsDatabase database;
    private readonly PublishedCourses courses;
    private readonly ViewerReads viewers;
    private readonly OrganisationPack pack;
    private readonly IChance chance;
    private readonly TimeProvider time;
    private readonly ILogger<LiveRooms> log;
    private readonly RoomLog disk;
    private readonly Beats beats;

    public LiveRooms(
        LmsDatabase database,
        PublishedCourses courses,
        ViewerReads viewers,
        OrganisationPack pack,
        IChance chance,
        TimeProvider time,
        IHostApplicationLifetime life,
        ILogger<LiveRooms> log
    )
    {
        (this.database, this.courses, this.viewers, this.pack) = (database, courses, viewers, pack);
        (this.chance, this.time, this.log) = (chance, time, log);
        disk = new(database, courses, time);
        beats = new(database, time, log);
        life.ApplicationStopping.Register(() => SayGoodbye("restart", 1_000));
    }

    /// <summary>Called with a room that was opened, and with all that was written in one since.</summary>
    internal Action<LiveRoom, IReadOnlyList<LiveEvent>>? Told { get; set; }

    /// <summary>An open room; null when its doors are closed.</summary>
    internal Task<LiveRoom?> OfAsync(LiveSessionId session) => FindAsync(session);

    /// <summary>
    /// What a person is in an open room now; null for one who is not in it, was put out, or has no right
    /// to be there any more.
    /// </summary>
    public async Task<RoomRole?> RoleOfAsync(LiveSessionId session, PersonId person)
    {
        var room = await FindAsync(session);
        if (room?.RoleOf(person) is not { } role)
        {
            return null;
        }

        await using var db = database.Open(Doorkeeper);
        var entry = await RoomEntry.OfAsync(db, session, person, time.Now());
        return entry.Refusal is null ? role : null;
    }

    /// <summary>Whose voice and slides are on; null when the room is closed or nobody's are.</summary>
    public async Task<PersonId?> PresenterOfAsync(LiveSessionId session) =>
        (await FindAsync(session))?.Live.Presenter;

    /// <summary>How the room stands now; null when it is closed.</summary>
    public async Task<SessionState?> StateOfAsync(LiveSessionId session) =>
        (await FindAsync(session))?.Live.State;

    /// <summary>Now, in milliseconds since the doors opened; null when the room is closed.</summary>
    public async Task<long?> NowOfAsync(LiveSessionId session) =>
        (await FindAsync(session))?.Clock.Now;

    /// <summary>Opens the doors of a session that is scheduled; nothing when they are open.</summary>
    public async Task<bool> OpenAsync(LiveSessionId session) =>
        await FindAsync(session, opens: true) is not null;

    /// <summary>Puts a person out of a room for good, within a second.</summary>
    public async Task RemoveAsync(LiveSessionId session, PersonId person)
    {
        if (await FindAsync(session) is { } room)
        {
            await room.RemoveAsync(person);
        }
    }

    /// <summary>Air alerts begin or are over, as the feed says.</summary>
    /// <param name="active">All that last: a room within one of them stays calm.</param>
    public async Task AlertAsync(
        IReadOnlySet<TerritoryCode> begun,
        IReadOnlySet<TerritoryCode> over,
        IReadOnlySet<TerritoryCode> active
    )
    {
        foreach (var (_, one) in rooms)
        {
            if (one.Room.Facts.Territory is not { } there)
            {
                continue;
            }

            if (IsWithin(there, begun))
            {
                await one.Room.AlertAsync(true);
            }
            else if (IsWithin(there, over) && !IsWithin(there, active))
            {
                await one.Room.AlertAsync(false);
            }
        }
    }

    private bool IsWithin(TerritoryCode there, IEnumerable<TerritoryCode> territories) =>
        territories.Any(one => pack.Territories.Within(one).Contains(there));

    // Who opens the doors during an alert finds it there.
    private async Task<bool> IsUnderAlertAsync(RoomFacts facts)
    {
        if (facts.Territory is not { } there)
        {
            return false;
        }

        await using var db = database.Open(Doorkeeper);
        var active = await db
            .AirAlerts.Where(one => one.Until == null && one.Source == AlertSource.Feed)
            .Select(one => one.Territory)
            .ToListAsync();
        return IsWithin(there, active);
    }

    internal async Task<LiveRoom?> FindAsync(LiveSessionId session, bool opens = false) =>
        (await OpenedAsync(session, opens))?.Room;

    internal async Task<Reply> BeatAsync(LiveRoom room, Func<long, Beat> beat) =>
        rooms.TryGetValue(room.Facts.Id, out var one) && one.Room == room
            ? await beats.TakeAsync(room, one.Presences, beat(room.Clock.Now))
            : Reply.No(RoomRefusal.NotNow);

    /// <summary>False when the person has too many connections already.</summary>
    internal bool Welcome(string connection, Guest guest)
    {
        var own = guests.Values.Count(one => one.Who.Account == guest.Who.Account);
        return own < MostConnections && guests.TryAdd(connection, guest);
    }

    internal void Forget(string connection)
    {
        if (guests.TryRemove(connection, out var guest))
        {
            guest.Gone();
            guest.Room?.Leave(guest);
        }
    }

    /// <summary>Whether who connected may still do anything: asked before everything that is done.</summary>
    internal async Task<bool> IsSignedInAsync(SignedIn who) =>
        await viewers.FindAsync(who.Session, who.Stamp) is { NeedsSecondFactor: false } viewer
        && viewer.Person == who.Person;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var writing = beats.RunAsync(stoppingToken);
        try
        {
            await RebuildAsync();
            using var timer = new PeriodicTimer(Second);
            for (var second = 1; await timer.WaitForNextTickAsync(stoppingToken); second++)
            {
                await TickAsync();
                if (second % SweepEach == 0)
                {
                    await SweepAsync();
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await HoldAsync();
        }

        await writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task RebuildAsync()
    {
        await using var db = database.Open(Doorkeeper);
        var open = await db
            .LiveSessions.Where(one =>
                one.State == SessionState.Lobby
                || one.State == SessionState.Live
                || one.State == SessionState.Paused
                || one.State == SessionState.Interrupted
            )
            .Select(one => one.Id)
            .ToListAsync();
        foreach (var session in open)
        {
            try
            {
                await FindAsync(session);
            }
            catch (Exception failure)
            {
                log.LogError(failure, "A room could not be built again from its log");
            }
        }
    }

    private async Task TickAsync()
    {
        foreach (var (_, one) in rooms)
        {
            one.Room.Tick();
        }

        await HoldAsync();
    }

    private async Task HoldAsync()
    {
        var open = rooms
            .Values.Select(one => (one.Room.Facts.Id, one.Room.Epoch, one.Room.Clock.Now))
            .ToList();
        if (open.Count == 0)
        {
            return;
        }

        try
        {
            await disk.HoldAsync(open);
        }
        catch (Exception failure)
        {
            log.LogWarning(failure, "That rooms are open was not written");
        }
    }

    // Acts are judged one by one; who does nothing is found here.
    private async Task SweepAsync()
    {
        try
        {
            foreach (var (_, guest) in guests)
            {
                if (!await IsSignedInAsync(guest.Who))
                {
                    guest.Leave("signedOut");
                }
                else if (guest.Room is null && time.GetElapsedTime(guest.ConnectedAt) > ToSayHello)
                {
                    guest.Abort();
                }
            }

            foreach (var (session, one) in rooms)
            {
                await SweepAsync(session, one.Room);
            }
        }
        catch (Exception failure)
        {
            log.LogWarning(failure, "Rights in rooms were not looked at");
        }
    }

    private async Task SweepAsync(LiveSessionId session, LiveRoom room)
    {
        await using var db = database.Open(Doorkeeper);
        var state = await db
            .LiveSessions.Where(one => one.Id == session)
            .Select(one => (SessionState?)one.State)
            .SingleOrDefaultAsync();
        if (state is not { } now || !now.IsOpen())
        {
            await room.CloseAsync(state ?? SessionState.Cancelled);
            return;
        }

        var seated = await db
            .SessionSeats.Where(one => one.SessionId == session && one.State == SeatState.Seated)
            .Select(one => one.PersonId)
            .ToHashSetAsync();
        foreach (var (_, guest) in guests)
        {
            // Those who lead or keep are few, and are asked each time.
            if (
                guest.Room == room
                && !(guest.EnteredAs == RoomRole.Participant && seated.Contains(guest.Person))
            )
            {
                await AskAgainAsync(db, session, guest);
            }
        }
    }

    private async Task AskAgainAsync(LmsDbContext db, LiveSessionId session, Guest guest)
    {
        var entry = await RoomEntry.OfAsync(db, session, guest.Person, time.Now());
        if (entry.Role is not { } role)
        {
            guest.Leave("removed");
        }
        else if (role != guest.EnteredAs)
        {
            // Comes back at once, as what they are now.
            guest.Leave("elsewhere", 0);
        }
    }

    private async Task<Opened?> OpenedAsync(LiveSessionId session, bool opens)
    {
        if (rooms.TryGetValue(session, out var known))
        {
            return known;
        }

        await loading.WaitAsync();
        try
        {
            if (rooms.TryGetValue(session, out known))
            {
                return known;
            }

            if (await disk.LoadAsync(session, opens) is not { } loaded)
            {
                return null;
            }

            var deck = await DeckPolls.OfAsync(courses, loaded.Facts);
            var opened = new Opened(
                new LiveRoom(
                    loaded,
                    disk,
                    deck,
                    chance,
                    time,
                    log,
                    (room, added) => Told?.Invoke(room, added)
                ),
                new(loaded.Presences)
            );
            rooms[session] = opened;
            if (loaded.Run.Number == 1 && await IsUnderAlertAsync(loaded.Facts))
            {
                await opened.Room.AlertAsync(true);
            }

            _ = ForgetAsync(session, opened);
            return opened;
        }
        finally
        {
            loading.Release();
        }
    }

    private async Task ForgetAsync(LiveSessionId session, Opened opened)
    {
        await opened.Room.Closed.Task;
        rooms.TryRemove(KeyValuePair.Create(session, opened));
    }

    private void SayGoodbye(string reason, int? retryAfter)
    {
        foreach (var (_, guest) in guests)
        {
            guest.Leave(reason, retryAfter);
        }
    }

    public override void Dispose()
    {
        loading.Dispose();
        base.Dispose();
    }

    private sealed record Opened(LiveRoom Room, RoomPresences Presences);
}
