using System.Security.Cryptography;
using System.Text;
using Lms.Domain.Courses;
using Lms.Web.Access;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Kept;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Courses;

[AllowAnonymous]
[KeptForAnyone]
public sealed class LessonModel(CourseVisits visits, KeepOwnWork own, CurrentViewer current)
    : PageModel
{
    private CourseVisit visit = null!;

    public PublishedCourse Course => visit.Course;

    public PublishedActivity Lesson => visit.Activity;

    public Standing? Standing => visit.Standing;

    public CourseEntry Entry => visit.Entry;

    /// <summary>In the reader's language where it is translated.</summary>
    public PublishedText Text => Lesson.In(HttpContext.Texts().Language);

    public OwnWork Own { get; private set; } = OwnWork.None;

    public bool HasPerson => current.Viewer.Person is not null;

    /// <summary>Names the note among those that wait on a device, which people may share.</summary>
    public string NoteKey =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{current.Viewer.Person} {Lesson.Id}"))
        );

    public bool IsSignedIn => current.Viewer.IsSignedIn;

    public bool IsRead => Standing?.Progress.Done.Contains(Lesson.Id) == true;

    public PublishedActivity? Previous => Beside(-1);

    public PublishedActivity? Next => Beside(+1);

    public int LessonNumber =>
        Course.Activities.Count(a =>
            a.Kind == ActivityKind.Lesson && a.Position <= Lesson.Position
        );

    public int LessonCount => Course.Activities.Count(a => a.Kind == ActivityKind.Lesson);

    /// <summary>The lesson's HTML, with the reader's ticks in its checklists.</summary>
    public IHtmlContent Body =>
        HasPerson && Checklists.Has(Text) ? Checklists.Ticked(Text, Own.Ticked) : Text.Body;

    public async Task<IActionResult> OnGetAsync(string course, string activity)
    {
        if (!await FindAsync(course, activity))
        {
            return NotFound();
        }

        if (Entry is CourseEntry.SignIn)
        {
            return Challenge();
        }

        if (Entry is CourseEntry.Open && current.Viewer.Person is { } person)
        {
            Own = await own.ReadAsync(person, Lesson.Id);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostReadAsync(
        string course,
        string activity,
        [FromServices] MarkRead mark
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

        await mark.RunAsync(person, Course, Lesson.Id);
        return LocalRedirect(
            Next is { } next ? $"/courses/{Course.Slug}/{next.Slug}" : $"/courses/{Course.Slug}"
        );
    }

    /// <summary>The note of a form posted without a script.</summary>
    public async Task<IActionResult> OnPostNoteAsync(
        string course,
        string activity,
        string? note,
        int revision
    )
    {
        if (!await FindAsync(course, activity) || current.Viewer.Person is not { } person)
        {
            return NotFound();
        }

        var kept = await own.KeepNoteAsync(
            person,
            Lesson.Id,
            note?.ReplaceLineEndings("\n") ?? "",
            revision
        );
        return kept is NoteAnswer.Refused ? BadRequest() : Here("#notes");
    }

    /// <summary>The checklists of a form posted without a script.</summary>
    public async Task<IActionResult> OnPostTicksAsync(
        string course,
        string activity,
        string[] ticked
    )
    {
        if (!await FindAsync(course, activity) || current.Viewer.Person is not { } person)
        {
            return NotFound();
        }

        var entries = Checklists
            .EntriesOf(Text)
            .ToDictionary(entry => entry, entry => ticked.Contains(entry));
        await own.TickAsync(person, Lesson.Id, entries);
        return Here("#ticks");
    }

    private LocalRedirectResult Here(string anchor) =>
        LocalRedirect($"/courses/{Course.Slug}/{Lesson.Slug}{anchor}");

    private PublishedActivity? Beside(int steps) =>
        Course.Activities.ElementAtOrDefault(Lesson.Position + steps);

    private async Task<bool> FindAsync(string course, string activity)
    {
        if (await visits.FindAsync(course, activity, ActivityKind.Lesson) is not { } found)
        {
            return false;
        }

        visit = found;
        return true;
    }
}
