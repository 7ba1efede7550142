using Lms.Domain.Quizzes;
using Lms.Web.Access;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Teach.Statistics;

[Authorize(Policy = nameof(AccessRole.Trainer))]
public sealed class QuizModel(TaughtCourses taught, FirstAttempts first) : PageModel
{
    public PublishedCourse Course { get; private set; } = null!;

    public PublishedActivity Activity { get; private set; } = null!;

    public IReadOnlyList<(Question Question, QuestionStatistics Seen)> Rows { get; private set; } =
    [];

    public async Task<IActionResult> OnGetAsync(string course, string activity)
    {
        if (
            await taught.FindAsync(course) is not { } found
            || found.Find(activity) is not { Quiz: not null } quiz
        )
        {
            return NotFound();
        }

        (Course, Activity) = (found, quiz);
        Rows = await first.OfAsync(quiz);
        return Page();
    }

    /// <summary>An option that draws at least as many as the key does, as surely as n allows.</summary>
    public static bool OutdrawsKey(Question question, QuestionStatistics seen, OptionUse use) =>
        seen.Count >= QuestionStatistics.Fewest
        && question is ChoiceQuestion choice
        && !choice.Options[use.Index].IsRight
        && seen.Options.Any(key =>
            choice.Options[key.Index].IsRight && key.Share.High < use.Share.Low
        );

    public string Percent(double share) => share.ToString("0 %", HttpContext.Texts().Culture);
}
