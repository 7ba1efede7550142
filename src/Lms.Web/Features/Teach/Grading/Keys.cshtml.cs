using Lms.Domain.Courses;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Teach.Grading;

/// <summary>Who would move from failed to passed by the keys of a version, and applying that.</summary>
[Authorize(Policy = nameof(AccessRole.Trainer))]
public sealed class KeysModel(
    TaughtCourses taught,
    PublishedCourses courses,
    LmsDbContext db,
    Regrade regrade
) : PageModel
{
    public PublishedCourse Judging { get; private set; } = null!;

    public PublishedActivity Quiz { get; private set; } = null!;

    /// <summary>Numbers of all versions that have the quiz, the newest first.</summary>
    public IReadOnlyList<int> Versions { get; private set; } = [];

    public IReadOnlyList<RegradedAttempt> Changed { get; private set; } = [];

    public bool IsRefused { get; private set; }

    public string Reason { get; private set; } = "";

    [TempData]
    public int? Applied { get; set; }

    public async Task<IActionResult> OnGetAsync(string course, string activity, int? version) =>
        await FindAsync(course, activity, version) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(
        string course,
        string activity,
        int? version,
        string? reason
    )
    {
        if (!await FindAsync(course, activity, version) || taught.Actor is not { } actor)
        {
            return NotFound();
        }

        Reason = reason ?? "";
        if (await regrade.ApplyAsync(Judging, Quiz.Id, Reason, actor) is not { } applied)
        {
            IsRefused = true;
            return Page();
        }

        Applied = applied;
        return LocalRedirect(
            $"/teach/grading/{Judging.Slug}/{Quiz.Slug}/keys?version={Judging.Number}"
        );
    }

    private async Task<bool> FindAsync(string slug, string activity, int? number)
    {
        if (
            await taught.FindAsync(slug) is not { } newest
            || newest.Find(activity) is not { Quiz: not null } quiz
        )
        {
            return false;
        }

        var versions = await db
            .CourseVersions.Where(version =>
                version.CourseId == newest.Id
                && version.Activities.Any(one =>
                    one.ActivityId == quiz.Id && one.Kind == ActivityKind.Quiz
                )
            )
            .OrderByDescending(version => version.Number)
            .Select(version => new { version.Number, version.Id })
            .ToListAsync();
        if (versions.Find(version => version.Number == (number ?? newest.Number)) is not { } chosen)
        {
            return false;
        }

        Versions = [.. versions.Select(version => version.Number)];
        Judging = await courses.OfAsync(chosen.Id);
        Quiz = Judging.Find(quiz.Id);
        Changed = await regrade.PreviewAsync(Judging, quiz.Id);
        return true;
    }
}
