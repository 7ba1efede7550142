using System.Text;
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
    LmsSettings settings,
    TimeProvider time
)
{
    public async Task RunAsync(LiveSessionId id, CancellationToken cancel = default)
    {
        if (await reads.AllAsync(id, cancel) is not var (log, lines) || !log.IsOver)
        {
            return;
        }

        await db.WriteAsync(
            async () =>
            {
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
        var id = log.Session.Id.Value;
        var texts = Texts.In(log.Session.Language);
        var told = Words(log, texts);
        if (told.Length == 0)
        {
            return;
        }

        var prefix = $"session-after:{id}:";
        var written = await db
            .OutgoingMail.Where(one => one.Event.StartsWith(prefix))
            .Select(one => one.Event)
            .ToListAsync(cancel);
        List<PersonId> there =
        [
            .. lines.Where(one => one.Minutes > 0 || one.IsAttended).Select(one => one.Person),
        ];
        var alive = await db
            .People.Where(one => there.Contains(one.Id) && one.ErasedAt == null)
            .Select(one => one.Id)
            .ToListAsync(cancel);
        var body = texts.Fill(
            "attendance.letter.body",
            told,
            $"{settings.Site.Address}/sessions/{id}"
        );
        foreach (var person in alive.Where(one => !written.Contains($"{prefix}{one.Value}")))
        {
            await db.TellAsync(
                time,
                person,
                $"{prefix}{person.Value}",
                texts["attendance.letter.subject"],
                body
            );
        }
    }

    private static string Words(SessionLog log, Texts texts)
    {
        var words = new StringBuilder();
        if (log.Room.Decisions.Count > 0)
        {
            words.AppendLine(texts["attendance.letter.decisions"]);
            foreach (var one in log.Room.Decisions)
            {
                words.AppendLine(
                    one.Due is { } due
                        ? texts.Fill(
                            "attendance.letter.decision.due",
                            one.What,
                            one.Who,
                            texts.Day(due)
                        )
                        : texts.Fill("attendance.letter.decision", one.What, one.Who)
                );
            }
        }

        foreach (var poll in log.Room.Polls.Where(one => one.State == PollState.Revealed))
        {
            if (PollWords.Read(poll.Opened) is not { } text)
            {
                continue;
            }

            words.AppendLine().AppendLine(PollWords.Prompt(text));
            foreach (var (label, count, _) in PollWords.Results(poll, text))
            {
                words.AppendLine(texts.Fill("attendance.letter.result", label, count));
            }
        }

        return words.ToString().Trim();
    }
}
