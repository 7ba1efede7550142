using Lms.Domain.Requirements;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Assigning;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Announcements;

/// <summary>What the visitor is to read; each is confirmed once.</summary>
public sealed class IndexModel(
    LmsDbContext db,
    CurrentViewer current,
    OrganisationPack pack,
    TimeProvider time
) : PageModel
{
    public IReadOnlyList<(Announcement Text, DateTimeOffset? ReadAt)> All { get; private set; } =
    [];

    [TempData]
    public string? Told { get; set; }

    public string Html(Announcement one) => AnnouncementText.Html(one.Body, pack);

    public string Day(DateTimeOffset at) => HttpContext.Texts().Day(pack.DayOf(at));

    public Task OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        await ShowAsync();
        if (
            current.Viewer.Person is not { } person
            || All.Select(one => one.Text.Id).All(known => known.Value != id)
        )
        {
            return NotFound();
        }

        await db.WriteAsync(async () =>
        {
            if (
                !await db.AnnouncementsRead.AnyAsync(one =>
                    one.PersonId == person && one.AnnouncementId == new AnnouncementId(id)
                )
            )
            {
                db.AnnouncementsRead.Add(
                    new AnnouncementRead
                    {
                        AnnouncementId = new(id),
                        PersonId = person,
                        ReadAt = time.Now(),
                    }
                );
                await db.SaveChangesAsync();
            }
        });
        Told = HttpContext.Texts()["announcements.done"];
        return LocalRedirect("/announcements");
    }

    private async Task ShowAsync()
    {
        if (current.Viewer.Person is { } person)
        {
            All = await AnnouncementAudience.ForAsync(db, pack, person, pack.DayOf(time.Now()));
        }
    }
}
