using Lms.Domain.Live;
using Lms.Web.Access;
using Lms.Web.Features.Shared.Meeting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Sessions;

/// <summary>Whether this device will hear and see the session, and what to do when it will not.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class CheckModel(SessionsOf sessions, CurrentViewer current) : PageModel
{
    public LiveSession Session { get; private set; } = null!;

    /// <summary>Whoever speaks needs a microphone; others need none.</summary>
    public bool IsSpeaking { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid session)
    {
        if (await sessions.FindAsync(new(session), current.Viewer.Person) is not { } seen)
        {
            return NotFound();
        }

        Session = seen.Session;
        IsSpeaking = seen.Leads is RoomRole.Trainer or RoomRole.CoTrainer;
        Response.Headers["Permissions-Policy"] = "camera=(self), geolocation=(), microphone=(self)";
        return Page();
    }
}
