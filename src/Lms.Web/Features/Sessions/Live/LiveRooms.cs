using System.Collections.Concurrent;
using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Domain.Quizzes;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Erasing;
using Lms.Web.Features.Shared.Meeting;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Sessions.Live;

/// <summary>
/// The rooms that are open. After a start each is built again from its log; while it is open the server
/// says each second that it still holds it, so that its own downtimes are known.
/// </summary>
public sealed partial class LiveRooms : BackgroundService
{
    private const int MostConnections = 20;

    private static readonly Viewer Doorkeeper = Viewer.System("who may be in a room");

    private readonly ConcurrentDictionary<string, Guest> guests = new(StringComparer.Ordinal);
    private readonly LmsDatabase database;
    private readonly TimeProvider time;
    private readonly ILogger<LiveRooms> log;
    private readonly RoomLog disk;
    private readonly Beats beats;
    private readonly RoomAlerts alerts;
    private readonly RoomSweep sweep;
    private readonly OpenRooms rooms;

    public LiveRooms(
        LmsDatabase database,
        PublishedCourses courses,
        ViewerReads viewers,
        OrganisationPack pack,
        AfterErasure erased,
        IChance chance,
        TimeProvider time,
        IHostApplicationLifetime life,
        ILogger<LiveRooms> log
    )
    {
        (this.database, this.time, this.log) = (database, time, log);
        disk = new(database, courses, time);
        beats = new(database, time, log);
        alerts = new(database, pack);
        sweep = new(database, viewers, time, log);
        rooms = new(disk, alerts, courses, chance, time, log);
        erased.Look = () => sweep.ForgetErasedAsync([.. rooms.All]);
        erased.Forget = EraseAsync;
        life.ApplicationStopping.Register(() => SayGoodbye("restart", 1_000));
    }

    /// <summary>Called with a room that was opened, and with all that was written in one since.</summary>
    internal Action<LiveRoom, IReadOnlyList<LiveEvent>>? Told
    {
        get => rooms.Told;
        set => rooms.Told = value;
    }

    /// <summary>Of rooms that are opened from now on.</summary>
    internal RoomPace Pace
    {
        get => rooms.Pace;
        set => rooms.Pace = value;
    }

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
        var entry = await RoomEntry.AsPlannedAsync(db, session, person, time.Now());
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

    /// <summary>
    /// A message was erased from the log of a session. A room that is open forgets it, and tells it as soon
    /// as it can write; one that is not has nothing to forget, and reads the log without it.
    /// </summary>
    private async Task EraseAsync(LiveSessionId session, long message)
    {
        try
        {
            // One that is being opened may have read the log before.
            await FindAsync(session);
        }
        catch (Exception failure)
        {
            log.LogWarning(failure, "A room could not be opened to tell it of an erased message");
        }

        if (Known(session) is { } room)
        {
            await room.EraseAsync(message);
        }
    }

    /// <summary>Air alerts begin or are over, as the feed says.</summary>
    /// <param name="active">All that last: a room within one of them stays calm.</param>
    public Task AlertAsync(
        IReadOnlySet<TerritoryCode> begun,
        IReadOnlySet<TerritoryCode> over,
        IReadOnlySet<TerritoryCode> active
    ) => alerts.TellAsync(rooms.All, begun, over, active);

    internal LiveRoom? Known(LiveSessionId session) => rooms.Known(session);

    internal Task<LiveRoom?> FindAsync(LiveSessionId session, bool opens = false) =>
        rooms.FindAsync(session, opens);

    internal async Task<Reply> BeatAsync(LiveRoom room, Func<long, Beat> beat) =>
        rooms.PresencesOf(room) is { } presences
            ? await beats.TakeAsync(room, presences, beat(room.Clock.Now))
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
    internal Task<bool> IsSignedInAsync(SignedIn who) => sweep.IsSignedInAsync(who);
}
