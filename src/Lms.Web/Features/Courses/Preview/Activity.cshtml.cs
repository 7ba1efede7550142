using Lms.Domain.Cases;
using Lms.Domain.Shared;
using Lms.Web.Access;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Courses.Preview;

/// <summary>One activity of a draft as a learner would see it: questions and cases can be tried.</summary>
[Authorize(Policy = nameof(AccessRole.Author))]
public sealed class ActivityModel(Previews previews, TriedPapers papers) : PageModel
{
    public DraftPreview Draft { get; private set; } = null!;

    public PublishedActivity Activity { get; private set; } = null!;

    public PublishedActivity? Previous =>
        Draft.Course!.Activities.ElementAtOrDefault(Activity.Position - 1);

    public PublishedActivity? Next =>
        Draft.Course!.Activities.ElementAtOrDefault(Activity.Position + 1);

    /// <summary>In the reader's language where it is translated.</summary>
    public PublishedText Text => Activity.In(HttpContext.Texts().Language);

    /// <summary>Null when there is nothing to answer.</summary>
    public TriedPaper? Paper { get; private set; }

    /// <summary>Null when it is no case, or one that has errors.</summary>
    public CaseScreen? Screen { get; private set; }

    /// <summary>Where the run through a case stands.</summary>
    public CasePlay? Play { get; private set; }

    /// <summary>The choices made, as the address has them.</summary>
    public string Way { get; private set; } = "";

    public string Address => $"{Draft.Address}/{Activity.Slug}";

    /// <param name="way">Choices made in a case, as <c>0.2.1</c>.</param>
    public async Task<IActionResult> OnGetAsync(string course, string activity, string? way)
    {
        if (!await FindAsync(course, activity) || !TryPlay(way ?? ""))
        {
            return NotFound();
        }

        Paper = papers.New(Activity, HttpContext.Texts().Language);
        return Page();
    }

    /// <summary>What was answered is graded, shown, and forgotten.</summary>
    public async Task<IActionResult> OnPostAsync(string course, string activity, string? paper)
    {
        if (!await FindAsync(course, activity))
        {
            return NotFound();
        }

        Paper = papers.Marked(
            Activity,
            HttpContext.Texts().Language,
            Draft.Stamp,
            paper,
            Request.Form
        );
        // The draft has changed since: its questions are asked anew.
        return Paper is null ? LocalRedirect(Address) : Page();
    }

    public string Seal() => papers.Seal(Paper!, Draft.Stamp);

    private bool TryPlay(string way)
    {
        if (Text.Case is not { Scenes.Count: > 0 } of)
        {
            return true;
        }

        try
        {
            var choices = TriedRun.ChoicesOf(way);
            Play = CasePlay.Of(of, choices);
            Screen = CaseScreen.Of(TriedRun.Of(of, choices));
            Way = way;
            return true;
        }
        catch (RuleViolation)
        {
            // Another state of the file had other choices.
            return false;
        }
    }

    private async Task<bool> FindAsync(string course, string slug)
    {
        Response.Headers.CacheControl = "no-store";
        if (
            await previews.FindAsync(course) is not { } draft
            || draft.Course?.Find(slug) is not { } activity
        )
        {
            return false;
        }

        (Draft, Activity) = (draft, activity);
        return true;
    }
}
