using System.Collections.Concurrent;
using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Attending;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Replays;

/// <summary>When each person's player reported last: one clock for all their windows.</summary>
public sealed class Watching
{
    private const int MostKept = 20_000;

    private readonly ConcurrentDictionary<(LiveSessionId, PersonId), DateTimeOffset> last = [];

    /// <summary>Milliseconds since the report before; null when there was none.</summary>
    public long? Step(LiveSessionId session, PersonId person, DateTimeOffset now)
    {
        if (last.Count > MostKept)
        {
            // Whoever is forgotten loses one step of their own.
            last.Clear();
        }

        long? since = null;
        last.AddOrUpdate(
            (session, person),
            now,
            (_, before) =>
            {
                since = (long)(now - before).TotalMilliseconds;
                return now > before ? now : before;
            }
        );
        return since;
    }
}

/// <param name="Made">Of what was missed, watched again so far, in milliseconds.</param>
/// <param name="Left">Still to be watched.</param>
public sealed record WatchedSoFar(long Made, long Left);

/// <summary>
/// Keeps what a person's player says it played, as far as the server's own clock allows: at most one
/// and a half times the real time, however many windows report.
/// </summary>
public sealed class KeepWatched(
    LmsDatabase database,
    Watching watching,
    MakingUpReads reads,
    IServiceProvider services,
    TimeProvider time
)
{
    private static readonly Viewer Keeper = Viewer.System("keep what was watched again");

    public async Task<WatchedSoFar> RunAsync(
        LiveSessionId session,
        PersonId person,
        long from,
        long until
    )
    {
        var now = time.Now();
        var since = watching.Step(session, person, now);
        if (from >= 0 && until > from)
        {
            // What has not happened yet is not watched again.
            var there = Math.Min(until, await UntilAsync(session, now));
            var counted = MakingUp.Counted(new(from, there), since);
            if (!counted.IsEmpty)
            {
                await KeepAsync(session, person, counted, now);
            }
        }

        var state = (await reads.OfAsync(session, person))!;
        if (state.IsOver && state.IsAttended && !state.IsSettled)
        {
            await using var work = services.WorkAs("minutes were made up");
            await work.Services.GetRequiredService<SettleSession>().PersonAsync(session, person);
        }

        return new(state.Watched, state.Left);
    }

    private async Task<long> UntilAsync(LiveSessionId id, DateTimeOffset now)
    {
        await using var db = database.Open(Keeper);
        var session = await db.LiveSessions.AsNoTracking().SingleAsync(one => one.Id == id);
        return session.OpenedAt is { } opened
            ? (long)((session.EndedAt ?? now) - opened).TotalMilliseconds
            : 0;
    }

    private async Task KeepAsync(
        LiveSessionId session,
        PersonId person,
        Span counted,
        DateTimeOffset now
    )
    {
        await using var db = database.Open(Keeper);
        await db.WriteAsync(async () =>
        {
            db.WatchedSpans.Add(
                new()
                {
                    SessionId = session,
                    PersonId = person,
                    From = counted.From,
                    Until = counted.Until,
                    At = now,
                }
            );
            await db.SaveChangesAsync();
        });
    }
}
