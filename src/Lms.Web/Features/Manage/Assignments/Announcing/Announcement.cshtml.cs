using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Assigning;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Manage.Assignments.Announcing;

/// <summary>One announcement, and who of the viewer's people has read it.</summary>
[Authorize(Policy = nameof(AccessRole.Manager))]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class AnnouncementModel(
    AnnouncementReads reads,
    PublishAnnouncement publish,
    AssignmentReads listed,
    OrganisationPack pack
) : PageModel
{
    public PublishedRow Row { get; private set; } = null!;

    public IReadOnlyList<ReaderRow> Readers { get; private set; } = [];

    public string BodyHtml { get; private set; } = "";

    /// <summary>Read by the list of announcements.</summary>
    [TempData]
    public string? Told { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid announcement)
    {
        if (await reads.FindAsync(new(announcement)) is not { } found)
        {
            return NotFound();
        }

        Row = found;
        Readers = await reads.ReadersAsync(found.Text);
        BodyHtml = AnnouncementText.Html(found.Text.Body, pack);
        await listed.RecordAsync(Readers.Count);
        return Page();
    }

    public async Task<IActionResult> OnPostEndAsync(Guid announcement)
    {
        if (await reads.FindAsync(new(announcement)) is not { IsOwn: true } found)
        {
            return NotFound();
        }

        await publish.EndAsync(found.Text.Id);
        Told = HttpContext.Texts()["manage.announce.ended"];
        return LocalRedirect("/manage/assignments/announcements");
    }

    public string DayOf(DateTimeOffset at) => HttpContext.Texts().Day(pack.DayOf(at));
}
