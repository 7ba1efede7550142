using System.Globalization;
using Lms.Domain.Coverage;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Tables;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Manage.Coverage;

/// <summary>
/// Can each community respond? Never public, asked for again at the door, and every look stands in the
/// log: who lacks whom where is a map for traffickers too.
/// </summary>
[FreshSignIn]
[Authorize(Policy = nameof(AccessRole.Manager))]
public sealed class IndexModel(
    LmsDbContext db,
    ReadCoverage coverage,
    TableExport export,
    SavedReports saved,
    CurrentViewer current,
    OrganisationPack pack,
    TimeProvider time
) : PageModel
{
    /// <summary>Of a place among others; the rest stand on its own page.</summary>
    public const int MostNamed = 5;

    public CoverageChoice Choice { get; private set; } = new();

    /// <summary>Null when the pack has no rule, or the viewer follows nothing of what was chosen.</summary>
    public CoverageView? View { get; private set; }

    /// <summary>Null when the pack has no map, or the rule is not about communities.</summary>
    public CoverageMap? Map { get; private set; }

    public string? Refused { get; private set; }

    public bool RefusedNames { get; private set; }

    [TempData]
    public string? Told { get; set; }

    public OrganisationPack Pack => pack;

    public Task OnGetAsync(CancellationToken cancel) => ShowAsync(isWhole: false, cancel);

    public async Task<IActionResult> OnPostExportAsync(
        string? format,
        string? reason,
        bool names,
        CancellationToken cancel
    )
    {
        await ShowAsync(isWhole: true, cancel);
        if (View is not { } view || TableExport.Read(format) is not { } as_)
        {
            return NotFound();
        }

        var texts = HttpContext.Texts();
        var answer = await export.RunAsync(
            CoverageTables.Of(Choice, Choice.Rule!, names, texts),
            view.Places.Count,
            CoverageTables.Rows(view, names, texts),
            as_,
            reason,
            texts
        );
        if (answer is ExportAnswer.Given given)
        {
            return given.File;
        }

        View = view.OnPage(Choice.Page);
        (Refused, RefusedNames) = (ExportForm.Words(answer, texts), names);
        return Page();
    }

    /// <summary>The same choice from its first page on.</summary>
    public CoverageChoice First => Choice with { Page = 1 };

    /// <summary>Keeps the view without whom it thinks away: a link in a letter names nobody.</summary>
    public async Task<IActionResult> OnPostSaveAsync(string? name, ReportRhythm rhythm)
    {
        Choice = CoverageChoice.Of(Request.Query, pack.CoverageRules, pack.DayOf(time.Now())) with
        {
            Away = [],
        };
        if (Choice.Rule is null || !coverage.Follows(Choice) || !Enum.IsDefined(rhythm))
        {
            return NotFound();
        }

        var texts = HttpContext.Texts();
        var title = string.IsNullOrWhiteSpace(name) ? texts["manage.coverage"] : name;
        Told = await saved.SaveAsync(title, Choice.Address(), rhythm)
            ? texts["shared.view.saved"]
            : texts["shared.view.saved.full"];
        return LocalRedirect(Choice.Address());
    }

    /// <summary>The assignment that would close the gap, begun.</summary>
    public string CloseGap(PlaceRow row) =>
        $"/manage/assignments/new?community={Uri.EscapeDataString(row.Community.Value)}{asked ??= Asked()}";

    private string? asked;

    // What the rule asks is the same in each row.
    private string Asked()
    {
        var query = new QueryBuilder();
        if (Choice.Rule!.Certification is { } certification)
        {
            query.Add("certification", certification);
        }

        query.Add("role", Choice.Rule.StaffRoles);
        return query.ToString().Replace('?', '&');
    }

    // What a browser says of a page that is reloaded (RFC 9111, 5.2.1).
    private bool IsReloaded =>
        Request.GetTypedHeaders().CacheControl is { NoCache: true } or { MaxAge.Ticks: 0 };

    private async Task ShowAsync(bool isWhole, CancellationToken cancel)
    {
        var today = pack.DayOf(time.Now());
        Choice = CoverageChoice.Of(Request.Query, pack.CoverageRules, today);
        if (Choice.Rule is not { } rule)
        {
            return;
        }

        var texts = HttpContext.Texts();
        View = await coverage.RunAsync(
            Choice,
            rule,
            texts,
            isAnew: isWhole || IsReloaded,
            isWhole,
            cancel
        );
        Choice = Choice with { Away = [.. View?.Away.Select(one => one.Id) ?? []] };
        if (View is not { } view)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        Map =
            Choice.IsMap && rule.Unit == CoverageUnit.Community && pack.Map is { } map
                ? CoverageMap.Of(map, view, Choice, texts)
                : null;
        await RecordAsync(rule);
    }

    private async Task RecordAsync(CoverageRule rule)
    {
        db.Audit.Add(
            new AuditEntry
            {
                At = time.Now(),
                Action = AuditAction.CoverageLooked,
                Actor = current.Viewer.Account,
                Detail = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{rule.Code} {Choice.Day:yyyy-MM-dd} {View!.Places.Count}"
                ),
            }
        );
        await db.SaveChangesAsync();
    }
}
