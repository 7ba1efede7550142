using Lms.Domain.Live;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Meeting;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Sessions;

/// <summary>Who may look into the room of a session, and what they see there before they enter.</summary>
public sealed class RoomDoor(
    LmsDatabase database,
    CurrentViewer current,
    PublishedCourses courses,
    TimeProvider time
)
{
    private static readonly Viewer Doorkeeper = Viewer.System("look into a room");

    /// <summary>Null for a session that is absent, that is not held, or that is not this viewer's.</summary>
    public async Task<RoomVisit?> FindAsync(LiveSessionId id)
    {
        if (current.Viewer.Person is not { } person)
        {
            return null;
        }

        await using var db = database.Open(Doorkeeper);
        var entry = await RoomEntry.OfAsync(db, id, person, time.Now());
        if (!IsTold(entry.Refusal))
        {
            return null;
        }

        var session = await db.LiveSessions.AsNoTracking().SingleAsync(one => one.Id == id);
        var slides = entry.Role is null ? RoomSlides.None : await SlidesAsync(session);
        return new(session, entry.Role, slides, await LedByAsync(db, id));
    }

    /// <summary>Whether who is not let in sees the door at all.</summary>
    private static bool IsTold(EntryRefusal? refusal) =>
        refusal is not { } why
        || why switch
        {
            EntryRefusal.NotOpen or EntryRefusal.Over => true,
            EntryRefusal.Unknown
            or EntryRefusal.NoSeat
            or EntryRefusal.Removed
            or EntryRefusal.Cancelled
            or EntryRefusal.Rehearsal => false,
        };

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

    private static async Task<IReadOnlyList<string>> LedByAsync(LmsDbContext db, LiveSessionId id)
    {
        var names = await db
            .SessionTrainers.Where(one =>
                one.SessionId == id
                && (one.Role == RoomRole.Trainer || one.Role == RoomRole.CoTrainer)
            )
            .Join(
                db.People.Where(person => person.ErasedAt == null),
                one => one.PersonId,
                person => person.Id,
                (one, person) => new { one.Role, person.Name }
            )
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
/// <param name="Role">What they are let in as; null while the doors are closed, or once it is over.</param>
/// <param name="Slides">None before the doors are open: they are a surprise.</param>
/// <param name="LedBy">Names of those who lead, the trainers first.</param>
public sealed record RoomVisit(
    LiveSession Session,
    RoomRole? Role,
    RoomSlides Slides,
    IReadOnlyList<string> LedBy
)
{
    public bool Leads => Role is { } role && RoomRules.Leads(role);

    public bool Keeps => Role is { } role && RoomRules.Keeps(role);

    public bool IsOpen => Role is not null;

    public bool IsOver =>
        Session.State is SessionState.Ended or SessionState.Processing or SessionState.Published;
}
