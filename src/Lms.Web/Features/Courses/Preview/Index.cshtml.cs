using Lms.Domain.Courses;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Courses.Preview;

/// <summary>The page of a course as its draft says, for its authors.</summary>
[Authorize(Policy = nameof(AccessRole.Author))]
public sealed class IndexModel(Previews previews, OrganisationPack pack) : PageModel
{
    public DraftPreview Draft { get; private set; } = null!;

    public OrganisationPack Pack => pack;

    /// <summary>The words of the course in the reader's language; null when it is not translated.</summary>
    public ManifestTranslation? Words =>
        Draft.Course!.Manifest.Translations.GetValueOrDefault(HttpContext.Texts().Language);

    public async Task<IActionResult> OnGetAsync(string course)
    {
        Response.Headers.CacheControl = "no-store";
        if (await previews.FindAsync(course) is not { } draft)
        {
            return NotFound();
        }

        Draft = draft;
        return Page();
    }
}
