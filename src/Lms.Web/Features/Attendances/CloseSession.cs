using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Attending;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Attendances;

/// <summary>
/// What a session leaves behind: its open questions stand on the course, without who asked; whoever was
/// there gets one letter with the decisions and the results that were shown. Each once.
/// </summary>
public sealed class CloseSession(
    LmsDbContext db,
    AttendanceReads reads,
    KeptLogs logs,
    TellAfter tell,
    TimeProvider time
)
{
    public async Task RunAsync(LiveSessionId id, CancellationToken cancel = default)
    {
        if (await reads.AllAsync(id, cancel) is not var (before, lines) || !before.IsOver)
        {
            return;
        }

        await db.WriteAsync(
            async () =>
            {
                // What was cut or erased since attendance was counted is not told any more.
                var log = (await logs.OfAsync(db, id, cancel))!;
                await KeepQuestionsAsync(log, cancel);
                await WriteAsync(log, lines, cancel);
                await db.SaveChangesAsync(cancel);
            },
            cancel
        );
    }

    private async Task KeepQuestionsAsync(SessionLog log, CancellationToken cancel)
    {
        if (log.Session.CourseId is not { } course)
        {
            return;
        }

        var id = log.Session.Id;
        var known = await db
            .CourseQuestions.Where(one => one.SessionId == id)
            .Select(one => one.EventNumber)
            .ToListAsync(cancel);
        db.CourseQuestions.AddRange(
            log.Room.Questions.Where(one => one.State is AskedState.Held or AskedState.Shown)
                .ExceptBy(known, one => one.Number)
                .Select(one => new CourseQuestion
                {
                    Id = new(time.NewId()),
                    CourseId = course,
                    SessionId = id,
                    EventNumber = one.Number,
                    Text = one.Text,
                    AskedAt = log.At(one.At),
                })
        );
    }

    private async Task WriteAsync(
        SessionLog log,
        IReadOnlyList<AttendanceLine> lines,
        CancellationToken cancel
    )
    {
        List<PersonId> there =
        [
            .. lines.Where(one => one.Minutes > 0 || one.IsAttended).Select(one => one.Person),
        ];
        var alive = await db
            .People.Where(one => there.Contains(one.Id) && one.ErasedAt == null)
            .Select(one => one.Id)
            .ToListAsync(cancel);
        await tell.WriteAsync(db, log, alive, cancel);
    }
}
