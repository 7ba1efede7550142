using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Home;

[AllowAnonymous]
public sealed class IndexModel(
    PublishedCourses courses,
    OrganisationPack pack,
    CurrentViewer current,
    TimeProvider time
) : PageModel
{
    public IReadOnlyList<PublishedCourse> Courses { get; private set; } = [];

    public OrganisationPack Pack => pack;

    /// <summary>Null out of season.</summary>
    public CampaignBanner? Campaign =>
        CampaignBanner.Of(pack, pack.DayOf(time.Now()), HttpContext.Texts());

    public bool IsSignedIn => current.Viewer.IsSignedIn;

    public async Task OnGetAsync()
    {
        var shown = new List<PublishedCourse>();
        foreach (var course in await courses.AllAsync())
        {
            if (!await courses.IsArchivedAsync(course.Id))
            {
                shown.Add(course);
            }
        }

        Courses = shown;
    }
}
