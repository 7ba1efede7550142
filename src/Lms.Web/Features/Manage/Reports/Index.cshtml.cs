using Lms.Web.Access;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Tables;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Manage.Reports;

/// <summary>
/// Where reports begin. An auditor comes by the same address and is led to the figures that are theirs.
/// </summary>
[Authorize]
public sealed class IndexModel(
    IEnumerable<LiveReport> reports,
    SavedReports saved,
    CurrentViewer current,
    TimeProvider time,
    Content.Pack.OrganisationPack pack
) : PageModel
{
    public IReadOnlyList<(string Code, ReportTable Table)> Reports { get; private set; } = [];

    public IReadOnlyList<SavedReport> Saved { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (!current.Viewer.Has(AccessRole.Manager))
        {
            return current.Viewer.Has(AccessRole.Auditor)
                ? LocalRedirect("/manage/reports/audit")
                : Forbid();
        }

        var choice = ReportChoice.Of(_ => null, pack.DayOf(time.Now()));
        Reports = [.. reports.Select(one => (one.Code, one.Table(choice, HttpContext.Texts())))];
        Saved = await saved.AllAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid view)
    {
        if (!current.Viewer.Has(AccessRole.Manager) || !await saved.RemoveAsync(new(view)))
        {
            return NotFound();
        }

        return LocalRedirect("/manage/reports");
    }
}
