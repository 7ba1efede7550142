using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Courses;

[AllowAnonymous]
public sealed class CourseModel(
    PublishedCourses courses,
    Standings standings,
    CurrentViewer current,
    OrganisationPack pack
) : PageModel
{
    /// <summary>The version the viewer learns on, else the newest.</summary>
    public PublishedCourse Course { get; private set; } = null!;

    public Standing? Standing { get; private set; }

    public Viewer Viewer => current.Viewer;

    public OrganisationPack Pack => pack;

    /// <summary>The one next thing: the first step that is left.</summary>
    public PublishedActivity? Next =>
        Standing is { } standing
            ? (
                standing.Progress.Left.Count > 0
                    ? Course.Find(standing.Progress.Left[0].Activity)
                    : null
            )
            : Course.Activities[0];

    public async Task<IActionResult> OnGetAsync(string course)
    {
        if (!await FindAsync(course))
        {
            return NotFound();
        }

        return Page();
    }

    public async Task<IActionResult> OnPostStartAsync(string course, [FromServices] Enrol enrol)
    {
        if (!await FindAsync(course))
        {
            return NotFound();
        }

        if (Viewer.Person is not { } person)
        {
            return Challenge();
        }

        await enrol.RunAsync(person, Course);
        return LocalRedirect($"/courses/{Course.Slug}/{Next!.Slug}");
    }

    private async Task<bool> FindAsync(string slug)
    {
        if (await courses.FindAsync(slug) is not { } newest)
        {
            return false;
        }

        Standing = await standings.FindAsync(Viewer, newest.Id);
        Course = Standing?.Course ?? newest;
        return true;
    }
}
