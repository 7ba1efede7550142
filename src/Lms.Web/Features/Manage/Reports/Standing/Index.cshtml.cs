using Lms.Domain.Reports;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Manage.Reports.Standing;

public sealed record StandingRow(
    StandingReportId Id,
    int Number,
    ReportAudience Audience,
    TerritoryCode Territory,
    DateOnly From,
    DateTimeOffset CutOffAt,
    bool IsSupplement
);

/// <summary>The register of reports that stand, in the scope of its reader; and a new one.</summary>
[FreshSignIn(SendingAlone = true)]
[Authorize(Policy = nameof(AccessRole.Manager))]
public sealed class IndexModel(
    LmsDbContext db,
    FreezeReport freeze,
    CurrentViewer current,
    OrganisationPack pack,
    TimeProvider time
) : PageModel
{
    private const int Quarters = 8;

    public IReadOnlyList<StandingRow> Reports { get; private set; } = [];

    public IReadOnlyList<(string Code, string Name)> Places { get; private set; } = [];

    public IReadOnlyList<Quarter> Choices { get; private set; } = [];

    public string? Refused { get; private set; }

    public OrganisationPack Pack => pack;

    public Task OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostFreezeAsync(
        ReportAudience audience,
        string? territory,
        string? quarter,
        string? project,
        CancellationToken cancel
    )
    {
        if (!Enum.IsDefined(audience))
        {
            return NotFound();
        }

        var answer = await freeze.RunAsync(
            audience,
            new(territory ?? ""),
            Quarter.Read(quarter),
            project,
            cancel
        );
        if (answer is FreezeAnswer.Frozen frozen)
        {
            return LocalRedirect($"/manage/reports/standing/{frozen.Id.Value}");
        }

        Refused = HttpContext.Texts()[
            answer is FreezeAnswer.NoQuarter
                ? "manage.standing.no-quarter"
                : "manage.standing.no-territory"
        ];
        await ShowAsync();
        return Page();
    }

    private async Task ShowAsync()
    {
        var texts = HttpContext.Texts();
        Reports = await db
            .StandingReports.OrderByDescending(one => one.Number)
            .Select(one => new StandingRow(
                one.Id,
                one.Number,
                one.Audience,
                one.Territory,
                one.From,
                one.CutOffAt,
                one.Supplements != null
            ))
            .AsNoTracking()
            .ToListAsync();
        var codes = current.Viewer.SeesEveryone
            ? pack
                .Territories.All.Where(one =>
                    !pack.Territories.IsCommunity(one.Code) || one.Parent is null
                )
                .Select(one => one.Code)
            : current.Viewer.Territories;
        // The widest first: it is what a quarter is told of.
        Places =
        [
            .. codes
                .OrderByDescending(code => pack.Territories.CommunitiesWithin(code).Count)
                .ThenBy(
                    code => texts.PlaceWords(pack, code),
                    StringComparer.Create(texts.Culture, true)
                )
                .Select(code => (code.Value, texts.PlaceWords(pack, code))),
        ];
        var quarter = Quarter.Of(pack.DayOf(time.Now()));
        var choices = new List<Quarter>();
        // The last that is over stands first.
        for (var at = quarter.Before; choices.Count < Quarters; at = at.Before)
        {
            choices.Add(at);
        }

        Choices = [.. choices, quarter];
    }
}
