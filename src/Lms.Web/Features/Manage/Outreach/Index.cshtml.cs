using System.Globalization;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Tables;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Manage.Outreach;

/// <summary>The awareness work of the communities in scope, newest first.</summary>
[Authorize(Policy = nameof(AccessRole.Manager))]
public sealed class IndexModel(
    LmsDbContext db,
    RecordOutreach outreach,
    TableExport export,
    CurrentViewer current,
    OrganisationPack pack,
    TimeProvider time
) : PageModel
{
    public const int PerPage = 50;

    public IReadOnlyList<OutreachEvent> Events { get; private set; } = [];

    public int Count { get; private set; }

    public int Number { get; private set; } = 1;

    public int Pages => Math.Max(1, (Count + PerPage - 1) / PerPage);

    public IReadOnlyList<(string Code, string Name)> Communities { get; private set; } = [];

    public Guid Operation { get; private set; }

    public OutreachAnswer? Refused { get; private set; }

    /// <summary>As it was typed, when it was not taken.</summary>
    public IReadOnlyDictionary<string, string> Typed { get; private set; } =
        new Dictionary<string, string>();

    public DateOnly Today => pack.DayOf(time.Now());

    public OrganisationPack Pack => pack;

    [TempData]
    public string? Told { get; set; }

    public Task OnGetAsync(int p = 1) => ShowAsync(p);

    public async Task<IActionResult> OnPostRecordAsync(
        Guid operation,
        string? community,
        string? on,
        OutreachKind kind,
        string? heads,
        string? materials,
        string? campaign,
        string? project
    )
    {
        if (!Enum.IsDefined(kind))
        {
            return NotFound();
        }

        var answer =
            Whole(heads) is var h && Whole(materials) is var m && (h < 0 || m < 0)
                ? OutreachAnswer.BadCount
                : await outreach.RunAsync(
                    new(
                        new(operation),
                        new(community ?? ""),
                        GrantWords.DayTyped(on),
                        kind,
                        h,
                        m,
                        campaign,
                        project
                    )
                );
        if (answer == OutreachAnswer.Recorded)
        {
            Told = HttpContext.Texts()["manage.outreach.recorded"];
            return LocalRedirect("/manage/outreach");
        }

        Refused = answer;
        Typed = Request.Form.ToDictionary(field => field.Key, field => field.Value.ToString());
        await ShowAsync(1);
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id)
    {
        if (!await outreach.RemoveAsync(new(id)))
        {
            return NotFound();
        }

        Told = HttpContext.Texts()["manage.outreach.removed"];
        return LocalRedirect("/manage/outreach");
    }

    public async Task<IActionResult> OnPostExportAsync(string? format)
    {
        if (TableExport.Read(format) is not { } chosen)
        {
            return NotFound();
        }

        var texts = HttpContext.Texts();
        var all = await All().ToListAsync();
        var answer = await export.RunAsync(
            OutreachTable.Of(texts),
            all.Count,
            all.Select(one => OutreachTable.Row(one, pack, texts)).ToAsyncEnumerable(),
            chosen,
            null,
            texts
        );
        return answer is ExportAnswer.Given given ? given.File : LocalRedirect("/manage/outreach");
    }

    public string Kept(string field, string otherwise = "") =>
        Typed.GetValueOrDefault(field, otherwise);

    private async Task ShowAsync(int number)
    {
        var texts = HttpContext.Texts();
        Count = await All().CountAsync();
        Number = Math.Clamp(number, 1, Pages);
        Events = await All().Skip((Number - 1) * PerPage).Take(PerPage).ToListAsync();
        Operation = time.NewId();
        var codes = current.Viewer.SeesEveryone
            ? pack.Territories.Communities.Select(one => one.Code)
            : current.Viewer.Communities;
        Communities =
        [
            .. codes
                .Select(code => (code.Value, texts.PlaceWords(pack, code)))
                .OrderBy(one => one.Item2, StringComparer.Create(texts.Culture, ignoreCase: true)),
        ];
    }

    private IQueryable<OutreachEvent> All() =>
        db
            .OutreachEvents.Where(one => one.RemovedAt == null)
            .OrderByDescending(one => one.On)
            .ThenBy(one => one.Id)
            .AsNoTracking();

    // Null when nothing was typed; what is no number is a wrong one.
    private static int? Whole(string? typed) =>
        string.IsNullOrWhiteSpace(typed) ? null
        : int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
        : -1;
}
