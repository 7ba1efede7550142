using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared.Meeting;

/// <summary>Why a person may not enter a room. Never stored.</summary>
public enum EntryRefusal
{
    /// <summary>No such session, or none that may be told of.</summary>
    Unknown,
    NoSeat,

    /// <summary>Put out of the room; not let in again.</summary>
    Removed,

    /// <summary>The doors are closed yet.</summary>
    NotOpen,
    Over,
    Cancelled,

    /// <summary>Tried out by its trainers, who are the only ones in it.</summary>
    Rehearsal,
}

/// <summary>Who may be in a room, and as what.</summary>
public static class RoomEntry
{
    /// <summary>Doors open so long before the beginning, whoever is there.</summary>
    public static readonly TimeSpan Before = TimeSpan.FromMinutes(15);

    /// <param name="Role">Null when refused.</param>
    /// <param name="Refusal">Null when let in.</param>
    public sealed record Answer(RoomRole? Role, EntryRefusal? Refusal)
    {
        public static Answer As(RoomRole role) => new(role, null);

        public static Answer No(EntryRefusal refusal) => new(null, refusal);
    }

    /// <param name="db">Opened with the product's own eyes: who was put out stands in the log.</param>
    public static async Task<Answer> OfAsync(
        LmsDbContext db,
        LiveSessionId session,
        PersonId person,
        DateTimeOffset now
    )
    {
        var planned = await AsPlannedAsync(db, session, person, now);
        return planned.Role is not null && await IsRemovedAsync(db, session, person)
            ? Answer.No(EntryRefusal.Removed)
            : planned;
    }

    /// <summary>
    /// As the plan of the session has it. Who was put out is not asked: an open room knows that itself.
    /// </summary>
    public static async Task<Answer> AsPlannedAsync(
        LmsDbContext db,
        LiveSessionId session,
        PersonId person,
        DateTimeOffset now
    )
    {
        var known = await db
            .LiveSessions.AsNoTracking()
            .Where(one => one.Id == session)
            .Select(one => new
            {
                one.State,
                one.StartsAt,
                one.RehearsalOf,
            })
            .SingleOrDefaultAsync();
        if (known is null || known.State == SessionState.Draft)
        {
            return Answer.No(EntryRefusal.Unknown);
        }

        var leads = await db
            .SessionTrainers.Where(one =>
                one.PersonId == person
                && (one.SessionId == session || one.SessionId == known.RehearsalOf)
            )
            .Select(one => new { one.SessionId, one.Role })
            .ToListAsync();
        var role = leads.OrderByDescending(one => one.SessionId == session).FirstOrDefault()?.Role;
        if (role is null && known.RehearsalOf is not null)
        {
            return Answer.No(EntryRefusal.Rehearsal);
        }

        if (role is null && !await HasSeatAsync(db, session, person))
        {
            return Answer.No(EntryRefusal.NoSeat);
        }

        // A rehearsal without a date is tried out now.
        var hasDate = known.StartsAt is not null || known.RehearsalOf is not null;
        var isEarly =
            hasDate && role is RoomRole.Trainer or RoomRole.CoTrainer or RoomRole.Moderator;
        var closed = WhyClosed(
            known.State,
            isEarly || AreDoorsOpen(known.State, known.StartsAt, now)
        );
        return closed is { } why ? Answer.No(why) : Answer.As(role ?? RoomRole.Participant);
    }

    /// <summary>Whether those with a seat may go in at <paramref name="now"/>.</summary>
    public static bool AreDoorsOpen(
        SessionState state,
        DateTimeOffset? startsAt,
        DateTimeOffset now
    ) => state.IsOpen() || (state == SessionState.Scheduled && startsAt - Before <= now);

    // Whoever leads opens the doors, so may come before; others come with the doors.
    private static EntryRefusal? WhyClosed(SessionState state, bool mayEnter) =>
        state switch
        {
            SessionState.Draft => EntryRefusal.Unknown,
            SessionState.Cancelled => EntryRefusal.Cancelled,
            SessionState.Ended or SessionState.Processing or SessionState.Published =>
                EntryRefusal.Over,
            SessionState.Scheduled
            or SessionState.Lobby
            or SessionState.Live
            or SessionState.Paused
            or SessionState.Interrupted => mayEnter ? null : EntryRefusal.NotOpen,
        };

    private static Task<bool> HasSeatAsync(
        LmsDbContext db,
        LiveSessionId session,
        PersonId person
    ) =>
        db.SessionSeats.AnyAsync(seat =>
            seat.SessionId == session && seat.PersonId == person && seat.State == SeatState.Seated
        );

    // Those alone put others out who lead it, or whom one of these gave a role: their lines are few.
    private static async Task<bool> IsRemovedAsync(
        LmsDbContext db,
        LiveSessionId session,
        PersonId person
    )
    {
        var asked = new HashSet<PersonId>();
        var next = await db
            .SessionTrainers.Where(one => one.SessionId == session)
            .Select(one => one.PersonId)
            .ToListAsync();
        while (next.Count > 0)
        {
            asked.UnionWith(next);
            var said = await db
                .LiveEvents.AsNoTracking()
                .Where(one =>
                    one.SessionId == session && one.By != null && next.Contains(one.By.Value)
                )
                .Select(one => one.What)
                .ToListAsync();
            if (said.OfType<RoomEvent.Removed>().Any(one => one.Person == person))
            {
                return true;
            }

            next =
            [
                .. said.OfType<RoomEvent.RoleSet>()
                    .Select(one => one.Person)
                    .Where(one => !asked.Contains(one))
                    .Distinct(),
            ];
        }

        return false;
    }
}
