using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared.Meeting;

/// <summary>
/// Changes a planned session, or it and those after it in its series. Who has a seat is told when the
/// time, the form or the course changed, for which they came; another deck of it is no news to them. A
/// first date and more seats let in who waits, in the same write.
/// </summary>
public sealed class ChangeSession(
    LmsDatabase database,
    SessionLetters letters,
    OrganisationPack pack,
    TimeProvider time
)
{
    private static readonly Viewer Changer = Viewer.System("change a session");

    /// <param name="withRest">
    /// Those after it in its series too, moved by as many days and to the same hour. Those that show
    /// something else than it did go on showing that.
    /// </param>
    public async Task<ChangeAnswer> RunAsync(
        LiveSessionId id,
        SessionPlan plan,
        bool withRest,
        Actor by
    )
    {
        await using var db = database.Open(Changer);
        return await db.WriteAsync(async () =>
        {
            var answer = await LedSession.AskAsync(db, id, by.Person);
            if (answer is not { Session: { } first, Answer: ChangeAnswer.Done })
            {
                return answer.Answer;
            }

            // A date is moved or the session is cancelled; it is never taken away.
            var to = plan.StartsAt ?? first.StartsAt;
            var sessions = withRest ? await LedSession.RestAsync(db, first) : [first];
            var days =
                first.StartsAt is { } was && to is { } wanted
                    ? (
                        WallClock.At(wanted, pack.TimeZone).Date
                        - WallClock.At(was, pack.TimeZone).Date
                    ).Days
                    : 0;
            var shown = (first.CourseId, first.ActivityId);
            foreach (var session in sessions)
            {
                var own =
                    (session.CourseId, session.ActivityId) == shown ? plan : plan.StillOf(session);
                await ChangeAsync(db, session, own, Moved(session, first, to, days), by);
            }

            await db.SaveChangesAsync();
            return ChangeAnswer.Done;
        });
    }

    private DateTimeOffset? Moved(
        LiveSession session,
        LiveSession first,
        DateTimeOffset? to,
        int days
    )
    {
        if (session.Id == first.Id || to is not { } wanted || session.StartsAt is not { } was)
        {
            return session.Id == first.Id ? to : session.StartsAt;
        }

        var day = WallClock.At(was, pack.TimeZone).Date.AddDays(days);
        var wall = day + WallClock.At(wanted, pack.TimeZone).TimeOfDay;
        return WallClock.InstantOf(wall, pack.TimeZone)
            ?? WallClock.InstantOf(wall.AddHours(1), pack.TimeZone);
    }

    private async Task ChangeAsync(
        LmsDbContext db,
        LiveSession session,
        SessionPlan plan,
        DateTimeOffset? startsAt,
        Actor by
    )
    {
        var isTold =
            session.StartsAt != startsAt
            || session.Minutes != plan.Minutes
            || session.Form != plan.Form
            || session.CourseId != plan.Course;
        var isChanged =
            isTold
            || session.ActivityId != plan.Deck
            || session.Title != plan.Title
            || session.Language != plan.Language
            || session.Capacity != plan.Capacity
            || session.Admission != plan.Admission
            || session.Place != plan.Place
            || session.Territory != plan.Territory
            || session.Rule.Percent != plan.Percent
            || session.IsRecorded != plan.IsRecorded;
        if (session.CourseId != plan.Course || session.ActivityId != plan.Deck)
        {
            await ShowAsync(db, session, plan);
        }

        session.StartsAt = startsAt;
        session.Minutes = plan.Minutes;
        session.Form = plan.Form;
        session.Title = plan.Title;
        session.Language = plan.Language;
        session.Capacity = plan.Capacity;
        session.Admission = plan.Admission;
        session.Place = plan.Place;
        session.Territory = plan.Territory;
        session.IsRecorded = plan.IsRecorded;
        if (session.Rule.Percent != plan.Percent)
        {
            session.Rule = session.Rule with { Percent = plan.Percent };
        }

        var leads = await LeadAsync(db, session, plan.Leads, by);
        if (isTold || leads.Added.Count + leads.Gone.Count > 0)
        {
            session.Sequence++;
        }

        var book = (await SeatBook.ReadAsync(db, session.Id))!;
        var had = book.In(SeatState.Seated).Select(seat => seat.Person).ToList();
        var let = Seat(book, plan.Leads, by);
        await letters.SeatsAsync(db, session, null, null, let);
        await letters.LeadAsync(db, session, leads.Added);
        await letters.NoLongerLeadAsync(db, session, leads.Gone);
        if (isTold)
        {
            await letters.MovedAsync(db, session, [.. had, .. leads.Kept]);
        }

        if (isChanged)
        {
            db.Audit.Add(
                new AuditEntry
                {
                    At = time.Now(),
                    Action = AuditAction.SessionChanged,
                    Actor = by.Account,
                    Detail = session.Id.Value.ToString(),
                }
            );
        }
    }

    // What is tried out is what will be shown.
    private static async Task ShowAsync(LmsDbContext db, LiveSession session, SessionPlan plan)
    {
        var rehearsals = await db
            .LiveSessions.Where(one =>
                one.RehearsalOf == session.Id && one.State == SessionState.Scheduled
            )
            .ToListAsync();
        foreach (var one in rehearsals.Append(session))
        {
            (one.CourseId, one.ActivityId) = (plan.Course, plan.Deck);
        }
    }

    // Whoever leads needs no seat: it goes to who waits.
    private SeatChanges Seat(SeatBook book, IReadOnlyList<Lead> leads, Actor by)
    {
        var let = new List<Seat>();
        foreach (
            var changes in leads
                .Select(lead => (Func<SeatChanges>)(() => book.Seats.GiveUp(lead.Person)))
                .Append(() => book.Seats.Resize(book.Session.OpenSeats))
                .Select(act => act())
        )
        {
            book.Take(changes, time.Now(), by.Account.Actor);
            let.AddRange(changes.Changed.Where(seat => seat.State == SeatState.Seated));
        }

        return new(let);
    }

    private static async Task<Leading> LeadAsync(
        LmsDbContext db,
        LiveSession session,
        IReadOnlyList<Lead> wanted,
        Actor by
    )
    {
        var rows = await db.SessionTrainers.Where(one => one.SessionId == session.Id).ToListAsync();
        // Whoever planned it, and whoever changes it now, leads it on.
        var kept = rows.Where(row =>
                row.Role == RoomRole.Trainer
                || row.PersonId == by.Person
                || wanted.Any(lead => lead.Person == row.PersonId)
            )
            .ToList();
        foreach (var lead in wanted.DistinctBy(lead => lead.Person))
        {
            if (rows.Find(row => row.PersonId == lead.Person) is not { } row)
            {
                db.SessionTrainers.Add(
                    new SessionTrainer
                    {
                        SessionId = session.Id,
                        PersonId = lead.Person,
                        Role = lead.Role,
                    }
                );
            }
            else if (row.Role != RoomRole.Trainer && row.PersonId != by.Person)
            {
                row.Role = lead.Role;
            }
        }

        var gone = rows.Except(kept).ToList();
        db.SessionTrainers.RemoveRange(gone);
        PersonId[] added =
        [
            .. wanted
                .Select(lead => lead.Person)
                .Distinct()
                .Except(rows.Select(row => row.PersonId)),
        ];
        return new(
            [.. kept.Select(row => row.PersonId)],
            added,
            [.. gone.Select(row => row.PersonId)]
        );
    }

    private sealed record Leading(
        IReadOnlyList<PersonId> Kept,
        IReadOnlyList<PersonId> Added,
        IReadOnlyList<PersonId> Gone
    );
}
