using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Meeting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Teach.Sessions;

/// <summary>Who comes, who waits, and who asks for the trainer's yes.</summary>
[Authorize(Policy = nameof(AccessRole.Trainer))]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class SeatsModel(
    TaughtCourses taught,
    SessionsOf sessions,
    ChangeSeats seats,
    LmsDatabase database,
    LookedAt looked,
    OrganisationPack pack
) : PageModel
{
    private static readonly Viewer Reader = Viewer.System("a trainer reads who comes");

    public SessionSeen Seen { get; private set; } = null!;

    public IReadOnlyList<SeatRow> Rows { get; private set; } = [];

    public OrganisationPack Pack => pack;

    [TempData]
    public string? Told { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid session)
    {
        if (!await FindAsync(session))
        {
            return NotFound();
        }

        await using var db = database.Open(Reader);
        Rows = await SeatRows.ReadAsync(db, Seen.Session.Id);
        await looked.ListAsync(Rows.Count);
        return Page();
    }

    public Task<IActionResult> OnPostApproveAsync(Guid session, Guid person) =>
        DecideAsync(session, (id, by) => seats.ApproveAsync(id, new PersonId(person), by));

    public Task<IActionResult> OnPostRefuseAsync(Guid session, Guid person) =>
        DecideAsync(session, (id, by) => seats.RefuseAsync(id, new PersonId(person), by));

    private async Task<IActionResult> DecideAsync(
        Guid session,
        Func<LiveSessionId, AccountId, Task<SeatState?>> act
    )
    {
        if (
            !await FindAsync(session)
            || taught.Actor is not { } actor
            || await act(Seen.Session.Id, actor.Account) is not { } state
        )
        {
            return NotFound();
        }

        Told = HttpContext.Texts()[$"teach.seats.now.{state}"];
        return LocalRedirect($"/teach/sessions/{session}/seats");
    }

    private async Task<bool> FindAsync(Guid session)
    {
        if (
            taught.Actor is not { } actor
            || await sessions.FindAsync(new(session), actor.Person)
                is not { Leads: RoomRole.Trainer or RoomRole.CoTrainer } seen
        )
        {
            return false;
        }

        Seen = seen;
        return true;
    }
}
