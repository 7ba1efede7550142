using Lms.Domain.Live;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Meeting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Sessions;

/// <summary>
/// One session before, while and after it is: when and with whom, whether a seat is left, and the one
/// thing the visitor can do about it now.
/// </summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class SessionModel(
    SessionsOf sessions,
    WhoLeads who,
    ChangeSeats seats,
    PublishedCourses courses,
    CurrentViewer current,
    OrganisationPack pack,
    TimeProvider time
) : PageModel
{
    // Where people meet is told when they have to know, and to them alone.
    private static readonly TimeSpan PlaceBefore = TimeSpan.FromHours(24);

    public SessionSeen Seen { get; private set; } = null!;

    public LiveSession Session => Seen.Session;

    public IReadOnlyList<Leader> Leaders { get; private set; } = [];

    public PublishedCourse? Course { get; private set; }

    /// <summary>What the room says of the visitor at this moment.</summary>
    public RoomEntry.Answer Entry { get; private set; } = RoomEntry.Answer.No(EntryRefusal.Unknown);

    /// <summary>Why it was cancelled.</summary>
    public string? Reason { get; private set; }

    public OrganisationPack Pack => pack;

    public bool IsManager => current.Viewer.Has(AccessRole.Manager);

    public bool MayEdit => Seen.Leads is RoomRole.Trainer or RoomRole.CoTrainer;

    /// <summary>Null until a day before, and for whoever has no seat.</summary>
    public string? Place =>
        Session is { Place.Length: > 0, StartsAt: { } starts }
        && Session.State != SessionState.Cancelled
        && (Seen.Leads is not null || Seen.Seat == SeatState.Seated)
        && starts - PlaceBefore <= time.Now()
            ? Session.Place
            : null;

    public bool IsPlaceToCome =>
        Session.Place.Length > 0 && Place is null && Seen.Seat == SeatState.Seated;

    public bool GivesSeats =>
        Session.RehearsalOf is null
        && Seen.Leads is null
        && current.Viewer.Person is not null
        && Seen.IsAheadAt(time.Now());

    public bool MayAsk =>
        GivesSeats
        && Session.Admission != Admission.Assigned
        && Seen.Seat is null or SeatState.GivenUp;

    public bool MayGiveUp =>
        GivesSeats && Seen.Seat is SeatState.Seated or SeatState.Waiting or SeatState.Asked;

    /// <summary>Key of what the button that asks for a seat says.</summary>
    public string AskWords =>
        Session.StartsAt is null ? "sessions.ask.want"
        : Session.Admission == Admission.ByApproval ? "sessions.ask.approval"
        : Seen.Left == 0 ? "sessions.ask.wait"
        : "sessions.ask";

    [TempData]
    public string? Told { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid session)
    {
        if (await sessions.FindAsync(new(session), current.Viewer.Person) is not { } seen)
        {
            return NotFound();
        }

        Seen = seen;
        Leaders = [.. (await who.OfAsync([seen.Session.Id]))[seen.Session.Id]];
        Course = seen.Session.CourseId is { } id
            ? (await courses.AllAsync()).FirstOrDefault(course => course.Id == id)
            : null;
        if (seen.Session.State == SessionState.Cancelled)
        {
            Reason = await sessions.ReasonAsync(seen.Session.Id);
        }

        if (current.Viewer.Person is { } person)
        {
            Entry = await sessions.EntryAsync(seen.Session.Id, person, time.Now());
        }

        return Page();
    }

    public Task<IActionResult> OnPostAskAsync(Guid session) =>
        RunAsync(session, (id, person) => seats.AskAsync(id, person));

    public Task<IActionResult> OnPostGiveUpAsync(Guid session) =>
        RunAsync(session, (id, person) => seats.GiveUpAsync(id, person));

    private async Task<IActionResult> RunAsync(
        Guid session,
        Func<LiveSessionId, Lms.Domain.People.PersonId, Task<SeatState?>> act
    )
    {
        if (
            current.Viewer.Person is not { } person
            || await sessions.FindAsync(new(session), person) is null
        )
        {
            return NotFound();
        }

        var texts = HttpContext.Texts();
        Told = await act(new(session), person) is { } state
            ? texts[state.Words()]
            : texts["sessions.no-seats"];
        return LocalRedirect($"/sessions/{session}");
    }
}
