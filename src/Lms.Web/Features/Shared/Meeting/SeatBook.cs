using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Domain.Shared;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared.Meeting;

/// <summary>The seats of one session as they are kept, read and written in one transaction.</summary>
internal sealed class SeatBook
{
    private readonly LmsDbContext db;
    private readonly Dictionary<PersonId, SessionSeat> rows;

    private SeatBook(LmsDbContext db, LiveSession session, Dictionary<PersonId, SessionSeat> rows)
    {
        this.db = db;
        this.rows = rows;
        Session = session;
    }

    public LiveSession Session { get; }

    public Seats Seats =>
        new(
            Session.Admission,
            Session.OpenSeats,
            [.. rows.Values.Select(row => new Seat(row.PersonId, row.Position, row.State))]
        );

    /// <summary>Whether seats are still given and taken.</summary>
    public bool IsOpen =>
        Session.RehearsalOf is null
        && (Session.State == SessionState.Scheduled || Session.State.IsOpen());

    /// <summary>Null when there is no such session.</summary>
    public static async Task<SeatBook?> ReadAsync(LmsDbContext db, LiveSessionId id) =>
        await db.LiveSessions.SingleOrDefaultAsync(one => one.Id == id) is { } session
            ? new(
                db,
                session,
                await db
                    .SessionSeats.Where(seat => seat.SessionId == id)
                    .ToDictionaryAsync(seat => seat.PersonId)
            )
            : null;

    public void Take(SeatChanges changes, DateTimeOffset now, ActorId? by)
    {
        foreach (var seat in changes.Changed)
        {
            if (!rows.TryGetValue(seat.Person, out var row))
            {
                row = new()
                {
                    SessionId = Session.Id,
                    PersonId = seat.Person,
                    Position = seat.Position,
                    State = seat.State,
                    At = now,
                };
                rows.Add(seat.Person, row);
                db.SessionSeats.Add(row);
            }

            row.By = IsLetIn(row.State, seat.State) ? row.By : by;
            (row.Position, row.State, row.At) = (seat.Position, seat.State, now);
        }
    }

    /// <summary>Somebody else gave it, unasked.</summary>
    public bool IsGiven(PersonId person) => rows.GetValueOrDefault(person)?.By is not null;

    // What was asked for stays so when somebody says yes, and what was given when a seat became free.
    private static bool IsLetIn(SeatState before, SeatState after) =>
        (before, after)
            is
                (SeatState.Asked, SeatState.Seated or SeatState.Waiting)
                or
                (SeatState.Waiting, SeatState.Seated);

    public IEnumerable<Seat> In(params SeatState[] states) =>
        Seats.All.Where(seat => states.Contains(seat.State));
}
