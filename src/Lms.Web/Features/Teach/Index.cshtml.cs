using Lms.Web.Access;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Teach.Grading;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Teach;

[Authorize(Policy = nameof(AccessRole.Trainer))]
public sealed class IndexModel(TaughtCourses taught, WaitingAnswers waiting) : PageModel
{
    public IReadOnlyList<PublishedCourse> Courses { get; private set; } = [];

    public int Waiting { get; private set; }

    public async Task OnGetAsync()
    {
        Courses = await taught.AllAsync();
        Waiting = (await waiting.AllAsync(isBlind: true)).Count;
    }
}
