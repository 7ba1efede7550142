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
    // As lines are kept in which somebody said something, was asked something, or said why.
    private const string Chat = "{\"kind\":\"ChatPosted\",";
    private const string Asked = "{\"kind\":\"Asked\",";
    private const string Caption = "{\"kind\":\"CaptionTyped\",";
    private const string Opened = "{\"kind\":\"PollOpened\",";
    private const string Reasoned = "\"reason\":\"";

    /// <returns>How many lines of logs lost what they said of somebody.</returns>
    public async Task<int> ChatAsync(DateTimeOffset before, CancellationToken cancel)
    {
        var count = 0;
        // In a log that has been gone through only trainers are named, and nothing is said.
        var old = await Past(before)
            .Where(session =>
                db.LiveEvents.Any(one =>
                    one.SessionId == session.Id
                    && (
                        (
                            one.By != null
                            && !db.SessionTrainers.Any(trainer =>
                                trainer.SessionId == session.Id && trainer.PersonId == one.By
                            )
                        )
                        || ((string)(object)one.What).StartsWith(Chat)
                        || ((string)(object)one.What).StartsWith(Asked)
                        || (
                            session.State == SessionState.Cancelled
                            && ((string)(object)one.What).Contains(Reasoned)
                        )
                    )
                )
            )
            .Select(session => session.Id)
            .ToListAsync(cancel);
        foreach (var session in old.Union(await AnsweredInWordsAsync(before, cancel)))
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

    // Whether a vote is words is known to who reads the question.
    private async Task<List<LiveSessionId>> AnsweredInWordsAsync(
        DateTimeOffset before,
        CancellationToken cancel
    )
    {
        var past = Past(before);
        var polls = await db
            .LiveEvents.AsNoTracking()
            .Where(one =>
                past.Any(session => session.Id == one.SessionId)
                && ((string)(object)one.What).StartsWith(Opened)
            )
            .ToListAsync(cancel);
        var found = new List<LiveSessionId>();
        foreach (var poll in polls.Where(one => ((RoomEvent.PollOpened)one.What).IsInWords()))
        {
            var answer = FormattableString.Invariant(
                $"{{\"kind\":\"Voted\",\"poll\":{poll.Number},\"values\":[\""
            );
            if (
                await db.LiveEvents.AnyAsync(
                    one =>
                        one.SessionId == poll.SessionId
                        && ((string)(object)one.What).StartsWith(answer),
                    cancel
                )
            )
            {
                found.Add(poll.SessionId);
            }
        }

        return found;
    }

    // One that was cancelled, or opened and never held, has no end; a rehearsal may have no day either.
    private IQueryable<LiveSession> Past(DateTimeOffset before) =>
        db.LiveSessions.Where(session =>
            session.EndedAt < before
            || (
                session.State == SessionState.Cancelled
                && (session.StartsAt ?? session.CreatedAt) < before
            )
            || (
                (session.State == SessionState.Scheduled || session.State == SessionState.Lobby)
                && (session.StartsAt ?? session.OpenedAt ?? session.CreatedAt) < before
                && (session.OpenedAt == null || session.OpenedAt < before)
            )
        );

    /// <returns>How many recordings went.</returns>
    public async Task<int> RecordingsAsync(DateTimeOffset before, CancellationToken cancel)
    {
        var old = await Past(before).Select(session => session.Id).ToListAsync(cancel);
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

    private async Task<int> CaptionsAsync(DateTimeOffset before, CancellationToken cancel)
    {
        var past = Past(before);
        var captions = await db
            .LiveEvents.Where(one =>
                past.Any(session => session.Id == one.SessionId)
                && ((string)(object)one.What).StartsWith(Caption)
            )
            .ToListAsync(cancel);
        captions.ForEach(one => one.What = new RoomEvent.Erased());
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        return captions.Count;
    }

    /// <returns>How many rows went.</returns>
    public async Task<int> MinutesAsync(DateTimeOffset before, CancellationToken cancel)
    {
        var old = Past(before);
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
