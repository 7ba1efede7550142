using Lms.Domain.Reports;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Tables;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Manage.Reports.Standing;

/// <summary>A report as it was frozen: read from what is kept, never worked out again.</summary>
[FreshSignIn(SendingAlone = true)]
[Authorize(Policy = nameof(AccessRole.Manager))]
public sealed class ReportModel(
    LmsDbContext db,
    FreezeReport freeze,
    TableExport export,
    OrganisationPack pack
) : PageModel
{
    public StandingReport Report { get; private set; } = null!;

    public StandingContent Frozen { get; private set; } = null!;

    /// <summary>What is kept is what was hashed.</summary>
    public bool IsWhole { get; private set; }

    public IReadOnlyList<(Guid Id, int Number, DateOnly On, string Reason)> Supplements
    {
        get;
        private set;
    } = [];

    public string? Refused { get; private set; }

    public OrganisationPack Pack => pack;

    public async Task<IActionResult> OnGetAsync(Guid standing, CancellationToken cancel) =>
        await FindAsync(standing, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostSupplementAsync(
        Guid standing,
        string? reason,
        CancellationToken cancel
    )
    {
        switch (await freeze.SupplementAsync(new(standing), reason, cancel))
        {
            case null:
                return NotFound();
            case FreezeAnswer.Frozen frozen:
                return LocalRedirect($"/manage/reports/standing/{frozen.Id.Value}");
            default:
                Refused = HttpContext.Texts()["manage.standing.needs-reason"];
                return await OnGetAsync(standing, cancel);
        }
    }

    public async Task<IActionResult> OnPostExportAsync(
        Guid standing,
        string? format,
        CancellationToken cancel
    )
    {
        if (!await FindAsync(standing, cancel) || TableExport.Read(format) is not { } chosen)
        {
            return NotFound();
        }

        var texts = HttpContext.Texts();
        var rows = Flat(texts).ToList();
        var answer = await export.RunAsync(
            Table(texts),
            rows.Count,
            rows.ToAsyncEnumerable(),
            chosen,
            null,
            texts
        );
        return answer is ExportAnswer.Given given ? given.File : NotFound();
    }

    /// <summary>Head and definitions: they go with every copy.</summary>
    public IEnumerable<string> Notes(Texts texts)
    {
        var unstated = texts["shared.table.missing"];
        yield return texts.Fill(
            "manage.standing.head.for",
            texts.Of(Report.Audience),
            Frozen.Territory.In(texts.Language)
        );
        yield return texts.Fill(
            "manage.standing.head.days",
            texts.Day(Frozen.From),
            texts.Day(Frozen.Until)
        );
        yield return texts.Fill("manage.standing.head.project", Frozen.Project ?? unstated);
        yield return texts.Fill(
            "manage.standing.head.cut-off",
            texts.CutOff(pack, Frozen.CutOff),
            pack.TimeZone.Id
        );
        if (Report.Reason.Length > 0)
        {
            yield return texts.Fill("manage.standing.head.reason", Report.Reason);
        }

        yield return texts.Fill("manage.standing.head.hash", Report.ContentHash);
    }

    private ReportTable Table(Texts texts) =>
        new()
        {
            Name = string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"report-{Report.Number}"
            ),
            Title = texts.Fill("manage.standing.title", Report.Number),
            Columns =
            [
                new("section", texts["manage.standing.section"]),
                new("row", texts["manage.standing.row"]),
                new("measure", texts["manage.standing.measure"]),
                new("value", texts["manage.standing.value"], ColumnKind.Decimal),
            ],
            Notes = [.. Notes(texts), .. Frozen.Definitions.Select(one => one.In(texts.Language))],
        };

    // One value a line: whoever adds such files up needs no other shape.
    private IEnumerable<ReportCell[]> Flat(Texts texts) =>
        from section in Frozen.Sections
        from row in section.Rows
        from at in Enumerable.Range(1, row.Count - 1)
        select (ReportCell[])
            [
                section.Name.In(texts.Language),
                row[0].In(texts),
                section.Columns[at].In(texts.Language),
                row[at].In(texts),
            ];

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        var report = await db
            .StandingReports.AsNoTracking()
            .FirstOrDefaultAsync(one => one.Id == new StandingReportId(id), cancel);
        if (report is null)
        {
            return false;
        }

        Report = report;
        Frozen = StandingContent.Read(report.Content);
        IsWhole = StandingContent.HashOf(report.Content) == report.ContentHash;
        var root = report.Supplements ?? report.Id;
        Supplements =
        [
            .. (
                await db
                    .StandingReports.Where(one => one.Supplements == root && one.Id != report.Id)
                    .OrderBy(one => one.Number)
                    .AsNoTracking()
                    .ToListAsync(cancel)
            ).Select(one => (one.Id.Value, one.Number, pack.DayOf(one.CutOffAt), one.Reason)),
        ];
        return true;
    }
}
