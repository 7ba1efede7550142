using Lms.Domain.Courses;
using Lms.Web.Access;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Courses;

public sealed class LessonModel(
    PublishedCourses courses,
    Standings standings,
    CurrentViewer current
) : PageModel
{
    public PublishedCourse Course { get; private set; } = null!;

    public PublishedActivity Lesson { get; private set; } = null!;

    public Standing? Standing { get; private set; }

    public bool HasPerson => current.Viewer.Person is not null;

    public bool IsRead => Standing?.Progress.Done.Contains(Lesson.Id) == true;

    public PublishedActivity? Previous => Beside(-1);

    public PublishedActivity? Next => Beside(+1);

    public int LessonNumber =>
        Course.Activities.Count(a =>
            a.Kind == ActivityKind.Lesson && a.Position <= Lesson.Position
        );

    public int LessonCount => Course.Activities.Count(a => a.Kind == ActivityKind.Lesson);

    public async Task<IActionResult> OnGetAsync(string course, string activity) =>
        await FindAsync(course, activity) ? Page() : NotFound();

    public async Task<IActionResult> OnPostReadAsync(
        string course,
        string activity,
        [FromServices] MarkRead mark
    )
    {
        if (!await FindAsync(course, activity) || current.Viewer.Person is not { } person)
        {
            return NotFound();
        }

        await mark.RunAsync(person, Course, Lesson.Id);
        return LocalRedirect(
            Next is { } next ? $"/courses/{Course.Slug}/{next.Slug}" : $"/courses/{Course.Slug}"
        );
    }

    private PublishedActivity? Beside(int steps) =>
        Course.Activities.ElementAtOrDefault(Lesson.Position + steps);

    private async Task<bool> FindAsync(string slug, string activity)
    {
        if (await courses.FindAsync(slug) is not { } newest)
        {
            return false;
        }

        Standing = await standings.FindAsync(current.Viewer, newest.Id);
        Course = Standing?.Course ?? newest;
        if (Course.Find(activity) is not { Kind: ActivityKind.Lesson } lesson)
        {
            return false;
        }

        Lesson = lesson;
        return true;
    }
}
