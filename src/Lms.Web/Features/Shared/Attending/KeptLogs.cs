using Lms.Domain.Live;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared.Attending;

/// <summary>
/// Logs of sessions that are over, folded once: players ask for them every few seconds. What the log
/// holds now is asked each time, so that a cut or an erasure, from whichever process, is seen at once.
/// </summary>
public sealed class KeptLogs(TimeProvider time)
{
    /// <summary>Of all logs kept together: some tens of megabytes.</summary>
    private const int MostLines = 60_000;

    private readonly Lock gate = new();
    private readonly LinkedList<(SessionLog Log, LogStamp Stamp)> kept = new();

    /// <summary>Null when there is no such session.</summary>
    public async Task<SessionLog?> OfAsync(
        LmsDbContext db,
        LiveSessionId id,
        CancellationToken cancel = default
    )
    {
        var session = await db
            .LiveSessions.AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == id, cancel);
        if (session is null || !session.State.IsOver())
        {
            return session is null ? null : await db.LogOfAsync(session, time.Now(), cancel);
        }

        var stamp = await StampAsync(db, session, cancel);
        if (Find(session, stamp) is { } found)
        {
            return found;
        }

        var log = await db.LogOfAsync(session, time.Now(), cancel);
        Keep(log, stamp);
        return log;
    }

    private SessionLog? Find(LiveSession session, LogStamp stamp)
    {
        lock (gate)
        {
            for (var node = kept.First; node is not null; node = node.Next)
            {
                if (node.Value.Log.Session.Id == session.Id)
                {
                    kept.Remove(node);
                    if (node.Value.Stamp != stamp)
                    {
                        return null;
                    }

                    kept.AddFirst(node);
                    return node.Value.Log with { Session = session };
                }
            }

            return null;
        }
    }

    private void Keep(SessionLog log, LogStamp stamp)
    {
        lock (gate)
        {
            // Two may have folded it at once.
            if (kept.All(one => one.Log.Session.Id != log.Session.Id))
            {
                kept.AddFirst((log, stamp));
            }

            while (kept.Sum(one => one.Log.Events.Count) > MostLines)
            {
                kept.RemoveLast();
            }
        }
    }

    // Words that go leave fewer characters, names that go fewer names, and a cut is counted.
    private static async Task<LogStamp> StampAsync(
        LmsDbContext db,
        LiveSession session,
        CancellationToken cancel
    )
    {
        var lines = await db
            .LiveEvents.Where(one => one.SessionId == session.Id)
            .GroupBy(one => one.SessionId)
            .Select(group => new
            {
                Last = group.Max(one => one.Number),
                Named = group.Count(one => one.By != null),
                Characters = group.Sum(one => (long)((string)(object)one.What).Length),
            })
            .SingleOrDefaultAsync(cancel);
        var cuts = await db.RecordingCuts.CountAsync(one => one.SessionId == session.Id, cancel);
        return new(
            lines?.Last ?? 0,
            lines?.Named ?? 0,
            lines?.Characters ?? 0,
            cuts,
            session.EndedAt
        );
    }

    private sealed record LogStamp(
        long Last,
        int Named,
        long Characters,
        int Cuts,
        DateTimeOffset? EndedAt
    );
}
