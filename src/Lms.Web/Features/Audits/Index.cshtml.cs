using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Tables;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Audits;

/// <summary>An auditor's figures: aggregates of the audited scope, no person and no filter.</summary>
[Authorize(Policy = nameof(AccessRole.Auditor))]
public sealed class IndexModel(
    AuditFigures figures,
    TableExport export,
    CurrentViewer current,
    OrganisationPack pack,
    TimeProvider time
) : PageModel
{
    private const int Quarters = 8;

    public AuditView View { get; private set; } = null!;

    public Quarter Quarter { get; private set; }

    /// <summary>Those that are over, the last one first.</summary>
    public IReadOnlyList<Quarter> Choices { get; private set; } = [];

    public Task OnGetAsync(string? quarter, CancellationToken cancel) => ShowAsync(quarter, cancel);

    public async Task<IActionResult> OnPostExportAsync(
        string? quarter,
        string? table,
        string? format,
        CancellationToken cancel
    )
    {
        await ShowAsync(quarter, cancel);
        var found = View.Tables.FirstOrDefault(one => one.Table.Name == table);
        if (found.Table is null || TableExport.Read(format) is not { } chosen)
        {
            return NotFound();
        }

        var answer = await export.RunAsync(
            found.Table,
            found.Rows.Count,
            found.Rows.ToAsyncEnumerable(),
            chosen,
            null,
            HttpContext.Texts()
        );
        return answer is ExportAnswer.Given given ? given.File : NotFound();
    }

    private async Task ShowAsync(string? quarter, CancellationToken cancel)
    {
        var choices = new List<Quarter>();
        for (
            var at = Quarter.Of(pack.DayOf(time.Now())).Before;
            choices.Count < Quarters;
            at = at.Before
        )
        {
            choices.Add(at);
        }

        Choices = choices;
        // Only a quarter that is over: what still moves could be watched from day to day.
        Quarter =
            Quarter.Read(quarter) is { } asked && choices.Contains(asked) ? asked : choices[0];
        var viewer = current.Viewer;
        IReadOnlyList<TerritoryCode> communities = viewer.AuditsEverything
            ? [.. pack.Territories.Communities.Select(one => one.Code)]
            : viewer.Audited;
        View = await figures.RunAsync(communities, Quarter, HttpContext.Texts(), cancel);
    }
}
