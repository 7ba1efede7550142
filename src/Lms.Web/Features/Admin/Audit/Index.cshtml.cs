using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Admin.Audit;

/// <summary>
/// The whole log, newest first. For administrators alone: an auditor sees aggregates and no person.
/// </summary>
[Authorize(Policy = nameof(AccessRole.Admin))]
public sealed class IndexModel(
    AuditReads reads,
    LmsDbContext db,
    OrganisationPack pack,
    TimeProvider time
) : PageModel
{
    private const int PerPage = 50;

    public AuditFilter Filter { get; private set; } = new();

    public IReadOnlyList<AuditEntry> Entries { get; private set; } = [];

    public AuditNames Names { get; private set; } =
        new(
            new Dictionary<AccountId, (Guid, string)>(),
            new Dictionary<Lms.Domain.People.PersonId, string>()
        );

    /// <summary>Position that the next page begins before; null on the last.</summary>
    public long? Older { get; private set; }

    public bool IsFirst { get; private set; } = true;

    /// <summary>Null until someone asks for it.</summary>
    public AuditCheck? Check { get; private set; }

    /// <summary>What the log is held against was changed itself.</summary>
    public bool IsAnchorForged { get; private set; }

    public Task OnGetAsync(long? before) => ShowAsync(before);

    public async Task<IActionResult> OnPostCheckAsync([FromServices] ChainAnchor anchor)
    {
        var kept = anchor.Read();
        IsAnchorForged = kept.IsForged;
        Check = await AuditChain.CheckAsync(db, kept.Marks?.Audit, HttpContext.RequestAborted);
        await ShowAsync(null);
        return Page();
    }

    public async Task<IActionResult> OnPostExportAsync([FromServices] ExportLog export)
    {
        await export.RunAsync(AuditFilter.Of(Request.Query), Response, pack.DayOf(time.Now()));
        return new EmptyResult();
    }

    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, pack.TimeZone);

    private async Task ShowAsync(long? before)
    {
        Filter = AuditFilter.Of(Request.Query);
        IsFirst = before is null;
        var entries = await reads.FilteredAsync(Filter);
        var found = await entries
            .Where(entry => before == null || entry.Position < before)
            .OrderByDescending(entry => entry.Position)
            .Take(PerPage + 1)
            .ToListAsync();
        Entries = [.. found.Take(PerPage)];
        Older = found.Count > PerPage ? Entries[^1].Position : null;
        Names = await reads.NamesAsync(Entries);
        await reads.RecordAsync(AuditAction.AuditRead, Filter.Words);
    }
}
