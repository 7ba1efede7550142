using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Tables;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Manage.Reports;

/// <summary>One report, live, in its reader's scope.</summary>
[Authorize(Policy = nameof(AccessRole.Manager))]
public sealed class LiveModel(
    LmsDbContext db,
    IEnumerable<LiveReport> reports,
    CourseFacts courses,
    SavedReports saved,
    TableExport export,
    LookedAt looked,
    CurrentViewer current,
    OrganisationPack pack,
    TimeProvider time
) : PageModel
{
    public LiveReport Report { get; private set; } = null!;

    public ReportChoice Choice { get; private set; } = null!;

    /// <summary>Not there when the viewer <see cref="Follows"/> nothing of what was chosen.</summary>
    public ReportTableView View { get; private set; } = null!;

    public IReadOnlyList<PublishedCourse> Courses { get; private set; } = [];

    public IReadOnlyList<(string Code, string Name)> Places { get; private set; } = [];

    public string? Refused { get; private set; }

    [TempData]
    public string? Told { get; set; }

    public OrganisationPack Pack => pack;

    public bool Has(string filter) => Report.Filters.Contains(filter);

    /// <summary>Whether the viewer follows anything of what is chosen: else noughts would be untrue.</summary>
    public bool Follows => Report.Follows(Choice, current.Viewer, pack);

    /// <summary>The same of all the viewer's communities.</summary>
    public string Whole =>
        Choice.Address(Report.Code, new Dictionary<string, string> { ["within"] = "", ["p"] = "" });

    public async Task<IActionResult> OnGetAsync(string kind, CancellationToken cancel)
    {
        if (!Find(kind))
        {
            return NotFound();
        }

        if (!Follows)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return Page();
        }

        await ShowAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostExportAsync(
        string kind,
        string? format,
        string? reason,
        CancellationToken cancel
    )
    {
        if (!Find(kind) || !Follows || TableExport.Read(format) is not { } chosen)
        {
            return NotFound();
        }

        var texts = HttpContext.Texts();
        var table = Report.Table(Choice, texts);
        var rows = await (await ReadAsync(cancel)).SortedAsync(table, Choice, texts, cancel);
        var answer = await export.RunAsync(
            table,
            () => rows.CountAsync(cancel),
            rows.All,
            chosen,
            reason,
            texts
        );
        if (answer is ExportAnswer.Given given)
        {
            return given.File;
        }

        Refused = ExportForm.Words(answer, texts);
        await ShowAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostSaveAsync(string kind, string? name, ReportRhythm rhythm)
    {
        if (!Find(kind) || !Follows || !Enum.IsDefined(rhythm))
        {
            return NotFound();
        }

        var texts = HttpContext.Texts();
        var title = string.IsNullOrWhiteSpace(name) ? Report.Table(Choice, texts).Title : name;
        Told = await saved.SaveAsync(title, Choice.Address(kind), rhythm)
            ? texts["shared.view.saved"]
            : texts["shared.view.saved.full"];
        return LocalRedirect(Choice.Address(kind));
    }

    private bool Find(string kind)
    {
        if (reports.FirstOrDefault(one => one.Code == kind) is not { } report)
        {
            return false;
        }

        Report = report;
        Choice = ReportChoice.Of(key => Request.Query[key], pack.DayOf(time.Now()));
        return true;
    }

    private Task<ReportRows> ReadAsync(CancellationToken cancel) =>
        Report.ReadAsync(
            ReportReader.Of(db, current.Viewer, Choice, pack, HttpContext.Texts()),
            cancel
        );

    private async Task ShowAsync(CancellationToken cancel)
    {
        var texts = HttpContext.Texts();
        var table = Report.Table(Choice, texts);
        var rows = await (await ReadAsync(cancel)).SortedAsync(table, Choice, texts, cancel);
        var count = await rows.CountAsync(cancel);
        var pages = Math.Max(1, (count + ReportChoice.PerPage - 1) / ReportChoice.PerPage);
        var number = Math.Min(Choice.Page, pages);
        var shown = await rows.Read((number - 1) * ReportChoice.PerPage, ReportChoice.PerPage)
            .ToListAsync(cancel);
        View = new(table, shown)
        {
            Count = count,
            Sort = table.At(Choice.Sort) < 0 ? "" : Choice.Sort,
            IsDescending = Choice.IsDescending,
            Number = number,
            Pages = pages,
            With = changed => Choice.Address(Report.Code, changed),
        };
        Courses = Has("course") ? await courses.OpenAsync() : [];
        Places = Has("within") ? PlacesOf(texts) : [];
        if (table.NamesPeople)
        {
            await looked.ListAsync(shown.Count);
        }
    }

    private List<(string, string)> PlacesOf(Texts texts)
    {
        var viewer = current.Viewer;
        var codes = viewer.SeesEveryone
            ? pack
                .Territories.All.Where(one => !pack.Territories.IsCommunity(one.Code))
                .Select(one => one.Code)
            : viewer.Territories;
        return
        [
            .. codes
                .Select(code => (code.Value, texts.PlaceWords(pack, code)))
                .OrderBy(one => one.Item2, StringComparer.Create(texts.Culture, ignoreCase: true)),
        ];
    }
}
