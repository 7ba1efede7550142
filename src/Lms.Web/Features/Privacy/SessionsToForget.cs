using Lms.Domain.Live;
using Lms.Web.Data;

namespace Lms.Web.Features.Privacy;

/// <summary>Before which sessions have to be over, for what of them is forgotten.</summary>
public sealed record SessionTerms(
    DateTimeOffset Words,
    DateTimeOffset Recordings,
    DateTimeOffset Minutes
);

/// <summary>What of live sessions is due to be forgotten: found before the write that forgets it.</summary>
/// <param name="Words">Sessions in whose logs somebody is named, or says something.</param>
/// <param name="Captions">Numbers of the lines.</param>
/// <param name="Media">Sessions with files.</param>
/// <param name="Minutes">Sessions with beats, watched stretches or check-ins.</param>
public sealed record SessionsToForget(
    SessionTerms Terms,
    IReadOnlyList<LiveSessionId> Words,
    IReadOnlyList<(LiveSessionId Session, IReadOnlyList<long> Lines)> Captions,
    IReadOnlyList<LiveSessionId> Media,
    IReadOnlyList<LiveSessionId> Minutes
);

internal static class PastSessions
{
    /// <summary>
    /// Those that were over before. One that was cancelled, or opened and never held, has no end; a
    /// rehearsal may have no day either.
    /// </summary>
    public static IQueryable<LiveSession> Past(this LmsDbContext db, DateTimeOffset before) =>
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
}
