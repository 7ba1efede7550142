using System.Security.Cryptography;
using System.Text;
using Lms.Domain.Live;
using Lms.Web.Access;
using Lms.Web.Features.Sessions.Media;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Sessions;

/// <summary>
/// The room of a live session: its lobby and, for a script, all that goes on in it. Without a script
/// the page shows the slides and says so.
/// </summary>
[UsesLiveMedia]
public sealed class RoomModel(RoomDoor door, CurrentViewer current) : PageModel
{
    private const string Said = "sessions.room.say.";

    public RoomVisit Visit { get; private set; } = null!;

    public LiveSession Session => Visit.Session;

    /// <summary>Whether the server carries voice and pictures.</summary>
    public bool HasMedia => HttpContext.RequestServices.GetService<MediaRooms>() is not null;

    /// <summary>Names what waits on a device, which people may share.</summary>
    public string Mine =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{current.Viewer.Person} {Session.Id}"))
        );

    /// <summary>The words that the script says, by their keys.</summary>
    public IEnumerable<(string Name, string Words)> Words =>
        Texts
            .Keys(HttpContext.Texts().Language)
            .Where(key => key.StartsWith(Said, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(key => (key[Said.Length..], HttpContext.Texts()[key]));

    public async Task<IActionResult> OnGetAsync(Guid session)
    {
        if (await door.FindAsync(new(session)) is not { } visit)
        {
            return NotFound();
        }

        Visit = visit;
        Response.Headers.CacheControl = "no-store";
        return Page();
    }
}
