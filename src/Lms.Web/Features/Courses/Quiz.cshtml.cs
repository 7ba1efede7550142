using Lms.Domain.Learning;
using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Features.Courses.Questions;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Courses;

public sealed class QuizModel(
    QuizVisits visits,
    QuizReads reads,
    CurrentViewer current,
    TimeProvider time
) : PageModel
{
    public QuizVisit Visit { get; private set; } = null!;

    /// <summary>The attempt the learner is in, as its page shows it; null outside one.</summary>
    public PaperView? Paper { get; private set; }

    /// <summary>A closed attempt; null before the first and while one is open.</summary>
    public ResultView? Result { get; private set; }

    public bool HasPerson => current.Viewer.Person is not null;

    /// <summary>Names the wish to open an attempt, so that a double click opens one.</summary>
    public Guid StartOperation { get; private set; }

    /// <param name="attempt">Number of an older attempt to look at.</param>
    public async Task<IActionResult> OnGetAsync(string course, string activity, int? attempt) =>
        await FindAsync(course, activity) && await ShowAsync(attempt) ? Page() : NotFound();

    /// <summary>A button that the page does not have.</summary>
    public IActionResult OnPost() => NotFound();

    public async Task<IActionResult> OnPostStartAsync(
        string course,
        string activity,
        Guid operation,
        [FromServices] StartAttempt start
    )
    {
        if (!await FindAsync(course, activity) || current.Viewer.Person is not { } person)
        {
            return NotFound();
        }

        if (operation == Guid.Empty)
        {
            return BadRequest();
        }

        if (Visit.Entry is CourseEntry.Open)
        {
            await start.RunAsync(person, Visit.Course, Visit.Activity, new(operation));
        }

        return Here();
    }

    /// <param name="file">Question whose file the learner goes on to add.</param>
    public async Task<IActionResult> OnPostSaveAsync(
        string course,
        string activity,
        Guid attempt,
        string? file,
        [FromServices] QuizForms forms
    )
    {
        if (!await FindAsync(course, activity) || current.Viewer.Person is not { } person)
        {
            return NotFound();
        }

        var form = await SaveFormAsync(forms, person, attempt);
        return form.HasFaults ? await AgainAsync(form)
            : file is null ? Here()
            : LocalRedirect($"{Address}/files/{Uri.EscapeDataString(file)}");
    }

    /// <summary>Where questions come one at a time: this answer, and on.</summary>
    public async Task<IActionResult> OnPostNextAsync(
        string course,
        string activity,
        Guid attempt,
        string question,
        Guid operation,
        [FromServices] QuizForms forms,
        [FromServices] MoveOn move
    )
    {
        if (!await FindAsync(course, activity) || Visit.Open?.Id.Value != attempt)
        {
            return Visit is null ? NotFound() : Here();
        }

        var form = await forms.ReadAsync(Visit.Open, Request.Form);
        if (form.HasFaults)
        {
            return await AgainAsync(form);
        }

        await move.RunAsync(
            Visit.Open.Id,
            question,
            form.Given.GetValueOrDefault(question) ?? GivenValues.None,
            new(operation == Guid.Empty ? time.NewId() : operation)
        );
        return Here();
    }

    public async Task<IActionResult> OnPostSubmitAsync(
        string course,
        string activity,
        Guid attempt,
        bool confirmed,
        [FromServices] QuizForms forms,
        [FromServices] SubmitAttempt submit
    )
    {
        if (!await FindAsync(course, activity) || current.Viewer.Person is not { } person)
        {
            return NotFound();
        }

        var form = await SaveFormAsync(forms, person, attempt);
        if (form.HasFaults)
        {
            return await AgainAsync(form);
        }

        if (!confirmed && Visit.Open is { } open && open.Id.Value == attempt)
        {
            var whole = await reads.WholeAsync(open.Id);
            if (whole!.Unanswered() > 0)
            {
                await ShowAsync(null);
                Paper = Paper! with { AsksToConfirm = true };
                return Page();
            }
        }

        return await submit.RunAsync(new(attempt)) is null ? NotFound() : Here();
    }

    private string Address => $"/courses/{Visit.Course.Slug}/{Visit.Activity.Slug}";

    private LocalRedirectResult Here() => LocalRedirect(Address);

    private async Task<PostedForm> SaveFormAsync(QuizForms forms, PersonId person, Guid attempt)
    {
        if (Visit.Open?.Id.Value != attempt || Request.Form["answers"] != "form")
        {
            return PostedForm.Empty;
        }

        var form = await forms.ReadAsync(Visit.Open, Request.Form);
        await forms.SaveAsync(Visit.Open, person, form);
        return form;
    }

    private async Task<IActionResult> AgainAsync(PostedForm form)
    {
        await ShowAsync(null, form);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<bool> FindAsync(string slug, string activity)
    {
        if (await visits.FindAsync(slug, activity) is not { } visit)
        {
            return false;
        }

        Visit = visit;
        StartOperation = time.NewId();
        return true;
    }

    private async Task<bool> ShowAsync(int? number, PostedForm? typed = null)
    {
        var language = HttpContext.Texts().Language;
        if (Visit.Open is { } open)
        {
            var whole = await reads.WholeAsync(open.Id);
            var text = await visits.TextOfAsync(open, language);
            var files = await reads.FilesAsync(open.Id);
            Paper = PaperView.Of(whole!, text, files, typed ?? PostedForm.Empty, time);
            return true;
        }

        var shown = number is null
            ? Visit.Closed.LastOrDefault()
            : Visit.Closed.FirstOrDefault(attempt => attempt.Number == number);
        if (shown is not null)
        {
            Result = ResultView.Of(
                (await reads.WholeAsync(shown.Id))!,
                await visits.TextOfAsync(shown, language),
                await reads.FilesAsync(shown.Id),
                Visit
            );
        }

        return number is null || shown is not null;
    }
}
