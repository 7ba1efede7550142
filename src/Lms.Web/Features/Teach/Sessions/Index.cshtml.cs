using Lms.Web.Access;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Meeting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Teach.Sessions;

/// <summary>The sessions that the trainer leads or keeps.</summary>
[Authorize(Policy = nameof(AccessRole.Trainer))]
public sealed class IndexModel(
    SessionsOf sessions,
    SessionRows rows,
    CurrentViewer current,
    TimeProvider time
) : PageModel
{
    public IReadOnlyList<SessionRow> Ahead { get; private set; } = [];

    public IReadOnlyList<SessionRow> Past { get; private set; } = [];

    [TempData]
    public string? Told { get; set; }

    public async Task OnGetAsync()
    {
        if (current.Viewer.Person is not { } person)
        {
            return;
        }

        var now = time.Now();
        var all = await rows.OfAsync(
            await sessions.LedAsync(person),
            session => $"/teach/sessions/{session.Id.Value}"
        );
        Ahead =
        [
            .. all.Where(row => row.Seen.IsAheadAt(now)).OrderBy(row => row.Seen.Session.StartsAt),
        ];
        Past = [.. all.Where(row => !row.Seen.IsAheadAt(now))];
    }
}
