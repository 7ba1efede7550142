using Lms.Domain.Live;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Attending;
using Lms.Web.Features.Shared.Erasing;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Recordings;

public enum EraseAnswer
{
    Erased,

    /// <summary>The session runs, or there is none.</summary>
    NotOver,

    /// <summary>The words are gone, and the disk kept files of what was recorded: to be asked again.</summary>
    MediaStays,
}

/// <summary>
/// Erases what people said in a session and all of its media; or one message, everywhere. Who was there
/// and for how long stays, and so do decisions and results.
/// </summary>
public sealed class EraseRecording(
    LmsDatabase database,
    CutMedia media,
    AfterErasure erased,
    TellAfter tell,
    TimeProvider time,
    ILogger<EraseRecording> log
)
{
    private static readonly Viewer Eraser = Viewer.System("a trainer erases a recording");

    public async Task<EraseAnswer> RunAsync(LiveSessionId session, AccountId by)
    {
        await using var db = database.Open(Eraser);
        if (await db.LogOfAsync(session, time.Now()) is not { IsOver: true } held)
        {
            return EraseAnswer.NotOver;
        }

        await db.WriteAsync(async () =>
        {
            var events = await db.LiveEvents.Where(one => one.SessionId == session).ToListAsync();
            foreach (var one in events.Where(one => one.What.IsWords(held.Room)))
            {
                one.What = new RoomEvent.Erased();
            }

            // What trainers answered, and may have reworded, is the course's by now.
            await db
                .CourseQuestions.Where(one => one.SessionId == session && one.AnsweredAt == null)
                .ExecuteDeleteAsync();

            db.Audit.Add(
                new()
                {
                    At = time.Now(),
                    Action = AuditAction.RecordingErased,
                    Actor = by,
                    Detail = $"{session.Value}",
                }
            );
            await db.SaveChangesAsync();
            await tell.RewordAsync(db, session);
        });
        try
        {
            media.Erase(session);
        }
        catch (Exception failure)
        {
            // Whatever stopped it, the words are gone for good: that is no failure of the whole.
            log.LogError(failure, "Files of the recording {Session} stay", session.Value);
            return EraseAnswer.MediaStays;
        }

        return EraseAnswer.Erased;
    }

    /// <summary>
    /// One message, question or caption: from the log, the replay, the course, what is sent yet, and the
    /// room while it is open.
    /// </summary>
    /// <returns>False when there is no such message.</returns>
    public async Task<bool> MessageAsync(LiveSessionId session, long number, AccountId by)
    {
        await using var db = database.Open(Eraser);
        var isErased = await db.WriteAsync(async () =>
        {
            var said = await db.LiveEvents.SingleOrDefaultAsync(one =>
                one.SessionId == session && one.Number == number
            );
            if (said is null || !said.What.IsWords())
            {
                return false;
            }

            said.What = new RoomEvent.Erased();
            await db
                .CourseQuestions.Where(one => one.SessionId == session && one.EventNumber == number)
                .ExecuteDeleteAsync();
            db.Audit.Add(
                new()
                {
                    At = time.Now(),
                    Action = AuditAction.RecordingCut,
                    Actor = by,
                    Detail = FormattableString.Invariant($"{session.Value} message {number}"),
                }
            );
            await db.SaveChangesAsync();
            return true;
        });
        if (isErased)
        {
            await erased.Forget(session, number);
        }

        return isErased;
    }
}
