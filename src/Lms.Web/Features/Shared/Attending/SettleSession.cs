using Lms.Domain.Courses;
using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Web.Data;
using Lms.Web.Features.Shared.Certifying;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared.Attending;

/// <summary>
/// After the end of a session: writes the fact of everyone who attended, once, and what follows from it,
/// the course and its certificate, the period. The product's own work; asked again, it adds what is new.
/// </summary>
public sealed class SettleSession(
    LmsDbContext db,
    AttendanceReads reads,
    CompleteCourse complete,
    RecordPeriods periods,
    TimeProvider time
)
{
    /// <returns>How many facts are new.</returns>
    public async Task<int> RunAsync(LiveSessionId id, CancellationToken cancel = default)
    {
        if (await reads.AllAsync(id, cancel) is not var (log, lines) || !Counts(log))
        {
            return 0;
        }

        var known = await db
            .AttendedSessions.Where(one => one.SessionId == id)
            .Select(one => one.PersonId)
            .ToListAsync(cancel);
        var added = 0;
        foreach (var line in lines.Where(one => one.IsAttended).ExceptBy(known, one => one.Person))
        {
            added += await AddAsync(log.Session, line, cancel) ? 1 : 0;
        }

        return added;
    }

    /// <summary>Of one person, after a decision or when minutes were made up.</summary>
    public async Task PersonAsync(
        LiveSessionId id,
        PersonId person,
        CancellationToken cancel = default
    )
    {
        if (await reads.OneAsync(id, person, cancel) is not var (log, line) || !Counts(log))
        {
            return;
        }

        if (line.IsAttended)
        {
            await AddAsync(log.Session, line, cancel);
        }
        else if (line.Decision is not null)
        {
            // Minutes never take a fact back; a trainer's word, with its reason, does.
            await db.WriteAsync(
                () =>
                    db
                        .AttendedSessions.Where(one =>
                            one.SessionId == id && one.PersonId == person
                        )
                        .ExecuteDeleteAsync(cancel),
                cancel
            );
        }
    }

    // A rehearsal tries out and counts for nobody.
    private static bool Counts(SessionLog log) =>
        log is { IsOver: true, Session.RehearsalOf: null };

    private async Task<bool> AddAsync(
        LiveSession session,
        AttendanceLine line,
        CancellationToken cancel
    )
    {
        db.ChangeTracker.Clear();
        return await db.WriteAsync(
            async () =>
            {
                var person = line.Person;
                if (
                    await db.AttendedSessions.AnyAsync(
                        one => one.SessionId == session.Id && one.PersonId == person,
                        cancel
                    )
                    || !await db.People.AnyAsync(
                        one => one.Id == person && one.ErasedAt == null,
                        cancel
                    )
                )
                {
                    return false;
                }

                db.AttendedSessions.Add(
                    new()
                    {
                        SessionId = session.Id,
                        PersonId = person,
                        CourseId = session.CourseId,
                        ActivityId = session.ActivityId,
                        Verdict = line.Attendance.Verdict,
                        Minutes = line.Minutes,
                        MadeUpMinutes = line.MadeUpMinutes,
                        At = time.Now(),
                    }
                );
                await db.SaveChangesAsync(cancel);
                if (session.CourseId is { } course && await IsLearningAsync(person, course, cancel))
                {
                    await complete.InsideAsync(person, course);
                }

                await periods.InsideAsync(db, [person]);
                return true;
            },
            cancel
        );
    }

    private Task<bool> IsLearningAsync(
        PersonId person,
        CourseId course,
        CancellationToken cancel
    ) => db.Enrolments.AnyAsync(one => one.PersonId == person && one.CourseId == course, cancel);
}
