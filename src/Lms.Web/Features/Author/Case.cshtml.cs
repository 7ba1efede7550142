using Lms.Web.Access;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Author;

/// <summary>The ways through a case as its file says today.</summary>
[Authorize(Policy = nameof(AccessRole.Author))]
public sealed class CaseModel(Drafts drafts) : PageModel
{
    public string Title { get; private set; } = "";

    public CaseDrawing Drawing { get; private set; } = null!;

    public IActionResult OnGet(string course, string activity)
    {
        if (
            drafts.Find(course)?.Draft is not { } draft
            || draft.Activities.FirstOrDefault(one => one.Slug == activity)
                is not { Words.Case: { Scenes.Count: > 0 } branching } found
        )
        {
            return NotFound();
        }

        Title = found.Title;
        Drawing = new(branching, draft.Manifest.Language);
        return Page();
    }
}
