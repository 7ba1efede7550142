using Lms.Web.Access;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Learn;

/// <summary>One duty of the visitor: by when, why, and more time when it is needed.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class DueModel(DueReads reads, AskForTime ask, CurrentViewer current) : PageModel
{
    public DutyRow Row { get; private set; } = null!;

    /// <summary>Key of why the wish is not taken; null when it is.</summary>
    public string? Fault { get; private set; }

    public string? Until { get; private set; }

    public string? Reason { get; private set; }

    [TempData]
    public string? Told { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid assignment) =>
        await FindAsync(assignment) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid assignment, string? until, string? reason)
    {
        if (current.Viewer.Person is not { } person || !await FindAsync(assignment))
        {
            return NotFound();
        }

        (Until, Reason) = (until, reason);
        switch (await ask.RunAsync(new(assignment), person, GrantWords.DayTyped(until), reason))
        {
            case AskAnswer.Asked:
                Told = HttpContext.Texts()["learn.due.asked"];
                return LocalRedirect($"/learn/due/{assignment}");
            case AskAnswer.Unknown:
                return NotFound();
            case AskAnswer.Waits:
                Fault = "learn.due.waits";
                break;
            case AskAnswer.BadDay:
                Fault = "learn.due.bad-day";
                break;
            case AskAnswer.BadReason:
                Fault = "learn.due.bad-reason";
                break;
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<bool> FindAsync(Guid assignment)
    {
        if (current.Viewer.Person is not { } person)
        {
            return false;
        }

        var found = (await reads.OfAsync(person, HttpContext.Texts())).FirstOrDefault(row =>
            row.Duty.Id.Value == assignment
        );
        Row = found!;
        return found is not null;
    }
}
