using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Domain.Shared;
using Lms.Web.Access;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared.Meeting;

/// <summary>
/// Every act on a seat: what it brings about, whoever waited and is let in now among it, their letters
/// and the line of the log are one write. Whether the asker may is asked where it is asked for.
/// </summary>
public sealed class ChangeSeats(LmsDatabase database, SessionLetters letters, TimeProvider time)
{
    private static readonly Viewer Keeper = Viewer.System("keep the seats of a session");

    /// <summary>How the person stands now; null when the session gives no seats (any more).</summary>
    public Task<SeatState?> AskAsync(LiveSessionId session, PersonId person) =>
        RunAsync(session, person, book => book.Seats.Ask(person), null, null);

    public Task<SeatState?> GiveUpAsync(LiveSessionId session, PersonId person) =>
        RunAsync(session, person, book => book.Seats.GiveUp(person), null, null);

    public Task<SeatState?> GiveAsync(LiveSessionId session, PersonId person, AccountId by) =>
        RunAsync(session, person, book => book.Seats.Give(person), by, AuditAction.SeatGiven);

    public Task<SeatState?> ApproveAsync(LiveSessionId session, PersonId person, AccountId by) =>
        RunAsync(session, person, book => book.Seats.Approve(person), by, AuditAction.SeatDecided);

    public Task<SeatState?> RefuseAsync(LiveSessionId session, PersonId person, AccountId by) =>
        RunAsync(session, person, book => book.Seats.Refuse(person), by, AuditAction.SeatDecided);

    /// <summary>What somebody was given; who asked for a seat gives it up themselves.</summary>
    public Task<SeatState?> TakeBackAsync(LiveSessionId session, PersonId person, AccountId by) =>
        RunAsync(
            session,
            person,
            book => book.IsGiven(person) ? book.Seats.GiveUp(person) : SeatChanges.None,
            by,
            AuditAction.SeatTakenBack
        );

    private async Task<SeatState?> RunAsync(
        LiveSessionId session,
        PersonId person,
        Func<SeatBook, SeatChanges> act,
        AccountId? by,
        AuditAction? told
    )
    {
        await using var db = database.Open(Keeper);
        return await db.WriteAsync<SeatState?>(async () =>
        {
            if (
                await SeatBook.ReadAsync(db, session) is not { IsOpen: true } book
                || await db.SessionTrainers.AnyAsync(one =>
                    one.SessionId == session && one.PersonId == person
                )
                || !await db.People.AnyAsync(one =>
                    one.Id == person && one.ErasedAt == null && one.MergedInto == null
                )
            )
            {
                return null;
            }

            var before = book.Seats.Of(person)?.State;
            var changes = act(book);
            if (changes.Changed.Count == 0)
            {
                return before;
            }

            book.Take(changes, time.Now(), by?.Actor);
            await letters.SeatsAsync(db, book.Session, person, before, changes, by is not null);
            if (told is { } action)
            {
                db.Audit.Add(
                    new AuditEntry
                    {
                        At = time.Now(),
                        Action = action,
                        Actor = by,
                        Subject = person,
                        Detail = session.Value.ToString(),
                    }
                );
            }

            await db.SaveChangesAsync();
            return book.Seats.Of(person)?.State;
        });
    }
}
