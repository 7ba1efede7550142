using Lms.Domain.Courses;
using Lms.Domain.Live;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Asked;

/// <summary>
/// Questions that sessions of a course left open. Its trainers see all of them and answer; learners of
/// the course read what was answered.
/// </summary>
public sealed class IndexModel(
    PublishedCourses courses,
    LmsDbContext db,
    CurrentViewer current,
    OrganisationPack pack,
    TimeProvider time
) : PageModel
{
    public PublishedCourse Course { get; private set; } = null!;

    public bool Teaches { get; private set; }

    /// <summary>Waiting, the oldest first; empty for learners.</summary>
    public IReadOnlyList<CourseQuestion> Waiting { get; private set; } = [];

    public IReadOnlyList<CourseQuestion> Answered { get; private set; } = [];

    public string? Refused { get; private set; }

    [TempData]
    public string? Told { get; set; }

    public async Task<IActionResult> OnGetAsync(string course)
    {
        if (!await FindAsync(course))
        {
            return NotFound();
        }

        await ReadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAnswerAsync(
        string course,
        Guid question,
        string? text,
        string? answer,
        [FromServices] AnswerQuestion use
    ) => await KeepAsync(course, question, text, answer ?? "", use);

    public async Task<IActionResult> OnPostDismissAsync(
        string course,
        Guid question,
        [FromServices] AnswerQuestion use
    ) => await KeepAsync(course, question, null, null, use);

    private async Task<IActionResult> KeepAsync(
        string course,
        Guid question,
        string? text,
        string? answer,
        AnswerQuestion use
    )
    {
        if (!await FindAsync(course) || !Teaches || current.Viewer.Account is not { } account)
        {
            return NotFound();
        }

        switch (await use.RunAsync(Course.Id, new(question), text, answer, account))
        {
            case AnswerQuestionAnswer.Kept:
                Told = HttpContext.Texts()[answer is null ? "asked.dismissed" : "asked.kept"];
                return LocalRedirect($"/sessions/questions/{course}");
            case AnswerQuestionAnswer.NeedsWords:
                await ReadAsync();
                Refused = HttpContext.Texts()["asked.needs-words"];
                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                return Page();
            case AnswerQuestionAnswer.Unknown:
            default:
                return NotFound();
        }
    }

    private async Task<bool> FindAsync(string slug)
    {
        if (await courses.FindAsync(slug) is not { } found)
        {
            return false;
        }

        Course = found;
        var (viewer, today) = (current.Viewer, pack.DayOf(time.Now()));
        var (account, person, id) = (viewer.Account, viewer.Person, found.Id);
        Teaches =
            viewer.Has(AccessRole.Trainer)
            && await db.CourseTrainers.AnyAsync(trainer =>
                trainer.AccountId == account
                && trainer.CourseId == id
                && trainer.From <= today
                && (trainer.To == null || trainer.To >= today)
            );
        return Teaches
            || await db.Enrolments.AnyAsync(one => one.PersonId == person && one.CourseId == id);
    }

    private async Task ReadAsync()
    {
        var id = Course.Id;
        var all = await db
            .CourseQuestions.AsNoTracking()
            .Where(one => one.CourseId == id && !one.IsDismissed)
            .OrderBy(one => one.AskedAt)
            .ToListAsync();
        Waiting = Teaches ? all.FindAll(one => one.AnsweredAt is null) : [];
        Answered = [.. all.Where(one => one.AnsweredAt is not null).Reverse()];
    }
}
