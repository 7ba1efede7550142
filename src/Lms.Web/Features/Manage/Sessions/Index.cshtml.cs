using Lms.Web.Access;
using Lms.Web.Features.Shared.Meeting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Manage.Sessions;

/// <summary>Sessions that give seats, for whoever allocates them.</summary>
[Authorize(Policy = nameof(AccessRole.Manager))]
public sealed class IndexModel(SessionsOf sessions, SessionRows rows) : PageModel
{
    public IReadOnlyList<SessionRow> All { get; private set; } = [];

    public async Task OnGetAsync() =>
        All = await rows.OfAsync(
            await sessions.GivingSeatsAsync(),
            session => $"/manage/sessions/{session.Id.Value}"
        );
}
