using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Courses;

[AllowAnonymous]
public sealed class IndexModel(PublishedCourses courses) : PageModel
{
    public IReadOnlyList<PublishedCourse> Courses { get; private set; } = [];

    public async Task OnGetAsync() => Courses = await courses.AllAsync();
}
