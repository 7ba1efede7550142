using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Web.Data;
using Lms.Web.Features.Shared.Attending;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Privacy;

/// <summary>
/// What live sessions forget with time: words, who voted what, recordings, and at last the minutes. That
/// somebody attended, what was decided and the sums of polls stay. Part of a larger write, in which only
/// what <see cref="FindSessionsToForget"/> found is read and changed.
/// </summary>
public sealed class ForgetSessions(
    LmsDbContext db,
    CutMedia media,
    TellAfter tell,
    ILogger<ForgetSessions> log
)
{
    /// <returns>How many lines of logs lost what they said of somebody.</returns>
    public async Task<int> ChatAsync(SessionsToForget found, CancellationToken cancel)
    {
        var count = 0;
        foreach (var session in await StillAsync(found.Words, found.Terms.Words, cancel))
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

    /// <summary>Before the write: large files go, and nobody waits for them.</summary>
    /// <returns>How many recordings went.</returns>
    public int Media(SessionsToForget found)
    {
        var count = 0;
        foreach (var session in found.Media)
        {
            try
            {
                media.Erase(session);
                count++;
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // Found again the next day; the rest is forgotten all the same.
                log.LogError(failure, "A recording could not be deleted");
            }
        }

        return count;
    }

    /// <returns>How many captions went.</returns>
    public async Task<int> CaptionsAsync(SessionsToForget found, CancellationToken cancel)
    {
        var lines = found.Captions.ToDictionary(one => one.Session, one => one.Lines);
        var count = 0;
        foreach (var session in await StillAsync([.. lines.Keys], found.Terms.Recordings, cancel))
        {
            var numbers = lines[session];
            var captions = await db
                .LiveEvents.Where(one => one.SessionId == session && numbers.Contains(one.Number))
                .ToListAsync(cancel);
            captions.ForEach(one => one.What = new RoomEvent.Erased());
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
            count += captions.Count;
        }

        return count;
    }

    /// <returns>How many rows went.</returns>
    public async Task<int> MinutesAsync(SessionsToForget found, CancellationToken cancel)
    {
        var count = 0;
        foreach (var session in await StillAsync(found.Minutes, found.Terms.Minutes, cancel))
        {
            count += await db
                .LivePresences.Where(row => row.SessionId == session)
                .ExecuteDeleteAsync(cancel);
            count += await db
                .WatchedSpans.Where(row => row.SessionId == session)
                .ExecuteDeleteAsync(cancel);
            count += await db
                .MadeUpBlocks.Where(row => row.SessionId == session)
                .ExecuteDeleteAsync(cancel);
            count += await db
                .CheckIns.Where(row => row.SessionId == session)
                .ExecuteDeleteAsync(cancel);
        }

        return count;
    }

    // Doors may have been opened late since it was found.
    private async Task<IReadOnlyList<LiveSessionId>> StillAsync(
        IReadOnlyList<LiveSessionId> found,
        DateTimeOffset before,
        CancellationToken cancel
    ) =>
        found.Count == 0
            ? []
            : await db.Past(before)
                .Where(session => found.Contains(session.Id))
                .Select(session => session.Id)
                .ToListAsync(cancel);

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
