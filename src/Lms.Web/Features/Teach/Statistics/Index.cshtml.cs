using Lms.Domain.Courses;
using Lms.Web.Access;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Teach.Statistics;

[Authorize(Policy = nameof(AccessRole.Trainer))]
public sealed class IndexModel(TaughtCourses taught) : PageModel
{
    public IReadOnlyList<PublishedCourse> Courses { get; private set; } = [];

    public async Task OnGetAsync() => Courses = await taught.AllAsync();

    public static IEnumerable<PublishedActivity> Counted(PublishedCourse course) =>
        course.Activities.Where(activity =>
            activity.Kind is ActivityKind.Quiz or ActivityKind.Case
        );
}
