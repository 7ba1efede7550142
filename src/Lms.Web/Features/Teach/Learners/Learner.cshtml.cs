using Lms.Domain.Learning;
using Lms.Web.Access;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Teach.Learners;

[Authorize(Policy = nameof(AccessRole.Trainer))]
public sealed class LearnerModel(TaughtLearners learners, TaughtCourses taught, TimeProvider time)
    : PageModel
{
    public Learner Learner { get; private set; } = null!;

    public Guid Operation { get; private set; }

    public bool IsRefused { get; private set; }

    [TempData]
    public string? Told { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid person, [FromServices] LookedAt looked)
    {
        if (!await FindAsync(person))
        {
            return NotFound();
        }

        await looked.PeopleAsync(Learner.Id);
        return Page();
    }

    public async Task<IActionResult> OnPostTimeAsync(
        Guid person,
        string? factor,
        [FromServices] SetTimeFactor set
    )
    {
        if (!await FindAsync(person) || taught.Actor is not { } actor)
        {
            return NotFound();
        }

        if (!Enum.TryParse<TimeFactor>(factor, out var chosen) || !Enum.IsDefined(chosen))
        {
            return BadRequest();
        }

        await set.RunAsync(Learner.Id, chosen, actor);
        Told = HttpContext.Texts()["teach.learner.time.set"];
        return Here(person);
    }

    public async Task<IActionResult> OnPostExtraAsync(
        Guid person,
        Guid enrolment,
        Guid quiz,
        string? reason,
        Guid operation,
        [FromServices] GrantExtraAttempt grant
    )
    {
        if (
            !await FindAsync(person)
            || taught.Actor is not { } actor
            || !Learner.Quizzes.Any(one =>
                one.Enrolment.Value == enrolment && one.Quiz.Id.Value == quiz
            )
        )
        {
            return NotFound();
        }

        var answer = await grant.RunAsync(
            new(enrolment),
            new(quiz),
            reason ?? "",
            new(operation),
            actor
        );
        if (answer != GrantAnswer.Granted)
        {
            IsRefused = true;
            return Page();
        }

        Told = HttpContext.Texts()["teach.learner.extra.granted"];
        return Here(person);
    }

    private LocalRedirectResult Here(Guid person) => LocalRedirect($"/teach/learners/{person}");

    private async Task<bool> FindAsync(Guid person)
    {
        if (await learners.FindAsync(new(person)) is not { } found)
        {
            return false;
        }

        Learner = found;
        Operation = time.NewId();
        return true;
    }
}
