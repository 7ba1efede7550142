using Lms.Domain.Live;
using Lms.Web.Access;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared.Meeting;

/// <summary>Cancels a session, or it and those after it, and tells everyone who counted on it why.</summary>
public sealed class CancelSession(LmsDatabase database, SessionLetters letters, TimeProvider time)
{
    public const int LongestReason = 500;

    private static readonly Viewer Canceller = Viewer.System("cancel a session");

    /// <param name="reason">For the people: in their letters and on the page of the session.</param>
    public async Task<ChangeAnswer> RunAsync(
        LiveSessionId id,
        string reason,
        bool withRest,
        Actor by
    )
    {
        await using var db = database.Open(Canceller);
        return await db.WriteAsync(async () =>
        {
            var asked = await LedSession.AskAsync(db, id, by.Person);
            if (asked is not { Session: { } first, Answer: ChangeAnswer.Done })
            {
                // Sent twice, it is cancelled once.
                return asked.Session?.State == SessionState.Cancelled
                    ? ChangeAnswer.Done
                    : asked.Answer;
            }

            var rest = withRest ? await LedSession.RestAsync(db, first) : [first];
            foreach (var session in rest)
            {
                session.State = SessionState.Cancelled;
                session.Sequence++;
                await LogAsync(db, session, reason, by);
                db.Audit.Add(
                    new AuditEntry
                    {
                        At = time.Now(),
                        Action = AuditAction.SessionCancelled,
                        Actor = by.Account,
                        Detail = session.Id.Value.ToString(),
                    }
                );
                var counted = await db
                    .SessionSeats.Where(seat =>
                        seat.SessionId == session.Id
                        && (
                            seat.State == SeatState.Seated
                            || seat.State == SeatState.Waiting
                            || seat.State == SeatState.Asked
                        )
                    )
                    .Select(seat => seat.PersonId)
                    .Concat(
                        db.SessionTrainers.Where(lead => lead.SessionId == session.Id)
                            .Select(lead => lead.PersonId)
                    )
                    .ToListAsync();
                await letters.CancelledAsync(db, session, [.. counted.Distinct()], reason);
            }

            await db.SaveChangesAsync();
            return ChangeAnswer.Done;
        });
    }

    /// <summary>Null for one that goes on, and where nobody said why.</summary>
    public static async Task<string?> ReasonOfAsync(LmsDbContext db, LiveSessionId id) =>
        (
            await db
                .LiveEvents.AsNoTracking()
                .Where(one => one.SessionId == id)
                .OrderByDescending(one => one.Number)
                .Select(one => one.What)
                .FirstOrDefaultAsync()
        )
            is RoomEvent.StateSet(SessionState.Cancelled) said
            ? said.Reason
            : null;

    // The last line of a log that nobody is in, or its only one.
    private async Task LogAsync(LmsDbContext db, LiveSession session, string reason, Actor by)
    {
        var last = await db
            .LiveEvents.AsNoTracking()
            .Where(one => one.SessionId == session.Id)
            .OrderByDescending(one => one.Number)
            .Select(one => new { one.Number, one.At })
            .FirstOrDefaultAsync();
        var at = session.OpenedAt is { } opened ? (long)(time.Now() - opened).TotalMilliseconds : 0;
        db.LiveEvents.Add(
            new LiveEvent
            {
                SessionId = session.Id,
                Number = (last?.Number ?? 0) + 1,
                At = Math.Max(at, last?.At ?? 0),
                By = by.Person,
                What = new RoomEvent.StateSet(SessionState.Cancelled) { Reason = reason },
            }
        );
    }
}
