using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Sessions;

/// <summary>
/// The notes to the slides, for those who lead: on a second screen or on paper, and where the room's
/// script takes them from.
/// </summary>
public sealed class NotesModel(RoomDoor door) : PageModel
{
    public RoomVisit Visit { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid session)
    {
        if (await door.FindAsync(new(session)) is not { Leads: true } visit)
        {
            return NotFound();
        }

        Visit = visit;
        Response.Headers.CacheControl = "no-store";
        return Page();
    }
}
