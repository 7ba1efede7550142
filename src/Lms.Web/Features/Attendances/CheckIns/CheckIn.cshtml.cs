using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Attending;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Attendances.CheckIns;

public sealed record ListedPerson(PersonId Id, PersonName Name, CheckInMeans? Means);

/// <summary>
/// The door of a room where people meet: whoever leads sees the code and the list, whoever has a seat
/// gives the code.
/// </summary>
public sealed class CheckInModel(
    SessionVisits visits,
    CheckPeopleIn check,
    CheckInCodes codes,
    LmsDatabase database,
    CurrentViewer current,
    LmsSettings settings
) : PageModel
{
    public LiveSession Session => Visit.Session;

    public SessionVisit Visit { get; private set; } = null!;

    /// <summary>Null for those who do not lead, and while the doors are closed.</summary>
    public CheckInView? Code { get; private set; }

    /// <summary>Those with a seat, for those who lead.</summary>
    public IReadOnlyList<ListedPerson> People { get; private set; } = [];

    /// <summary>The own one; null until the code was given.</summary>
    public CheckIn? Own { get; private set; }

    /// <summary>As the QR code brought it.</summary>
    public string Given { get; private set; } = "";

    public string? Refused { get; private set; }

    [TempData]
    public string? Told { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid session, string? c)
    {
        if (!await FindAsync(session))
        {
            return NotFound();
        }

        Given = c ?? "";
        await ReadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostCodeAsync(
        Guid session,
        string? code,
        [FromServices] Throttle throttle
    )
    {
        if (!await FindAsync(session) || !Visit.HasSeat || current.Viewer.Person is not { } person)
        {
            return NotFound();
        }

        var turn = throttle.Take(Pace.OneTimeCode, HttpContext, $"{session} {person.Value}");
        if (turn.Wait is { } wait)
        {
            return HttpContext.TooSoon(wait);
        }

        var answer = await check.ByCodeAsync(Session, person, code);
        if (answer == CheckInAnswer.In)
        {
            turn.GiveBack();
            Told = HttpContext.Texts()["attendance.checkin.done"];
            return LocalRedirect($"/sessions/{session}/checkin");
        }

        await ReadAsync();
        Refused = HttpContext.Texts()[
            answer == CheckInAnswer.WrongCode
                ? "attendance.checkin.wrong"
                : "attendance.checkin.closed"
        ];
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    public async Task<IActionResult> OnPostListAsync(Guid session, Guid[] people)
    {
        if (!await FindAsync(session) || !Visit.Leads || current.Viewer.Account is not { } account)
        {
            return NotFound();
        }

        await ReadAsync();
        var ticked = People.Where(one => people.Contains(one.Id.Value)).Select(one => one.Id);
        if (await check.ByListAsync(Session, [.. ticked], account.Actor) == CheckInAnswer.In)
        {
            Told = HttpContext.Texts()["attendance.checkin.list.done"];
            return LocalRedirect($"/sessions/{session}/checkin");
        }

        Refused = HttpContext.Texts()["attendance.checkin.closed"];
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<bool> FindAsync(Guid session)
    {
        Response.Headers.CacheControl = "no-store";
        if (
            await visits.FindAsync(session) is not { } found
            || found.Session.Form == SessionForm.Online
        )
        {
            return false;
        }

        Visit = found;
        return true;
    }

    private async Task ReadAsync()
    {
        var id = Session.Id;
        await using var db = database.Open(Viewer.System("a door of a session is kept"));
        var person = current.Viewer.Person;
        Own = await db
            .CheckIns.AsNoTracking()
            .SingleOrDefaultAsync(one => one.SessionId == id && one.PersonId == person);
        if (!Visit.Leads)
        {
            return;
        }

        Code = Session.State.IsOpen() ? CheckInView.Of(settings, codes, id) : null;
        var seated = await db
            .SessionSeats.Where(seat => seat.SessionId == id && seat.State == SeatState.Seated)
            .Join(
                db.People.Where(one => one.ErasedAt == null),
                seat => seat.PersonId,
                one => one.Id,
                (_, one) =>
                    new
                    {
                        one.Id,
                        one.Name,
                        Means = db
                            .CheckIns.Where(seen => seen.SessionId == id && seen.PersonId == one.Id)
                            .Select(seen => (CheckInMeans?)seen.Means)
                            .FirstOrDefault(),
                    }
            )
            .ToListAsync();
        People =
        [
            .. seated
                .Select(one => new ListedPerson(one.Id, one.Name, one.Means))
                .OrderBy(one => one.Name.Full, StringComparer.CurrentCulture),
        ];
    }
}
