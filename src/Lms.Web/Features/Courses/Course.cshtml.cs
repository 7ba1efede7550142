using Lms.Domain.Courses;
using Lms.Domain.Learning;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Certifying;
using Lms.Web.Features.Shared.Kept;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Courses;

[AllowAnonymous]
[KeptForAnyone]
public sealed class CourseModel(
    PublishedCourses courses,
    CatchUp catchUp,
    CourseVisits visits,
    NextSteps next,
    CurrentViewer current,
    QuizScores scores,
    NewsReads news,
    LmsDbContext db,
    OwedChanges owed,
    OrganisationPack pack
) : PageModel
{
    private NextStep? step;

    /// <summary>The version the viewer learns on, else the newest.</summary>
    public PublishedCourse Course { get; private set; } = null!;

    public PublishedCourse Newest { get; private set; } = null!;

    public Standing? Standing { get; private set; }

    /// <summary>What the learner has not been told yet; null when nothing.</summary>
    public VersionNews? News { get; private set; }

    /// <summary>What an act changed since the viewer was certified, still to be taken; null for nothing.</summary>
    public OwedChange? Owed { get; private set; }

    public Viewer Viewer => current.Viewer;

    public OrganisationPack Pack => pack;

    /// <summary>Quiz → the score that counts of the learner's attempts.</summary>
    public IReadOnlyDictionary<ActivityId, Score> Scores { get; private set; } =
        new Dictionary<ActivityId, Score>();

    /// <summary>Archived, and the viewer has not begun it.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Courses to be completed first.</summary>
    public IReadOnlyList<PublishedCourse> Missing { get; private set; } = [];

    /// <summary>The first activity until the course is begun; null when it is completed.</summary>
    public PublishedActivity? Next => Standing is null ? Course.Activities[0] : step?.Activity;

    /// <summary>The address of the next thing.</summary>
    public string NextAddress => step?.In(Course) ?? $"/courses/{Course.Slug}/{Next?.Slug}";

    public static string DoneWords(ActivityKind kind) =>
        kind switch
        {
            ActivityKind.Lesson => "courses.done.read",
            ActivityKind.LiveSession => "courses.done.attended",
            ActivityKind.Quiz => "courses.done.passed",
            ActivityKind.Case => "courses.done.finished",
        };

    /// <summary>Key of the words beside an activity that is not done.</summary>
    public static string KindWords(ActivityKind kind) =>
        kind switch
        {
            ActivityKind.Lesson => "courses.not-yet",
            ActivityKind.Quiz => "courses.quiz",
            ActivityKind.Case => "courses.case",
            ActivityKind.LiveSession => "courses.session",
        };

    public async Task<IActionResult> OnGetAsync(string course)
    {
        if (!await FindAsync(course))
        {
            return NotFound();
        }

        if (Course.Manifest.IsPrivate && !Viewer.IsSignedIn)
        {
            return Challenge();
        }

        News = Standing is null ? null : await news.FindAsync(Standing, Newest);
        Owed = Viewer.Person is { } person ? await owed.OfAsync(db, person, Newest) : null;
        return Page();
    }

    /// <summary>The learner has read what changed.</summary>
    public async Task<IActionResult> OnPostToldAsync(string course)
    {
        if (!await FindAsync(course) || Standing is null)
        {
            return NotFound();
        }

        await news.ToldAsync(Standing);
        return LocalRedirect($"/courses/{Course.Slug}");
    }

    public async Task<IActionResult> OnPostStartAsync(string course, [FromServices] Enrol enrol)
    {
        if (!await FindAsync(course))
        {
            return NotFound();
        }

        if (Viewer.Person is not { } person)
        {
            return Challenge();
        }

        if (Missing.Count > 0 || IsClosed || Next is not { } first)
        {
            return LocalRedirect($"/courses/{Course.Slug}");
        }

        await enrol.RunAsync(person, Course);
        return LocalRedirect($"/courses/{Course.Slug}/{first.Slug}");
    }

    private async Task<bool> FindAsync(string slug)
    {
        if (await courses.FindAsync(slug) is not { } newest)
        {
            return false;
        }

        Standing = await catchUp.RunAsync(Viewer, newest);
        Newest = newest;
        Course = Standing?.Course ?? newest;
        if (visits.IsHidden(Course, Standing))
        {
            return false;
        }

        IsClosed = await visits.IsClosedAsync(Course, Standing);
        Missing = Standing?.CompletedAt is null ? await visits.MissingAsync(Course) : [];
        if (Standing is not null)
        {
            Scores = await scores.OfAsync(Standing);
            step = await next.OfAsync(Standing);
        }

        return true;
    }
}
