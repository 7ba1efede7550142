using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared.Meeting;

/// <summary>A session that someone is about to change.</summary>
internal sealed record LedSession(LiveSession? Session, ChangeAnswer Answer)
{
    /// <summary>
    /// Trainers and co-trainers change it, until its doors open; those of a session its rehearsals too.
    /// </summary>
    public static async Task<LedSession> AskAsync(
        LmsDbContext db,
        LiveSessionId id,
        PersonId person
    ) =>
        await db.LiveSessions.SingleOrDefaultAsync(one =>
            one.Id == id
            && db.SessionTrainers.Any(lead =>
                (lead.SessionId == id || lead.SessionId == one.RehearsalOf)
                && lead.PersonId == person
                && (lead.Role == RoomRole.Trainer || lead.Role == RoomRole.CoTrainer)
            )
        )
            is not { } session
            ? new(null, ChangeAnswer.Unknown)
        : session.State is SessionState.Draft or SessionState.Scheduled
            ? new(session, ChangeAnswer.Done)
        : new(session, ChangeAnswer.TooLate);

    /// <summary>It and those of its series that come after it and have not begun.</summary>
    public static async Task<IReadOnlyList<LiveSession>> RestAsync(
        LmsDbContext db,
        LiveSession first
    ) =>
        first.SeriesId is not { } series
            ? [first]
            :
            [
                first,
                .. await db
                    .LiveSessions.Where(one =>
                        one.SeriesId == series
                        && one.Id != first.Id
                        && one.StartsAt > first.StartsAt
                        && one.State == SessionState.Scheduled
                    )
                    .OrderBy(one => one.StartsAt)
                    .ToListAsync(),
            ];
}
