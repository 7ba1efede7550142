using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Manage.Reports;

/// <summary>Where a manager stands: who is certified, lapsing, overdue, and the one next thing.</summary>
[Authorize(Policy = nameof(AccessRole.Manager))]
public sealed class DashboardModel(
    LmsDbContext db,
    ReadDashboard dashboard,
    LookedAt looked,
    CurrentViewer current,
    OrganisationPack pack,
    TimeProvider time
) : PageModel
{
    public Dashboard View { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        // One for all that follows: to open it anew for each costs more than the little some read.
        await using var held = await HeldConnection.OpenAsync(db, cancel);
        View = await dashboard.RunAsync(
            ReportScope.Of(current.Viewer, null, pack),
            pack.DayOf(time.Now()),
            HttpContext.Texts(),
            cancel
        );
        if (View.Expiring.Count + View.Late.Count is > 0 and var named)
        {
            await looked.ListAsync(named);
        }
    }
}
