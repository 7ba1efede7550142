using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Teach.Grading;

[Authorize(Policy = nameof(AccessRole.Trainer))]
public sealed class IndexModel(
    WaitingAnswers waiting,
    TaughtCourses taught,
    LookedAt looked,
    OrganisationPack pack
) : PageModel
{
    /// <summary>Names are hidden while marking; the choice goes along in the address.</summary>
    [BindProperty(SupportsGet = true, Name = "blind")]
    public bool IsBlind { get; set; }

    public IReadOnlyList<WaitingAnswer> Waiting { get; private set; } = [];

    /// <summary>Quizzes of the trainer's courses, whose keys may have changed.</summary>
    public IReadOnlyList<(PublishedCourse Course, PublishedActivity Quiz)> Quizzes
    {
        get;
        private set;
    } = [];

    public OrganisationPack Pack => pack;

    public async Task OnGetAsync()
    {
        Waiting = await waiting.AllAsync(IsBlind);
        if (!IsBlind)
        {
            await looked.ListAsync(Waiting.Select(one => one.Attempt.PersonId).Distinct().Count());
        }

        Quizzes =
        [
            .. (await taught.AllAsync()).SelectMany(course =>
                course
                    .Activities.Where(activity => activity.Quiz is not null)
                    .Select(activity => (course, activity))
            ),
        ];
    }
}
