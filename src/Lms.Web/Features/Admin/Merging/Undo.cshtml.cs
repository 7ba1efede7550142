using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Admin.Merging;

/// <summary>A merge as it was done, and parting the two entries again.</summary>
[Authorize(Policy = nameof(AccessRole.Admin))]
public sealed class UndoModel(LmsDbContext db, LookedAt looked, OrganisationPack pack) : PageModel
{
    public PersonMerge Merge { get; private set; } = null!;

    public string From { get; private set; } = "";

    public string Into { get; private set; } = "";

    /// <summary>Key of the words for what was refused; null when nothing.</summary>
    public string? Refused { get; private set; }

    /// <summary>Rows of each table; what is no table is left out.</summary>
    public IEnumerable<(string Table, int Rows)> Moved =>
        Merge
            .Moved.Where(table => !table.Key.Contains('.'))
            .Select(table => (table.Key, table.Value.Count));

    public DateTimeOffset At => TimeZoneInfo.ConvertTime(Merge.MergedAt, pack.TimeZone);

    public Task<IActionResult> OnGetAsync(Guid merge) => ShowAsync(merge);

    public async Task<IActionResult> OnPostAsync(
        Guid merge,
        [FromServices] UndoMerge undo,
        [FromServices] CurrentViewer current
    )
    {
        switch (await undo.RunAsync(new(merge), current.Viewer.Account))
        {
            case UndoAnswer.Parted:
                TempData["Told"] = HttpContext.Texts()["admin.merge.undone"];
                return LocalRedirect(
                    $"/admin/people/{await db.PersonMerges.Where(one => one.Id == new PersonMergeId(merge)).Select(one => one.PersonId.Value).SingleAsync()}"
                );
            case UndoAnswer.Later:
                Refused = "admin.merge.undo.later";
                return await ShowAsync(merge);
            case UndoAnswer.Erased:
                Refused = "admin.merge.undo.erased";
                return await ShowAsync(merge);
            case UndoAnswer.Unknown:
            default:
                return NotFound();
        }
    }

    private async Task<IActionResult> ShowAsync(Guid id)
    {
        var found = await db
            .PersonMerges.AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == new PersonMergeId(id) && one.UndoneAt == null);
        if (found is null)
        {
            return NotFound();
        }

        Merge = found;
        From = await NameAsync(found.PersonId);
        Into = await NameAsync(found.Into);
        await looked.PeopleAsync(found.PersonId, found.Into);
        return Page();
    }

    private async Task<string> NameAsync(PersonId id) =>
        (await db.People.AsNoTracking().SingleAsync(person => person.Id == id)).Name.Full;
}
