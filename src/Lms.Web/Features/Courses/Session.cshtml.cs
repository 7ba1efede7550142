using Lms.Domain.Courses;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Courses;

/// <summary>
/// A live session in its course. Its slides belong to the meeting: whoever leads it or writes it reads
/// them here, with the notes; a participant reads what the session is.
/// </summary>
public sealed class SessionModel(
    CourseVisits visits,
    LmsDbContext db,
    CurrentViewer current,
    OrganisationPack pack,
    TimeProvider time
) : PageModel
{
    private CourseVisit visit = null!;

    public PublishedCourse Course => visit.Course;

    public PublishedActivity Activity => visit.Activity;

    public CourseEntry Entry => visit.Entry;

    /// <summary>Learns in the course: reads what was asked and answered.</summary>
    public bool IsLearning => visit.Standing is not null;

    public bool IsAttended => visit.Standing?.Progress.Done.Contains(Activity.Id) == true;

    /// <summary>In the reader's language where it is translated.</summary>
    public PublishedText Text => Activity.In(HttpContext.Texts().Language);

    /// <summary>Empty for a participant.</summary>
    public IReadOnlyList<SlideView> Slides { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string course, string activity)
    {
        if (await visits.FindAsync(course, activity, ActivityKind.LiveSession) is not { } found)
        {
            return NotFound();
        }

        visit = found;
        Slides = await LeadsAsync() ? [.. Text.Deck!.Slides.Select(SlideView.Of)] : [];
        return Page();
    }

    private async Task<bool> LeadsAsync()
    {
        var (viewer, today) = (current.Viewer, pack.DayOf(time.Now()));
        if (viewer.Has(AccessRole.Author))
        {
            return true;
        }

        var (account, course) = (viewer.Account, Course.Id);
        return viewer.Has(AccessRole.Trainer)
            && await db.CourseTrainers.AnyAsync(trainer =>
                trainer.AccountId == account
                && trainer.CourseId == course
                && trainer.From <= today
                && (trainer.To == null || trainer.To >= today)
            );
    }
}
