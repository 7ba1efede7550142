using Lms.Domain.Live;
using Lms.Web.Data;
using Lms.Web.Features.Shared.Attending;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Privacy;

/// <summary>
/// Looks for what live sessions have to forget, while others write: in the logs of those alone that were
/// not found clean as they stand. What was found is found again until it is gone, whatever stops the write.
/// </summary>
public sealed class FindSessionsToForget(LmsDbContext db, CutMedia media, GoneThrough gone)
{
    // Sessions whose logs one statement reads: none is under way for long.
    private const int LogsAtOnce = 50;

    // As lines are kept in which somebody said something, was asked something, or said why.
    private const string Chat = "{\"kind\":\"ChatPosted\",";
    private const string Asked = "{\"kind\":\"Asked\",";
    private const string Caption = "{\"kind\":\"CaptionTyped\",";
    private const string Opened = "{\"kind\":\"PollOpened\",";
    private const string Reasoned = "\"reason\":\"";

    public async Task<SessionsToForget> RunAsync(SessionTerms terms, CancellationToken cancel)
    {
        var words = new List<LiveSessionId>();
        foreach (var some in await NewAsync(SessionTrace.Words, terms.Words, cancel))
        {
            var found = await WithWordsAsync([.. some.Keys], cancel);
            words.AddRange(found);
            Keep(SessionTrace.Words, some, found);
        }

        var captions = new List<(LiveSessionId Session, IReadOnlyList<long>)>();
        foreach (var some in await NewAsync(SessionTrace.Captions, terms.Recordings, cancel))
        {
            var found = await CaptionsAsync([.. some.Keys], cancel);
            captions.AddRange(found);
            Keep(SessionTrace.Captions, some, found.Select(one => one.Session));
        }

        return new(
            terms,
            words,
            captions,
            await WithMediaAsync(terms.Recordings, cancel),
            await WithMinutesAsync(terms.Minutes, cancel)
        );
    }

    private void Keep(
        SessionTrace trace,
        Dictionary<LiveSessionId, SessionMark> looked,
        IEnumerable<LiveSessionId> found
    )
    {
        foreach (var clean in looked.Keys.Except(found))
        {
            gone.Add(trace, clean, looked[clean]);
        }
    }

    // How they stand is read first: whatever comes into a log while it is looked at is found the next day.
    private async Task<IEnumerable<Dictionary<LiveSessionId, SessionMark>>> NewAsync(
        SessionTrace trace,
        DateTimeOffset before,
        CancellationToken cancel
    )
    {
        var past = db.Past(before);
        var leading = (
            await db
                .SessionTrainers.Where(one => past.Any(session => session.Id == one.SessionId))
                .Select(one => new { one.SessionId, one.PersonId })
                .ToListAsync(cancel)
        ).ToLookup(one => one.SessionId, one => one.PersonId.Value);
        var sessions = await past.Select(session => new
            {
                session.Id,
                session.State,
                Last = db
                    .LiveEvents.Where(one => one.SessionId == session.Id)
                    .Max(one => (long?)one.Number),
            })
            .ToListAsync(cancel);
        return sessions
            .Select(one =>
                (
                    one.Id,
                    Mark: new SessionMark(
                        one.State,
                        one.Last ?? 0,
                        string.Join(' ', leading[one.Id].Order())
                    )
                )
            )
            .Where(one => !gone.Has(trace, one.Id, one.Mark))
            .Chunk(LogsAtOnce)
            .Select(some => some.ToDictionary(one => one.Id, one => one.Mark));
    }

    // In a log that has been gone through only trainers are named, and nothing is said.
    private async Task<List<LiveSessionId>> WithWordsAsync(
        LiveSessionId[] some,
        CancellationToken cancel
    )
    {
        var found = await db
            .LiveSessions.Where(session => some.Contains(session.Id))
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
        return [.. found.Union(await AnsweredInWordsAsync(some, cancel))];
    }

    // Whether a vote is words is known to who reads the question.
    private async Task<List<LiveSessionId>> AnsweredInWordsAsync(
        LiveSessionId[] some,
        CancellationToken cancel
    )
    {
        var polls = await db
            .LiveEvents.AsNoTracking()
            .Where(one =>
                some.Contains(one.SessionId) && ((string)(object)one.What).StartsWith(Opened)
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

    private async Task<List<(LiveSessionId Session, IReadOnlyList<long>)>> CaptionsAsync(
        LiveSessionId[] some,
        CancellationToken cancel
    )
    {
        var lines = await db
            .LiveEvents.Where(one =>
                some.Contains(one.SessionId) && ((string)(object)one.What).StartsWith(Caption)
            )
            .Select(one => new { one.SessionId, one.Number })
            .ToListAsync(cancel);
        return
        [
            .. lines
                .GroupBy(one => one.SessionId, one => one.Number)
                .Select(one => (one.Key, (IReadOnlyList<long>)[.. one])),
        ];
    }

    private async Task<List<LiveSessionId>> WithMediaAsync(
        DateTimeOffset before,
        CancellationToken cancel
    ) =>
        [
            .. (await db.Past(before).Select(session => session.Id).ToListAsync(cancel)).Where(
                one => Directory.Exists(media.Folder(one)) || File.Exists(media.Frames(one))
            ),
        ];

    // Each is asked by its index; what was found once has gone.
    private Task<List<LiveSessionId>> WithMinutesAsync(
        DateTimeOffset before,
        CancellationToken cancel
    ) =>
        db.Past(before)
            .Where(session =>
                db.LivePresences.Any(row => row.SessionId == session.Id)
                || db.WatchedSpans.Any(row => row.SessionId == session.Id)
                || db.MadeUpBlocks.Any(row => row.SessionId == session.Id)
                || db.CheckIns.Any(row => row.SessionId == session.Id)
            )
            .Select(session => session.Id)
            .ToListAsync(cancel);
}
