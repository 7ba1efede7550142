using Lms.Domain.Courses;
using Lms.Domain.Learning;
using Lms.Domain.People;
using Lms.Domain.Quizzes;
using Lms.Web.Access;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Courses;

public sealed class QuizModel(
    PublishedCourses courses,
    CatchUp catchUp,
    CurrentViewer current,
    QuizReads reads,
    TimeProvider time
) : PageModel
{
    private IReadOnlyList<Attempt> attempts = [];

    public PublishedCourse Course { get; private set; } = null!;

    public PublishedActivity Activity { get; private set; } = null!;

    public Standing? Standing { get; private set; }

    public bool HasPerson => current.Viewer.Person is not null;

    /// <summary>The attempt the learner is in; null outside one.</summary>
    public Attempt? Open { get; private set; }

    /// <summary>The last closed attempt; null before the first.</summary>
    public Attempt? Last { get; private set; }

    public bool HasPassed => attempts.Any(attempt => attempt.Result?.IsPassed == true);

    public OpeningDecision Opening { get; private set; } = new OpeningDecision.NoneLeft();

    public Allowance Allowance { get; private set; } = Allowance.None;

    /// <summary>Set when the learner finishes with questions unanswered and has not confirmed.</summary>
    public bool AsksToConfirm { get; private set; }

    /// <summary>Names the wish to open an attempt, so that a double click opens one.</summary>
    public Guid StartOperation { get; private set; }

    public Quiz Quiz => Activity.Quiz!;

    public async Task<IActionResult> OnGetAsync(string course, string activity) =>
        await FindAsync(course, activity) ? Page() : NotFound();

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

        await start.RunAsync(person, Course, Activity, new(operation));
        return Here();
    }

    public async Task<IActionResult> OnPostSaveAsync(
        string course,
        string activity,
        Guid attempt,
        [FromServices] SaveAnswers save
    )
    {
        if (!await FindAsync(course, activity) || current.Viewer.Person is not { } person)
        {
            return NotFound();
        }

        await SaveFormAsync(save, person, attempt);
        return Here();
    }

    public async Task<IActionResult> OnPostSubmitAsync(
        string course,
        string activity,
        Guid attempt,
        bool confirmed,
        [FromServices] SaveAnswers save,
        [FromServices] SubmitAttempt submit
    )
    {
        if (!await FindAsync(course, activity) || current.Viewer.Person is not { } person)
        {
            return NotFound();
        }

        var unanswered = await SaveFormAsync(save, person, attempt) ?? Open?.Unanswered();
        if (!confirmed && unanswered > 0)
        {
            await FindAsync(course, activity);
            AsksToConfirm = Open is not null;
            return Page();
        }

        return await submit.RunAsync(new(attempt)) is null ? NotFound() : Here();
    }

    public string Clock(DateTimeOffset instant, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(instant, zone).ToString("HH:mm", HttpContext.Texts().Culture);

    private LocalRedirectResult Here() => LocalRedirect($"/courses/{Course.Slug}/{Activity.Slug}");

    /// <summary>
    /// The answers of a form posted without a script: only those that differ from what is saved, so
    /// that the same form sent twice saves once. A script clears the mark and sends its own.
    /// </summary>
    /// <returns>Questions without an answer; null when the form carries none.</returns>
    private async Task<int?> SaveFormAsync(SaveAnswers save, PersonId person, Guid attempt)
    {
        if (Open?.Id.Value != attempt || Request.Form["answers"] != "form")
        {
            return null;
        }

        var unanswered = 0;
        var saved = Open.LastValues();
        foreach (var question in Open.Paper.Questions)
        {
            var given = Request.Form[$"q-{question.QuestionId}"].OfType<string>().ToList();
            unanswered += given.Count == 0 ? 1 : 0;
            var before = saved.GetValueOrDefault(question.QuestionId) ?? [];
            if (!before.ToHashSet().SetEquals(given))
            {
                await save.RunAsync(
                    new(Open.Id, person, question.QuestionId, given, new(time.NewId()))
                );
            }
        }

        return unanswered;
    }

    private async Task<bool> FindAsync(string slug, string activity)
    {
        if (await courses.FindAsync(slug) is not { } newest)
        {
            return false;
        }

        Standing = await catchUp.RunAsync(current.Viewer, newest);
        Course = Standing?.Course ?? newest;
        if (Course.Find(activity) is not { Kind: ActivityKind.Quiz } quiz)
        {
            return false;
        }

        Activity = quiz;
        attempts = Standing is { } standing
            ? await reads.AttemptsAsync(standing.Enrolment, quiz.Id)
            : [];
        Open = attempts.FirstOrDefault(attempt => attempt.Result is null);
        Last = attempts.LastOrDefault(attempt => attempt.Result is not null);
        Allowance =
            Standing is { } own && current.Viewer.Person is { } person
                ? await reads.AllowanceAsync(person, own.Enrolment, quiz.Id)
                : Allowance.None;
        Opening = Allowance.MayOpen(
            Quiz.Rules,
            [
                .. attempts.Select(a => new PastAttempt(
                    a.OpenedAt,
                    a.Result?.ClosedAt,
                    a.Extra is not null
                )),
            ],
            time.Now()
        );
        StartOperation = time.NewId();
        return true;
    }
}
