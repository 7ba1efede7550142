using Lms.Web.Access;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Teach.Statistics;

/// <summary>Which ways people went through a case, for those who teach its course.</summary>
[Authorize(Policy = nameof(AccessRole.Trainer))]
public sealed class CaseModel(TaughtCourses taught, FirstRuns first) : PageModel
{
    public string Title { get; private set; } = "";

    public CaseDrawing Drawing { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string course, string activity)
    {
        if (
            await taught.FindAsync(course) is not { } found
            || found.Find(activity) is not { Case: { } branching } story
        )
        {
            return NotFound();
        }

        Title = story.Title;
        Drawing = new(branching, story.Text.Language, await first.OfAsync(story));
        return Page();
    }
}
