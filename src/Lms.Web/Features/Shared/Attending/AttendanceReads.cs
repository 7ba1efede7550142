using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared.Attending;

/// <summary>
/// Reads the facts of a session and counts the attendance of those who have a seat, were there or were
/// decided on; the one place it comes from. Read with the product's own eyes: whoever asks says for whom.
/// </summary>
public sealed class AttendanceReads(LmsDatabase database, KeptLogs logs)
{
    private static readonly Viewer Reader = Viewer.System("count the attendance of a session");

    /// <summary>Null when there is no such session.</summary>
    public async Task<(SessionLog Log, IReadOnlyList<AttendanceLine> Lines)?> AllAsync(
        LiveSessionId session,
        CancellationToken cancel = default
    )
    {
        await using var db = database.Open(Reader);
        return await logs.OfAsync(db, session, cancel) is { } log
            ? (log, await LinesAsync(db, log, null, cancel))
            : null;
    }

    /// <summary>Of one person; null when there is no such session.</summary>
    public async Task<(SessionLog Log, AttendanceLine Line)?> OneAsync(
        LiveSessionId session,
        PersonId person,
        CancellationToken cancel = default
    )
    {
        await using var db = database.Open(Reader);
        return await logs.OfAsync(db, session, cancel) is { } log
            ? (log, (await LinesAsync(db, log, person, cancel))[0])
            : null;
    }

    /// <param name="only">One person, whatever is known of them; everyone when null.</param>
    public static async Task<IReadOnlyList<AttendanceLine>> LinesAsync(
        LmsDbContext db,
        SessionLog log,
        PersonId? only,
        CancellationToken cancel = default
    )
    {
        var id = log.Session.Id;
        var seats = await db
            .SessionSeats.Where(one => one.SessionId == id && one.State == SeatState.Seated)
            .Select(one => one.PersonId)
            .ToListAsync(cancel);
        var leading = await db
            .SessionTrainers.Where(one => one.SessionId == id)
            .Select(one => one.PersonId)
            .ToListAsync(cancel);
        var presences = (
            await Of(db.LivePresences.Where(one => one.SessionId == id), only).ToListAsync(cancel)
        ).ToLookup(row => row.PersonId);
        var checkIns = (
            await Of(db.CheckIns.Where(one => one.SessionId == id), only).ToListAsync(cancel)
        ).ToLookup(row => row.PersonId);
        var watched = (
            await Of(db.WatchedSpans.Where(one => one.SessionId == id), only).ToListAsync(cancel)
        ).ToLookup(row => row.PersonId);
        var blocks = (
            await Of(
                    db.MadeUpBlocks.Where(one => one.SessionId == id && one.AnsweredAt != null),
                    only
                )
                .ToListAsync(cancel)
        ).ToLookup(row => row.PersonId);
        var attended = (
            await Of(db.AttendedSessions.Where(one => one.SessionId == id), only)
                .ToListAsync(cancel)
        ).ToLookup(row => row.PersonId);
        var decisions = (
            await Of(db.AttendanceDecisions.Where(one => one.SessionId == id), only)
                .ToListAsync(cancel)
        ).ToLookup(row => row.PersonId);
        IEnumerable<PersonId> people = only is { } person
            ? [person]
            : seats
                .Concat(presences.Select(one => one.Key))
                .Concat(checkIns.Select(one => one.Key))
                .Concat(decisions.Select(one => one.Key))
                .Concat(attended.Select(one => one.Key))
                .Distinct()
                .Except(leading);
        return
        [
            .. people.Select(one =>
                Line(
                    log,
                    one,
                    [.. presences[one]],
                    checkIns[one].FirstOrDefault(),
                    [.. watched[one]],
                    [.. blocks[one]],
                    decisions[one].MaxBy(decision => decision.Position),
                    attended[one].FirstOrDefault()
                )
            ),
        ];
    }

    private static IQueryable<T> Of<T>(IQueryable<T> rows, PersonId? only)
        where T : class, IOfPerson =>
        rows.AsNoTracking().Where(row => only == null || row.PersonId == only);

    private static AttendanceLine Line(
        SessionLog log,
        PersonId person,
        IReadOnlyList<LivePresence> presences,
        CheckIn? checkIn,
        IReadOnlyList<WatchedSpan> watched,
        IReadOnlyList<MadeUpBlock> answered,
        AttendanceDecision? decision,
        AttendedSession? fact
    )
    {
        var (asked, given) = ChecksOf(log, person, presences);
        var facts = new AttendanceFacts
        {
            Presences =
            [
                .. presences
                    .Where(one => !one.IsKept)
                    .Select(one => new Presence(one.From, one.LastBeat)),
                .. checkIn is null ? [] : new[] { SeenIn(log, checkIn) },
            ],
            Kept =
            [
                .. presences
                    .Where(one => one.IsKept)
                    .Select(one => new Presence(one.From, one.LastBeat)),
            ],
            Watched = Spans.Both(
                Spans.Joined(watched.Select(one => new Span(one.From, one.Until))),
                Spans.Joined(answered.Select(one => new Span(one.From, one.Until)))
            ),
            ChecksAsked = asked,
            ChecksAnswered = given,
            Decided = decision?.IsAttended,
        };
        var attendance = Attendance.Of(log.Session.Rule, log.Live, log.Downtimes, facts);
        if (fact is not null && decision?.IsAttended is null)
        {
            // Minutes are forgotten in time; what was known once stands.
            attendance = attendance with
            {
                Verdict = fact.Verdict,
            };
        }

        return new(
            person,
            attendance,
            Attendance
                .Of(log.Session.Rule, log.Live, log.Downtimes, facts with { Watched = [] })
                .Missed,
            presences.Sum(one => one.Background),
            asked,
            given,
            checkIn,
            decision is { IsAttended: not null } ? decision : null
        );
    }

    /// <summary>From the code on to the end. A tick after the end is the trainer's word for all of it.</summary>
    private static Presence SeenIn(SessionLog log, CheckIn seen)
    {
        var at = log.Session.OpenedAt is { } opened
            ? (long)(seen.At - opened).TotalMilliseconds
            : 0;
        var isAfter = log.IsOver && at >= log.Until && seen.Means == CheckInMeans.List;
        return new(isAfter ? 0 : Math.Clamp(at, 0, log.Until), log.Until);
    }

    /// <summary>
    /// Checks asked while one of the person's connections was there; pressing, voting, writing and
    /// raising a hand within the window all answer one.
    /// </summary>
    private static (int Asked, int Answered) ChecksOf(
        SessionLog log,
        PersonId person,
        IReadOnlyList<LivePresence> presences
    )
    {
        var connected = Spans.Joined(
            presences
                .Where(one => !one.IsKept)
                .Select(one => new Span(one.From, one.LastBeat + Attendance.BeatHolds))
        );
        List<AttentionCheck> asked =
        [
            .. log.Room.Checks.Where(check =>
                connected.Any(span => span.From <= check.AskedAt && check.AskedAt < span.Until)
            ),
        ];
        return (asked.Count, asked.Count(IsAnswered));

        bool IsAnswered(AttentionCheck check) =>
            check.IsAnsweredBy(person)
            || log.Events.Any(one =>
                one.By == person
                && one.At >= check.AskedAt
                && one.At <= check.AskedAt + AttentionCheck.Window
                && one.What
                    is RoomEvent.Voted
                        or RoomEvent.ChatPosted
                        or RoomEvent.Asked
                        or RoomEvent.HandRaised
            );
    }
}
