using System.Text;
using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Web.Data;
using Lms.Web.Features.Shared.Erasing;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared.Attending;

/// <summary>
/// The letter about what a session leaves behind, its decisions and the results that were shown: one for
/// whoever was there. What is cut or erased later leaves the letters that are kept, too.
/// </summary>
public sealed class TellAfter(LmsSettings settings, TimeProvider time)
{
    /// <summary>To those who were not told yet; part of a write.</summary>
    public async Task WriteAsync(
        LmsDbContext db,
        SessionLog log,
        IReadOnlyCollection<PersonId> people,
        CancellationToken cancel
    )
    {
        if (Body(log) is not { } body)
        {
            return;
        }

        var prefix = EventsOf(log.Session.Id);
        var written = await db
            .OutgoingMail.Where(one => one.Event.StartsWith(prefix))
            .Select(one => one.Event)
            .ToListAsync(cancel);
        var texts = Texts.In(log.Session.Language);
        foreach (var person in people.Where(one => !written.Contains($"{prefix}{one.Value}")))
        {
            await db.TellAsync(
                time,
                person,
                $"{prefix}{person.Value}",
                texts["shared.attendance.letter.subject"],
                body
            );
        }
    }

    /// <summary>
    /// Part of the write that took words out of the log, once that is saved: the letters say what is left.
    /// The event stays where one may have been sent, so that nobody gets a second one; where letters are
    /// files, those with the old words go.
    /// </summary>
    public async Task RewordAsync(
        LmsDbContext db,
        LiveSessionId session,
        CancellationToken cancel = default
    )
    {
        var prefix = EventsOf(session);
        var letters = db.OutgoingMail.Where(one => one.Event.StartsWith(prefix) && one.Body != "");
        if (
            !await letters.AnyAsync(cancel)
            || await db.LogOfAsync(session, time.Now(), cancel) is not { } log
        )
        {
            return;
        }

        var body = Body(log);
        var other = await letters
            .Where(one => one.HandedOverAt != null && one.Body != (body ?? ""))
            .Select(one => one.Id)
            .ToListAsync(cancel);
        if (other.Count > 0)
        {
            LetterFiles.Delete(settings, other);
        }

        if (body is null)
        {
            await letters.Where(one => one.HandedOverAt == null).ExecuteDeleteAsync(cancel);
        }

        await letters.ExecuteUpdateAsync(
            set => set.SetProperty(one => one.Body, body ?? ""),
            cancel
        );
    }

    private static string EventsOf(LiveSessionId session) => $"session-after:{session.Value}:";

    private string? Body(SessionLog log)
    {
        var texts = Texts.In(log.Session.Language);
        var told = Words(log, texts);
        return told.Length == 0
            ? null
            : texts.Fill(
                "shared.attendance.letter.body",
                told,
                $"{settings.Site.Address}/sessions/{log.Session.Id.Value}"
            );
    }

    private static string Words(SessionLog log, Texts texts)
    {
        var words = new StringBuilder();
        if (log.Room.Decisions.Count > 0)
        {
            words.AppendLine(texts["shared.attendance.letter.decisions"]);
            foreach (var one in log.Room.Decisions)
            {
                words.AppendLine(
                    one.Due is { } due
                        ? texts.Fill(
                            "shared.attendance.letter.decision.due",
                            one.What,
                            one.Who,
                            texts.Day(due)
                        )
                        : texts.Fill("shared.attendance.letter.decision", one.What, one.Who)
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
                words.AppendLine(texts.Fill("shared.attendance.letter.result", label, count));
            }
        }

        return words.ToString().Trim();
    }
}
