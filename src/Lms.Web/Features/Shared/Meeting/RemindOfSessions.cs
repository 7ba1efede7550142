using System.Globalization;
using Lms.Domain.Live;
using Lms.Domain.Requirements;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Lms.Web.Features.Shared.Meeting;

/// <summary>
/// Reminds who has a seat and who leads, a day and an hour before, each once for a date. What was told
/// stands in the same write as the letters.
/// </summary>
[DisallowConcurrentExecution]
public sealed class RemindOfSessions(
    LmsDatabase database,
    SessionLetters letters,
    OrganisationPack pack,
    TimeProvider time
) : IJob
{
    // The letter of the day waits for a decent hour, but is none any more when it is hours alone.
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);
    private static readonly TimeSpan DayEnds = TimeSpan.FromHours(10);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private const int FirstHour = 8;
    private const int QuietFrom = 20;

    private static readonly Viewer Writer = Viewer.System("remind people of their sessions");

    public async ValueTask Execute(
        IJobExecutionContext context,
        CancellationToken cancellationToken = default
    ) => await RunAsync(cancellationToken);

    /// <summary>How many letters were written.</summary>
    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        var now = time.Now();
        await using var db = database.Open(Writer);
        var until = now + Day;
        var near = await db
            .LiveSessions.AsNoTracking()
            .Where(one =>
                (one.State == SessionState.Scheduled || one.State == SessionState.Lobby)
                && one.StartsAt > now
                && one.StartsAt <= until
            )
            .ToListAsync(cancel);
        var written = 0;
        foreach (var session in near)
        {
            if (KindOf(session.StartsAt!.Value - now, now) is { } kind)
            {
                written += await db.WriteAsync(() => WriteAsync(db, session, kind), cancel);
                db.ChangeTracker.Clear();
            }
        }

        return written;
    }

    private string? KindOf(TimeSpan left, DateTimeOffset now) =>
        left <= Hour ? "hour"
        : left > DayEnds && WallClock.At(now, pack.TimeZone).Hour is >= FirstHour and < QuietFrom
            ? "day"
        : null;

    private async Task<int> WriteAsync(LmsDbContext db, LiveSession session, string kind)
    {
        // Moved or cancelled since it was read: the next run sees it as it is.
        if (
            !await db.LiveSessions.AnyAsync(one =>
                one.Id == session.Id
                && one.StartsAt == session.StartsAt
                && one.State != SessionState.Cancelled
            )
        )
        {
            return 0;
        }

        var told = string.Create(
            CultureInfo.InvariantCulture,
            $"session:{session.Id.Value}:{kind}:{session.StartsAt!.Value.ToUnixTimeSeconds()}"
        );
        var people = await db
            .SessionSeats.Where(seat =>
                seat.SessionId == session.Id && seat.State == SeatState.Seated
            )
            .Select(seat => seat.PersonId)
            .Concat(
                db.SessionTrainers.Where(lead => lead.SessionId == session.Id)
                    .Select(lead => lead.PersonId)
            )
            .Where(person => !db.Reminders.Any(one => one.PersonId == person && one.Event == told))
            .ToListAsync();
        var fresh = people.Distinct().ToList();
        foreach (var person in fresh)
        {
            db.Reminders.Add(
                new Reminder
                {
                    PersonId = person,
                    Event = told,
                    At = time.Now(),
                }
            );
        }

        var written = await letters.RemindAsync(db, session, kind, fresh);
        await db.SaveChangesAsync();
        return written;
    }
}
