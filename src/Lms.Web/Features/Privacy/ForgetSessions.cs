using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Web.Data;
using Lms.Web.Features.Shared.Attending;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Privacy;

/// <summary>
/// What live sessions forget with time: words, who voted what, recordings, and at last the minutes. That
/// somebody attended, what was decided and the sums of polls stay. Part of a larger write.
/// </summary>
public sealed class ForgetSessions(LmsDbContext db, CutMedia media, TellAfter tell)
{
    private static readonly TimeSpan Gone = TimeSpan.FromDays(60);

    // As a line is kept in which somebody said why.
    private const string Reasoned = "\"reason\":\"";

    /// <returns>How many lines of logs lost what they said of somebody.</returns>
    public async Task<int> ChatAsync(DateTimeOffset before, CancellationToken cancel)
    {
        var count = 0;
        // Only trainers are named in a log that has been gone through, and no reason is given. One that
        // was cancelled never ended.
        var old = await db
            .LiveSessions.Where(session =>
                (
                    session.EndedAt < before
                    || (
                        session.State == SessionState.Cancelled
                        && (session.StartsAt ?? session.CreatedAt) < before
                    )
                )
                && db.LiveEvents.Any(one =>
                    one.SessionId == session.Id
                    && (
                        (
                            one.By != null
                            && !db.SessionTrainers.Any(trainer =>
                                trainer.SessionId == session.Id && trainer.PersonId == one.By
                            )
                        )
                        || (
                            session.State == SessionState.Cancelled
                            && ((string)(object)one.What).Contains(Reasoned)
                        )
                    )
                )
            )
            .Select(session => session.Id)
            .ToListAsync(cancel);
        foreach (var session in old)
        {
            var events = await db
                .LiveEvents.Where(one => one.SessionId == session)
                .OrderBy(one => one.Number)
                .ToListAsync(cancel);
            var leading = await db
                .SessionTrainers.Where(one => one.SessionId == session)
                .Select(one => one.PersonId)
                .ToListAsync(cancel);
            count += Forget(events, [.. leading]);
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
            await tell.RewordAsync(db, session, cancel);
        }

        return count;
    }

    /// <returns>How many recordings went.</returns>
    public async Task<int> RecordingsAsync(DateTimeOffset before, CancellationToken cancel)
    {
        var old = await db
            .LiveSessions.Where(session => session.EndedAt < before)
            .Select(session => session.Id)
            .ToListAsync(cancel);
        var count = 0;
        foreach (
            var session in old.Where(one =>
                Directory.Exists(media.Folder(one)) || File.Exists(media.Frames(one))
            )
        )
        {
            media.Erase(session);
            count++;
        }

        return count + await CaptionsAsync(before, cancel);
    }

    // What a log says is not asked for in a query: the last months before the day are gone through.
    private async Task<int> CaptionsAsync(DateTimeOffset before, CancellationToken cancel)
    {
        var from = before - Gone;
        var events = await db
            .LiveEvents.Where(one =>
                db.LiveSessions.Any(session =>
                    session.Id == one.SessionId
                    && session.EndedAt < before
                    && session.EndedAt >= from
                )
            )
            .ToListAsync(cancel);
        var captions = events.FindAll(one => one.What is RoomEvent.CaptionTyped);
        captions.ForEach(one => one.What = new RoomEvent.Erased());
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        return captions.Count;
    }

    /// <returns>How many rows went.</returns>
    public async Task<int> MinutesAsync(DateTimeOffset before, CancellationToken cancel)
    {
        var old = db.LiveSessions.Where(session => session.EndedAt < before);
        var count = await db
            .LivePresences.Where(row => old.Any(one => one.Id == row.SessionId))
            .ExecuteDeleteAsync(cancel);
        count += await db
            .WatchedSpans.Where(row => old.Any(one => one.Id == row.SessionId))
            .ExecuteDeleteAsync(cancel);
        count += await db
            .MadeUpBlocks.Where(row => old.Any(one => one.Id == row.SessionId))
            .ExecuteDeleteAsync(cancel);
        return count
            + await db
                .CheckIns.Where(row => old.Any(one => one.Id == row.SessionId))
                .ExecuteDeleteAsync(cancel);
    }

    private static int Forget(List<LiveEvent> events, HashSet<PersonId> leading)
    {
        var room = Room.Of(events.Select(one => one.Line));
        // The last vote of each is the one that counts, and so the one that stays, without its voter.
        var last = events
            .Where(one => one.What is RoomEvent.Voted && one.By is not null)
            .GroupBy(one => (one.By, ((RoomEvent.Voted)one.What).Poll))
            .Select(group => group.Last().Number)
            .ToHashSet();
        var count = 0;
        foreach (var one in events)
        {
            if (
                one.What is RoomEvent.ChatPosted or RoomEvent.Asked
                || (one.What is RoomEvent.Voted && one.By is not null && !last.Contains(one.Number))
            )
            {
                one.What = new RoomEvent.Erased();
                count++;
            }
            else if (one.What is RoomEvent.StateSet or RoomEvent.Voted)
            {
                var left = one.What.WithoutWords(room);
                count += left == one.What ? 0 : 1;
                one.What = left;
            }

            if (one.By is { } by && !leading.Contains(by))
            {
                one.By = null;
                count++;
            }
        }

        return count;
    }
}
