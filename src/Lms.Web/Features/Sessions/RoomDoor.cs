using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Sessions;

/// <summary>Who may look into the room of a session, and what they see there before they enter.</summary>
public sealed class RoomDoor(
    LmsDbContext db,
    LmsDatabase database,
    CurrentViewer current,
    PublishedCourses courses
)
{
    private static readonly Viewer Names = Viewer.System("who leads a session");

    /// <summary>Null for a session that is absent, that is not held, or that is not this viewer's.</summary>
    public async Task<RoomVisit?> FindAsync(LiveSessionId id)
    {
        if (current.Viewer.Person is not { } person)
        {
            return null;
        }

        var session = await db
            .LiveSessions.AsNoTracking()
            .SingleOrDefaultAsync(one =>
                one.Id == id
                && one.State != SessionState.Draft
                && one.State != SessionState.Cancelled
            );
        return session is not null && await RoleAsync(session, person) is { } role
            ? new(session, role, await SlidesAsync(session), await LedByAsync(id))
            : null;
    }

    private async Task<RoomRole?> RoleAsync(LiveSession session, PersonId person)
    {
        var leading = await db
            .SessionTrainers.Where(one => one.SessionId == session.Id && one.PersonId == person)
            .Select(one => (RoomRole?)one.Role)
            .SingleOrDefaultAsync();
        if (leading is not null || session.RehearsalOf is not null)
        {
            return leading;
        }

        var isSeated = await db.SessionSeats.AnyAsync(seat =>
            seat.SessionId == session.Id
            && seat.PersonId == person
            && seat.State == SeatState.Seated
        );
        return isSeated ? RoomRole.Participant : null;
    }

    private async Task<RoomSlides> SlidesAsync(LiveSession session)
    {
        if (session.CourseId is not { } id || session.ActivityId is not { } activity)
        {
            return RoomSlides.None;
        }

        var course = session.CourseVersionId is { } version
            ? await courses.OfAsync(version)
            : (await courses.AllAsync()).FirstOrDefault(one => one.Id == id);
        return course?.TryFind(activity)?.In(session.Language) is { Deck: { } deck } text
            ? RoomSlides.Of(deck, text.Language)
            : RoomSlides.None;
    }

    private async Task<IReadOnlyList<string>> LedByAsync(LiveSessionId id)
    {
        await using var all = database.Open(Names);
        var names = await all
            .SessionTrainers.Where(one =>
                one.SessionId == id
                && (one.Role == RoomRole.Trainer || one.Role == RoomRole.CoTrainer)
            )
            .Join(all.People, one => one.PersonId, one => one.Id, (one, who) => new { one.Role, who.Name })
            .ToListAsync();
        return
        [
            .. names
                .OrderBy(one => one.Role)
                .ThenBy(one => one.Name.Full, StringComparer.CurrentCulture)
                .Select(one => one.Name.Full),
        ];
    }
}

/// <summary>A viewer at the door of a room.</summary>
/// <param name="LedBy">Names of those who lead, the trainers first.</param>
public sealed record RoomVisit(
    LiveSession Session,
    RoomRole Role,
    RoomSlides Slides,
    IReadOnlyList<string> LedBy
)
{
    public bool Leads => RoomRules.Leads(Role);

    public bool Keeps => RoomRules.Keeps(Role);

    /// <summary>The slides are a surprise until the doors are open.</summary>
    public bool SeesSlides => Leads || Session.State.IsOpen();

    public bool IsOver =>
        Session.State is SessionState.Ended or SessionState.Processing or SessionState.Published;
}
