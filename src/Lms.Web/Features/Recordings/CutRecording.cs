using Lms.Domain.Live;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Attending;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Recordings;

public enum CutAnswer
{
    Cut,
    NeedsReason,

    /// <summary>It begins after it ends, or lies outside of the session.</summary>
    WrongTime,

    /// <summary>What still runs is stopped, not cut.</summary>
    NotOver,
}

/// <summary>
/// Takes a stretch of time out of a recording for good: what was said then leaves the log at once, so
/// that no download and no next backup has it, and the media are made anew without it.
/// </summary>
public sealed class CutRecording(
    LmsDatabase database,
    CutMedia media,
    TellAfter tell,
    TimeProvider time
)
{
    public const int LongestReason = 200;

    private static readonly Viewer Cutter = Viewer.System("a trainer cuts a recording");

    public async Task<CutAnswer> RunAsync(
        LiveSessionId session,
        Span cut,
        string? reason,
        AccountId by
    )
    {
        var why = reason?.Trim() ?? "";
        if (why.Length is 0 or > LongestReason)
        {
            return CutAnswer.NeedsReason;
        }

        await using var db = database.Open(Cutter);
        if (await db.LogOfAsync(session, time.Now()) is not { IsOver: true } log)
        {
            return CutAnswer.NotOver;
        }

        if (cut.IsEmpty || cut.From < 0 || cut.From >= log.Until)
        {
            return CutAnswer.WrongTime;
        }

        var until = Math.Min(cut.Until, log.Until + 1);
        await db.WriteAsync(async () =>
        {
            db.RecordingCuts.Add(
                new()
                {
                    SessionId = session,
                    From = cut.From,
                    Until = until,
                    Reason = why,
                    By = by.Actor,
                    At = time.Now(),
                }
            );
            var said = await db
                .LiveEvents.Where(one =>
                    one.SessionId == session && one.At >= cut.From && one.At < until
                )
                .ToListAsync();
            foreach (var one in said.Where(one => one.What.IsWords(log.Room)))
            {
                one.What = new RoomEvent.Erased();
            }

            // What it left open stands on the course meanwhile; what trainers answered is the course's.
            var numbers = said.Select(one => one.Number).ToList();
            await db
                .CourseQuestions.Where(one =>
                    one.SessionId == session
                    && numbers.Contains(one.EventNumber)
                    && one.AnsweredAt == null
                )
                .ExecuteDeleteAsync();

            // Whatever stops what follows, the media are made anew until they are.
            await db
                .LiveSessions.Where(one => one.Id == session && one.State == SessionState.Published)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(one => one.State, SessionState.Processing)
                );
            db.Audit.Add(
                new()
                {
                    At = time.Now(),
                    Action = AuditAction.RecordingCut,
                    Actor = by,
                    Detail = FormattableString.Invariant($"{session.Value} {cut.From}-{until}"),
                }
            );
            await db.SaveChangesAsync();
            await tell.RewordAsync(db, session);
            db.Afterwards(() => media.ApplyAsync(session));
        });
        return CutAnswer.Cut;
    }
}
