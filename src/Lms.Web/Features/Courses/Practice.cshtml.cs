using Lms.Domain.Courses;
using Lms.Domain.Learning;
using Lms.Domain.Quizzes;
using Lms.Web.Access;
using Lms.Web.Features.Courses.Questions;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Courses;

/// <summary>Asks one practice question of a lesson, and says what is right once it was answered.</summary>
[AllowAnonymous]
public sealed class PracticeModel(
    CourseVisits visits,
    OpenedQuestions opened,
    KeepPractice keep,
    CurrentViewer current,
    IChance chance
) : PageModel
{
    private static readonly Dictionary<string, int> NothingUsed = [];

    private CourseVisit visit = null!;
    private PaperText text = null!;

    /// <summary>Null once it was answered.</summary>
    public AskedQuestion? Asked { get; private set; }

    /// <summary>Null until it was answered.</summary>
    public MarkedQuestion? Marked { get; private set; }

    /// <summary>The layout of <see cref="Asked"/>, sealed.</summary>
    public string Sealed { get; private set; } = "";

    /// <summary>How the reader answered it last; null before the first time and without an account.</summary>
    public PracticeAnswer? Last { get; private set; }

    public bool IsSignedIn => current.Viewer.IsSignedIn;

    public string Title => visit.Activity.In(HttpContext.Texts().Language).Title;

    public string TitleLanguage => visit.Activity.In(HttpContext.Texts().Language).Language;

    public string Address => $"{LessonAddress}/practice/{Id}";

    public string Back => $"{LessonAddress}#{Id}";

    private string Id { get; set; } = "";

    private string LessonAddress => $"/courses/{visit.Course.Slug}/{visit.Activity.Slug}";

    public async Task<IActionResult> OnGetAsync(string course, string activity, string question)
    {
        if (await RefuseAsync(course, activity, question) is { } refusal)
        {
            return refusal;
        }

        var placed = Paper.Of(
            new(text.Source.Rules, [text.Source.Question(Id)]),
            NothingUsed,
            chance
        );
        Ask(placed.Questions[0], GivenValues.None);
        if (current.Viewer.Person is { } person)
        {
            Last = await keep.LastAsync(person, visit.Activity.Id, Id);
        }

        return Page();
    }

    /// <param name="paper">What the page sealed when it asked.</param>
    public async Task<IActionResult> OnPostAsync(
        string course,
        string activity,
        string question,
        string? paper
    )
    {
        if (await RefuseAsync(course, activity, question) is { } refusal)
        {
            return refusal;
        }

        if (
            opened.Read(paper) is not { } before
            || before.Version != visit.Course.Version
            || before.Placed.QuestionId != Id
        )
        {
            // The course has a new version, or the form is not ours: the question is asked anew.
            return LocalRedirect(Address);
        }

        var source = text.Source.Question(Id);
        var given = PostedAnswer.Read(Request.Form, source, before.Placed);
        var fault = given.Fault ?? (given.Values.Count == 0 ? "courses.practice.empty" : null);
        if (fault is not null)
        {
            Ask(before.Placed, given with { Fault = fault });
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        Marked = MarkedQuestion.Of(text, before.Placed, 1, given);
        if (current.Viewer.Person is { } person && Marked.Verdict != Verdict.None)
        {
            await keep.RunAsync(person, visit.Activity.Id, Id, Marked.Verdict == Verdict.Right);
        }

        return Page();
    }

    private void Ask(PaperQuestion placed, GivenValues given)
    {
        Asked = AskedQuestion.Of(text, placed, 1, given);
        Sealed = opened.Seal(new(visit.Course.Version, placed));
    }

    /// <summary>What is answered instead of the question; null when it may be asked.</summary>
    private async Task<IActionResult?> RefuseAsync(string course, string activity, string question)
    {
        Response.Headers.CacheControl = "no-store";
        if (await visits.FindAsync(course, activity, ActivityKind.Lesson) is not { } found)
        {
            return NotFound();
        }

        if (found.Entry is CourseEntry.SignIn)
        {
            return Challenge();
        }

        visit = found;
        Id = question;
        if (visit.Entry is not CourseEntry.Open)
        {
            return LocalRedirect(LessonAddress);
        }

        text = PaperText.OfPractice(visit.Activity, HttpContext.Texts().Language);
        return text.Source.Find(question) is null ? NotFound() : null;
    }
}
