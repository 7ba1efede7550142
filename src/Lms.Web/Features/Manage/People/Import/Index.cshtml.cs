using System.Security.Cryptography;
using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Manage.People.WaysIn;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Lms.Web.Features.Manage.People.Import;

public sealed record TakenImport(PeopleImportId Id, DateTimeOffset At, int Added, int Changed);

/// <summary>Takes a list of people in: a file, what it would do row by row, and then the deed or nothing.</summary>
[Authorize(Policy = PeopleFeature.LetsIn)]
[FreshSignIn(SendingAlone = true)]
[Paced(Pace.Invitation)]
[RequestSizeLimit(ImportTable.MostBytes + (256 * 1024))]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel(
    LmsDbContext db,
    ImportPeople import,
    UndoImport undo,
    IMemoryCache kept,
    LookedAt looked,
    CurrentViewer current,
    OrganisationPack pack
) : PageModel
{
    private const int ShownImports = 20;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(20);

    public ImportPlan? Plan { get; private set; }

    /// <summary>Of the file that the plan is about.</summary>
    public string Hash { get; private set; } = "";

    public bool IsDone { get; private set; }

    /// <summary>Key of why nothing was read.</summary>
    public string? Refused { get; private set; }

    public UndoAnswer? Undone { get; private set; }

    public IReadOnlyList<TakenImport> Taken { get; private set; } = [];

    public string At(DateTimeOffset at) =>
        TimeZoneInfo
            .ConvertTime(at, pack.TimeZone)
            .ToString("d MMMM yyyy, HH:mm", HttpContext.Texts().Culture);

    public Task OnGetAsync() => ShowAsync();

    public FileContentResult OnGetTemplate() =>
        File(ImportTable.Template(HttpContext.Texts()), "text/csv", "people.csv");

    public async Task<IActionResult> OnPostAsync(IFormFile? file)
    {
        if (file is null || file.Length == 0)
        {
            return await RefuseAsync("manage.import.no-file");
        }

        if (file.Length > ImportTable.MostBytes)
        {
            return await RefuseAsync(WordsOf(FileFault.TooBig));
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        var (table, fault) = ImportTable.Read(bytes.ToArray());
        if (table is null)
        {
            return await RefuseAsync(WordsOf(fault!.Value));
        }

        Hash = Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray()));
        kept.Set(Key, (Hash, table), Kept);
        Plan = await import.PlanAsync(table, Hash);
        await looked.ListAsync(Plan.Rows.Count(row => row.Person is not null));
        return Page();
    }

    public async Task<IActionResult> OnPostTakeAsync(string? hash, List<int> another)
    {
        if (
            !kept.TryGetValue<(string Hash, ImportTable Table)>(Key, out var waiting)
            || waiting.Hash != hash
        )
        {
            return await RefuseAsync("manage.import.gone");
        }

        Plan = await import.RunAsync(waiting.Table, waiting.Hash, another.ToHashSet());
        (Hash, IsDone) = (waiting.Hash, true);
        kept.Remove(Key);
        await ShowAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostUndoAsync(Guid id)
    {
        if (await undo.RunAsync(new(id)) is not { } answer)
        {
            return NotFound();
        }

        Undone = answer;
        await ShowAsync();
        return Page();
    }

    /// <summary>Key of the words.</summary>
    public static string WordsOf(FileFault fault) =>
        fault switch
        {
            FileFault.NoTable => "manage.import.fault.no-table",
            FileFault.TooBig => "manage.import.fault.too-big",
            FileFault.TooManyRows => "manage.import.fault.too-many-rows",
            FileFault.NoColumns => "manage.import.fault.no-columns",
        };

    /// <summary>Key of the words.</summary>
    public static string WordsOf(RowVerdict verdict) =>
        verdict switch
        {
            RowVerdict.Add => "manage.import.verdict.add",
            RowVerdict.Change => "manage.import.verdict.change",
            RowVerdict.Same => "manage.import.verdict.same",
            RowVerdict.PerhapsSame => "manage.import.verdict.perhaps-same",
            RowVerdict.Refused => "manage.import.verdict.refused",
        };

    private string Key => $"people-import:{current.Viewer.Account}";

    private async Task<IActionResult> RefuseAsync(string words)
    {
        Refused = words;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await ShowAsync();
        return Page();
    }

    private async Task ShowAsync()
    {
        var imports = await db
            .PeopleImports.AsNoTracking()
            .Where(one => one.UndoneAt == null)
            .OrderByDescending(one => one.TakenAt)
            .Take(ShownImports)
            .ToListAsync();
        var ids = imports.Select(one => one.Id).ToList();
        var effects = await db
            .ImportedPeople.Where(one => ids.Contains(one.ImportId))
            .GroupBy(one => new { one.ImportId, one.Effect })
            .Select(group => new { group.Key, People = group.Count() })
            .ToListAsync();
        Taken =
        [
            .. imports.Select(one => new TakenImport(
                one.Id,
                one.TakenAt,
                Sum(one.Id, ImportEffect.Added),
                Sum(one.Id, ImportEffect.Changed)
            )),
        ];

        int Sum(PeopleImportId id, ImportEffect effect) =>
            effects.Find(one => one.Key.ImportId == id && one.Key.Effect == effect)?.People ?? 0;
    }
}
