using Lms.Domain.Certification;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Admin.Certificates;

/// <summary>The issue log read whole and held against the register, on each visit.</summary>
[Authorize(Policy = nameof(AccessRole.Admin))]
public sealed class LogModel(LmsDbContext db, ChainAnchor anchor) : PageModel
{
    public int Lines { get; private set; }

    public IssueLogFault? Fault { get; private set; }

    public async Task OnGetAsync() =>
        (Lines, Fault) = await db.CheckIssueLogAsync(anchor.Read().Marks?.Issues);
}
