using Lms.Domain.Courses;
using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared.Meeting;

/// <summary>A session as lists and its own page show it to one person.</summary>
/// <param name="Leads">What the person is in it, beside a participant.</param>
/// <param name="Seat">How the person stands; null for one who never asked.</param>
/// <param name="Before">How many wait before the person.</param>
public sealed record SessionSeen(
    LiveSession Session,
    RoomRole? Leads,
    SeatState? Seat,
    int Taken,
    int Waiting,
    int Before
)
{
    public int? Left =>
        Session is { Capacity: { } capacity, StartsAt: not null }
            ? Math.Max(0, capacity - Taken)
            : null;

    public DateTimeOffset? EndsAt => Session.StartsAt?.AddMinutes(Session.Minutes);

    public bool IsMine =>
        Leads is not null || Seat is SeatState.Seated or SeatState.Waiting or SeatState.Asked;

    /// <summary>Whether it is still to come, or goes on.</summary>
    public bool IsAheadAt(DateTimeOffset now) =>
        Session.State.IsOpen()
        || (
            Session.State is SessionState.Draft or SessionState.Scheduled
            && (EndsAt is not { } ends || ends > now)
        );
}

/// <summary>
/// Reads sessions for pages: with the product's own eyes, because seats of others are counted, and for
/// the person who is named. A rehearsal is seen by who leads it or what it rehearses; one with assigned
/// seats by who has one.
/// </summary>
public sealed class SessionsOf(LmsDatabase database)
{
    private const int Most = 300;

    private static readonly Viewer Reader = Viewer.System("read the sessions of a person");

    /// <summary>Newest first; those without a date before all.</summary>
    public async Task<IReadOnlyList<SessionSeen>> AllAsync(PersonId? person, CourseId? course)
    {
        await using var db = database.Open(Reader);
        var sessions = await Visible(db, person)
            .Where(one => course == null || one.CourseId == course)
            .OrderBy(one => one.StartsAt != null)
            .ThenByDescending(one => one.StartsAt)
            .Take(Most)
            .ToListAsync();
        return await SeenAsync(db, sessions, person);
    }

    public async Task<IReadOnlyList<SessionSeen>> LedAsync(PersonId person)
    {
        await using var db = database.Open(Reader);
        var sessions = await db
            .LiveSessions.AsNoTracking()
            .Where(one =>
                db.SessionTrainers.Any(lead => lead.SessionId == one.Id && lead.PersonId == person)
            )
            .OrderBy(one => one.StartsAt != null)
            .ThenByDescending(one => one.StartsAt)
            .Take(Most)
            .ToListAsync();
        return await SeenAsync(db, sessions, person);
    }

    /// <summary>Those that give seats and have not ended, for whoever allocates them.</summary>
    public async Task<IReadOnlyList<SessionSeen>> GivingSeatsAsync()
    {
        await using var db = database.Open(Reader);
        var sessions = await db
            .LiveSessions.AsNoTracking()
            .Where(one =>
                one.RehearsalOf == null
                && (
                    one.State == SessionState.Scheduled
                    || one.State == SessionState.Lobby
                    || one.State == SessionState.Live
                    || one.State == SessionState.Paused
                    || one.State == SessionState.Interrupted
                )
            )
            .OrderBy(one => one.StartsAt == null)
            .ThenBy(one => one.StartsAt)
            .Take(Most)
            .ToListAsync();
        return await SeenAsync(db, sessions, null);
    }

    /// <summary>Null when there is none that the person may know of.</summary>
    public async Task<SessionSeen?> FindAsync(LiveSessionId id, PersonId? person)
    {
        await using var db = database.Open(Reader);
        var found = await Visible(db, person).Where(one => one.Id == id).ToListAsync();
        return (await SeenAsync(db, found, person)).SingleOrDefault();
    }

    /// <summary>Why it was cancelled; null for one that was not.</summary>
    public async Task<string?> ReasonAsync(LiveSessionId id)
    {
        await using var db = database.Open(Reader);
        return await CancelSession.ReasonOfAsync(db, id);
    }

    /// <summary>What the room says of the person.</summary>
    public async Task<RoomEntry.Answer> EntryAsync(
        LiveSessionId id,
        PersonId person,
        DateTimeOffset now
    )
    {
        await using var db = database.Open(Reader);
        return await RoomEntry.OfAsync(db, id, person, now);
    }

