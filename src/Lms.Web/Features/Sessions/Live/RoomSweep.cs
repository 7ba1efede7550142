using Lms.Domain.Live;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Meeting;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Sessions.Live;

/// <summary>
/// Looks each few seconds whether those who are connected still may be. Acts are judged one by one; who
/// does nothing is found here.
/// </summary>
internal sealed class RoomSweep(
    LmsDatabase database,
    ViewerReads viewers,
    TimeProvider time,
    ILogger log
)
{
    private static readonly TimeSpan ToSayHello = TimeSpan.FromSeconds(15);
    private static readonly Viewer Doorkeeper = Viewer.System("who may stay in a room");

    public async Task RunAsync(IReadOnlyList<Guest> guests, IReadOnlyList<LiveRoom> rooms)
    {
        await ForgetErasedAsync(rooms);
        try
        {
            var standing = await viewers.StandingAsync([
                .. guests.Select(guest => guest.Who.Session).Distinct(),
            ]);
            foreach (var guest in guests)
            {
                var who = guest.Who;
                if (
                    standing.GetValueOrDefault(who.Session)
                        != new StandingSignIn(who.Person, who.Stamp)
                    && !await IsSignedInAsync(who)
                )
                {
                    guest.Leave("signedOut");
                }
                else if (guest.Room is null && time.GetElapsedTime(guest.ConnectedAt) > ToSayHello)
                {
                    guest.Abort();
                }
            }

            foreach (var room in rooms)
            {
                await LookIntoAsync(room, guests.Where(guest => guest.Room == room));
            }
        }
        catch (Exception failure)
        {
            log.LogWarning(failure, "Rights in rooms were not looked at");
        }
    }

    /// <summary>Takes what erased people said out of the rooms that are open, whoever erased them.</summary>
    public async Task ForgetErasedAsync(IReadOnlyList<LiveRoom> rooms)
    {
        if (rooms.Count == 0)
        {
            return;
        }

        try
        {
            var since = rooms.Min(room => room.Facts.OpenedAt);
            await using var db = database.Open(Doorkeeper);
            var erased = await db
                .People.AsNoTracking()
                .Where(person => person.ErasedAt >= since)
                .Select(person => new { person.Id, person.Name })
                .ToListAsync();
            foreach (var (room, person) in rooms.SelectMany(_ => erased, (one, who) => (one, who)))
            {
                await room.EraseAsync(person.Id, person.Name);
            }
        }
        catch (Exception failure)
        {
            log.LogWarning(failure, "Words of erased people may be in rooms yet: looked at again");
        }
    }

    /// <summary>Whether who connected may still do anything.</summary>
    public async Task<bool> IsSignedInAsync(SignedIn who) =>
        await viewers.FindAsync(who.Session, who.Stamp) is { NeedsSecondFactor: false } viewer
        && viewer.Person == who.Person;

    private async Task LookIntoAsync(LiveRoom room, IEnumerable<Guest> guests)
    {
        var session = room.Facts.Id;
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
        foreach (var guest in guests)
        {
            // Those who lead or keep are few, and are asked each time.
            if (!(guest.EnteredAs == RoomRole.Participant && seated.Contains(guest.Person)))
            {
                await AskAgainAsync(db, session, guest);
            }
        }
    }

    private async Task AskAgainAsync(LmsDbContext db, LiveSessionId session, Guest guest)
    {
        var entry = await RoomEntry.AsPlannedAsync(db, session, guest.Person, time.Now());
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
}
