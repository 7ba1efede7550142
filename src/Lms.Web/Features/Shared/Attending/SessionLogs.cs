using Lms.Domain.Live;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared.Attending;

/// <summary>What happened in a session, by its log.</summary>
/// <param name="Until">Its end, or how far its clock has come: milliseconds since the doors opened.</param>
/// <param name="Downtimes">When the server itself was down.</param>
public sealed record SessionLog(
    LiveSession Session,
    Room Room,
    IReadOnlyList<LoggedEvent> Events,
    long Until,
    IReadOnlyList<Span> Downtimes
)
{
    public IReadOnlyList<Span> Live => Room.LiveUntil(Until);

    public bool IsOver => Session.State.IsOver();

    /// <summary>A moment in milliseconds since the doors opened, by the wall's clock.</summary>
    public DateTimeOffset At(long moment) =>
        (Session.OpenedAt ?? Session.StartsAt ?? Session.CreatedAt).AddMilliseconds(moment);
}

public static class SessionLogs
{
    /// <summary>Whether nothing more is said in it.</summary>
    public static bool IsOver(this SessionState state) =>
        state is SessionState.Ended or SessionState.Processing or SessionState.Published;

    /// <summary>Null when there is no such session. Read with the product's own eyes.</summary>
    public static async Task<SessionLog?> LogOfAsync(
        this LmsDbContext db,
        LiveSessionId id,
        DateTimeOffset now,
        CancellationToken cancel = default
    )
    {
        return
            await db.LiveSessions.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancel)
                is { } session
            ? await db.LogOfAsync(session, now, cancel)
            : null;
    }

    /// <summary>As its log on the disk says it is.</summary>
    public static async Task<Room> RoomOfAsync(
        this LmsDbContext db,
        LiveSessionId id,
        CancellationToken cancel = default
    ) =>
        Room.Of(
            (
                await db
                    .LiveEvents.AsNoTracking()
                    .Where(one => one.SessionId == id)
                    .OrderBy(one => one.Number)
                    .ToListAsync(cancel)
            ).Select(one => one.Line)
        );

    public static async Task<SessionLog> LogOfAsync(
        this LmsDbContext db,
        LiveSession session,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        var id = session.Id;
        var events = await db
            .LiveEvents.AsNoTracking()
            .Where(one => one.SessionId == id)
            .OrderBy(one => one.Number)
            .ToListAsync(cancel);
        var runs = await db
            .LiveRuns.AsNoTracking()
            .Where(one => one.SessionId == id)
            .OrderBy(one => one.Number)
            .ToListAsync(cancel);
        List<LoggedEvent> lines = [.. events.Select(one => one.Line)];
        return new(
            session,
            Room.Of(lines),
            lines,
            UntilOf(session, lines, now),
            [.. runs.Zip(runs.Skip(1), (before, after) => new Span(before.Until, after.From))]
        );
    }

    private static long UntilOf(LiveSession session, List<LoggedEvent> log, DateTimeOffset now)
    {
        var last = log.Count == 0 ? 0 : log[^1].At;
        return session.OpenedAt is { } opened
            ? Math.Max(last, (long)((session.EndedAt ?? now) - opened).TotalMilliseconds)
            : last;
    }
}