    /// <summary>The person's own to come: a seat, a place in the queue or leading.</summary>
    public async Task<IReadOnlyList<SessionSeen>> NextAsync(
        PersonId person,
        DateTimeOffset now,
        int most
    )
    {
        await using var db = database.Open(Reader);
        var earliest = now.AddHours(-10);
        var sessions = await Mine(db, person)
            .Where(one =>
                one.StartsAt > earliest
                && one.State != SessionState.Cancelled
                && one.EndedAt == null
            )
            .OrderBy(one => one.StartsAt)
            .Take(most * 2)
            .ToListAsync();
        return
        [
            .. (await SeenAsync(db, sessions, person)).Where(one => one.IsAheadAt(now)).Take(most),
        ];
    }

    /// <summary>What a person's calendar holds: those with a seat, those they lead, cancelled ones as such.</summary>
    public async Task<IReadOnlyList<CalendarEntry>> CalendarAsync(
        PersonId person,
        DateTimeOffset since
    )
    {
        await using var db = database.Open(Reader);
        var sessions = await Mine(db, person)
            .Where(one => one.StartsAt > since)
            .OrderBy(one => one.StartsAt)
            .ThenBy(one => one.Id)
            .Take(Most)
            .ToListAsync();
        return [.. sessions.Select(CalendarEntry.Of).OfType<CalendarEntry>()];
    }

    private static IQueryable<LiveSession> Mine(LmsDbContext db, PersonId person) =>
        db
            .LiveSessions.AsNoTracking()
            .Where(one =>
                one.State != SessionState.Draft
                && (
                    db.SessionTrainers.Any(lead =>
                        lead.SessionId == one.Id && lead.PersonId == person
                    )
                    || db.SessionSeats.Any(seat =>
                        seat.SessionId == one.Id
                        && seat.PersonId == person
                        && seat.State == SeatState.Seated
                    )
                )
            );

    private static IQueryable<LiveSession> Visible(LmsDbContext db, PersonId? person) =>
        db
            .LiveSessions.AsNoTracking()
            .Where(one =>
                one.State != SessionState.Draft
                && (
                    db.SessionTrainers.Any(lead =>
                        (lead.SessionId == one.Id || lead.SessionId == one.RehearsalOf)
                        && lead.PersonId == person
                    )
                    || (
                        one.RehearsalOf == null
                        && (
                            one.Admission != Admission.Assigned
                            || db.SessionSeats.Any(seat =>
                                seat.SessionId == one.Id && seat.PersonId == person
                            )
                        )
                    )
                )
            );

    private static async Task<IReadOnlyList<SessionSeen>> SeenAsync(
        LmsDbContext db,
        IReadOnlyList<LiveSession> sessions,
        PersonId? person
    )
    {
        var ids = sessions.Select(one => one.Id).ToList();
        var counts = (
            await db
                .SessionSeats.Where(seat =>
                    ids.Contains(seat.SessionId)
                    && (seat.State == SeatState.Seated || seat.State == SeatState.Waiting)
                )
                .GroupBy(seat => new { seat.SessionId, seat.State })
                .Select(group => new { group.Key, Count = group.Count() })
                .ToListAsync()
        ).ToDictionary(row => (row.Key.SessionId, row.Key.State), row => row.Count);
        var own = await db
            .SessionSeats.Where(seat => ids.Contains(seat.SessionId) && seat.PersonId == person)
            .Select(seat => new
            {
                seat.SessionId,
                seat.State,
                Before = db.SessionSeats.Count(other =>
                    other.SessionId == seat.SessionId
                    && other.State == SeatState.Waiting
                    && other.Position < seat.Position
                ),
            })
            .ToDictionaryAsync(seat => seat.SessionId);
        var led = ids.Concat(sessions.Select(one => one.RehearsalOf).OfType<LiveSessionId>())
            .ToList();
        var leads = await db
            .SessionTrainers.Where(lead => led.Contains(lead.SessionId) && lead.PersonId == person)
            .ToDictionaryAsync(lead => lead.SessionId, lead => (RoomRole?)lead.Role);
        return
        [
            .. sessions.Select(session => new SessionSeen(
                session,
                leads.GetValueOrDefault(session.Id)
                    ?? (
                        session.RehearsalOf is { } rehearsed
                            ? leads.GetValueOrDefault(rehearsed)
                            : null
                    ),
                own.GetValueOrDefault(session.Id)?.State,
                counts.GetValueOrDefault((session.Id, SeatState.Seated)),
                counts.GetValueOrDefault((session.Id, SeatState.Waiting)),
                own.GetValueOrDefault(session.Id)?.Before ?? 0
            )),
        ];
    }
}
