using Lms.Domain.Live;
using Lms.Web.Access;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared.Attending;

/// <summary>A session as one viewer may look back at it.</summary>
/// <param name="Role">Of those who lead or keep it; null for the others.</param>
public sealed record SessionVisit(LiveSession Session, RoomRole? Role, bool HasSeat)
{
    /// <summary>Sees everyone's attendance and decides; a co-trainer does too.</summary>
    public bool Leads => Role is { } role && RoomRules.Leads(role);

    /// <summary>Reads what was meant for trainers and moderators.</summary>
    public bool Keeps => Role is { } role && RoomRules.Keeps(role);

    /// <summary>Was or could be in the room, and nobody else.</summary>
    public bool MayReplay => HasSeat || Role is not null;
}

/// <summary>Finds a session for the viewer, in this one place, with what they are in it.</summary>
public sealed class SessionVisits(LmsDbContext db, CurrentViewer current)
{
    /// <summary>Null when there is none, or the viewer has nothing to do with it: the same for both.</summary>
    public async Task<SessionVisit?> FindAsync(Guid id)
    {
        var session = new LiveSessionId(id);
        if (
            current.Viewer.Person is not { } person
            || await db.LiveSessions.AsNoTracking().SingleOrDefaultAsync(one => one.Id == session)
                is not { } found
        )
        {
            return null;
        }

        // Who leads a session leads its rehearsals, as the room has it.
        var roles = await db
            .SessionTrainers.Where(one =>
                one.PersonId == person
                && (one.SessionId == session || one.SessionId == found.RehearsalOf)
            )
            .Select(one => new { one.SessionId, one.Role })
            .ToListAsync();
        var role = roles
            .OrderByDescending(one => one.SessionId == session)
            .Select(one => (RoomRole?)one.Role)
            .FirstOrDefault();
        var hasSeat =
            await db.SessionSeats.AnyAsync(one =>
                one.SessionId == session && one.PersonId == person && one.State == SeatState.Seated
            )
            || await db.CheckIns.AnyAsync(one =>
                one.SessionId == session && one.PersonId == person
            );
        var visit = new SessionVisit(found, role, hasSeat);
        return visit.MayReplay ? visit : null;
    }
}
