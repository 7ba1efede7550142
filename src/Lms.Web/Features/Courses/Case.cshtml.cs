using Lms.Domain.Cases;
using Lms.Domain.Courses;
using Lms.Web.Access;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Courses;

public sealed class CaseModel(
    CourseVisits visits,
    CurrentViewer current,
    CaseReads reads,
    TimeProvider time
) : PageModel
{
    private CourseVisit visit = null!;

    public PublishedCourse Course => visit.Course;

    public PublishedActivity Activity => visit.Activity;

    public Standing? Standing => visit.Standing;

    public CourseEntry Entry => visit.Entry;

    public bool HasPerson => current.Viewer.Person is not null;

    /// <summary>The first one first.</summary>
    public IReadOnlyList<PlayedRun> Runs { get; private set; } = [];

    /// <summary>The run the learner is in or has just ended; null before the first.</summary>
    public PlayedRun? Current => Runs.Count == 0 ? null : Runs[^1];

    /// <summary>A run that has ended can be read after the course has lost its case.</summary>
    public bool IsShown =>
        Entry is CourseEntry.Open || (Entry is CourseEntry.Gone && Current?.Play.IsOpen == false);

    /// <summary>As it would begin now, in the reader's language where it is translated.</summary>
    public PublishedText Text => CaseReads.TextOf(Activity, HttpContext.Texts().Language);

    public bool IsFinished => Standing?.Progress.Done.Contains(Activity.Id) == true;

    /// <summary>The next thing of the course; null when this case is it, or nothing is left.</summary>
    public PublishedActivity? Next =>
        Standing
            ?.Progress.Left.Select(step => Course.Find(step.Activity))
            .FirstOrDefault(left => left.Id != Activity.Id);

    /// <summary>Names the wish to begin, so that a double click begins one run.</summary>
    public Guid BeginOperation { get; private set; }

    /// <summary>The last press came from an old page and changed nothing; said once.</summary>
    [TempData]
    public bool WasLate { get; set; }

    public async Task<IActionResult> OnGetAsync(string course, string activity) =>
        await FindAsync(course, activity) ? Page() : NotFound();

    public async Task<IActionResult> OnPostBeginAsync(
        string course,
        string activity,
        Guid operation,
        [FromServices] BeginRun begin
    )
    {
        if (
            !await FindAsync(course, activity)
            || current.Viewer.Person is not { } person
            || Entry is not CourseEntry.Open
        )
        {
            return NotFound();
        }

        if (operation == Guid.Empty)
        {
            return BadRequest();
        }

        await begin.RunAsync(person, Course, Activity, new(operation));
        return Here();
    }

    public async Task<IActionResult> OnPostChooseAsync(
        string course,
        string activity,
        Guid run,
        int step,
        int choice,
        [FromServices] ChooseStep choose
    )
    {
        if (
            !await FindAsync(course, activity)
            || current.Viewer.Person is not { } person
            || Entry is not CourseEntry.Open
            || !Runs.Any(own => own.Run.Id.Value == run)
        )
        {
            return NotFound();
        }

        var answer = await choose.RunAsync(person, new(run), step, choice);
        WasLate = answer == ChoiceAnswer.Late;
        return answer == ChoiceAnswer.Unknown ? NotFound() : Here();
    }

    // What is new on the page is at its own place, which takes the focus.
    private LocalRedirectResult Here() =>
        LocalRedirect($"/courses/{Course.Slug}/{Activity.Slug}#now");

    private async Task<bool> FindAsync(string course, string activity)
    {
        if (await visits.FindAsync(course, activity, ActivityKind.Case) is not { } found)
        {
            return false;
        }

        visit = found;
        Runs = Standing is { } standing
            ? await reads.RunsAsync(standing.Enrolment, Activity.Id, HttpContext.Texts().Language)
            : [];
        BeginOperation = time.NewId();
        return true;
    }
}
