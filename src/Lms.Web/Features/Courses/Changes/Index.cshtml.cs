using Lms.Domain.Certification;
using Lms.Domain.People;
using Lms.Domain.Quizzes;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Courses.Questions;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Certifying;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Courses.Changes;

/// <param name="Sealed">The layout of the question, as its form keeps it.</param>
public sealed record ChangeQuestion(AskedQuestion Asked, PublishedActivity Activity, string Sealed);

/// <summary>
/// What a new edition of an act changed in a course, for those certified before it: the blocks that are
/// otherwise, and their questions, answered right. Keys stay on the server until then.
/// </summary>
public sealed class IndexModel(
    LmsDbContext db,
    PublishedCourses courses,
    OwedChanges owed,
    TakeChanges take,
    OpenedQuestions opened,
    KeepPractice keep,
    CurrentViewer current,
    OrganisationPack pack,
    IChance chance
) : PageModel
{
    private static readonly Dictionary<string, int> NothingUsed = [];

    public PublishedCourse Course { get; private set; } = null!;

    /// <summary>Null when nothing is owed.</summary>
    public OwedChange? Change { get; private set; }

    public IReadOnlyList<ChangedText> Texts { get; private set; } = [];

    public IReadOnlyList<ChangeQuestion> Questions { get; private set; } = [];

    /// <summary>The question that was just answered right, with what explains it.</summary>
    public MarkedQuestion? Right { get; private set; }

    /// <summary>Id of the question that was just answered wrong.</summary>
    public string? Wrong { get; private set; }

    public string Address => $"/courses/{Course.Slug}/changes";

    public OrganisationPack Pack => pack;

    public async Task<IActionResult> OnGetAsync(string course)
    {
        if (!await FindAsync(course))
        {
            return NotFound();
        }

        await ShowAsync(null);
        return Page();
    }

    /// <summary>There was nothing to ask: it was read.</summary>
    public async Task<IActionResult> OnPostReadAsync(string course)
    {
        if (!await FindAsync(course))
        {
            return NotFound();
        }

        await TakeAsync();
        return LocalRedirect(Address);
    }

    /// <param name="paper">What the page sealed when it asked.</param>
    public async Task<IActionResult> OnPostAnswerAsync(
        string course,
        Guid activity,
        string? question,
        string? paper
    )
    {
        if (!await FindAsync(course))
        {
            return NotFound();
        }

        var part = new ChangedPart(new(activity), question ?? "");
        if (
            Change?.Parts.Questions.Contains(part) != true
            || opened.Read(paper) is not { } before
            || before.Version != Course.Version
            || before.Placed.QuestionId != part.Part
        )
        {
            return LocalRedirect(Address);
        }

        var text = TextOf(Course.Find(part.Activity));
        var given = PostedAnswer.Read(Request.Form, text.Source.Question(part.Part), before.Placed);
        var fault = given.Fault ?? (given.Values.Count == 0 ? "courses.practice.empty" : null);
        if (fault is not null)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            await ShowAsync((before.Placed, given with { Fault = fault }));
            return Page();
        }

        var marked = MarkedQuestion.Of(text, before.Placed, 1, given);
        var isRight = marked.Verdict == Verdict.Right;
        await keep.RunAsync(
            current.Viewer.Person!.Value,
            part.Activity,
            TakeChanges.NameOf(Course, part.Part),
            isRight
        );
        Right = isRight ? marked : null;
        Wrong = isRight ? null : part.Part;
        if (isRight && await TakeAsync())
        {
            return LocalRedirect(Address);
        }

        await ShowAsync(null);
        return Page();
    }

    private Task<bool> TakeAsync() =>
        take.RunAsync(current.Viewer.Person!.Value, current.Viewer.Account, Course);

    /// <summary>Only those who completed the course have changes of it; a course that is hidden has none.</summary>
    private async Task<bool> FindAsync(string slug)
    {
        Response.Headers.CacheControl = "no-store";
        if (
            current.Viewer.Person is not { } person
            || await courses.FindAsync(slug) is not { } newest
            || !await HasCompletedAsync(person, newest)
        )
        {
            return false;
        }

        Course = newest;
        Change = await owed.OfAsync(db, person, newest);
        return true;
    }

    private Task<bool> HasCompletedAsync(PersonId person, PublishedCourse course) =>
        db.Completions.AnyAsync(one => one.PersonId == person && one.CourseId == course.Id);

    /// <param name="kept">The question that stays as it was filled in.</param>
    private async Task ShowAsync((PaperQuestion Placed, GivenValues Given)? kept)
    {
        if (Change is not { } change)
        {
            return;
        }

        var language = HttpContext.Texts().Language;
        Texts = ChangedText.Of(change, language);
        var number = 0;
        var asked = new List<ChangeQuestion>();
        foreach (var part in await take.LeftAsync(change))
        {
            var activity = Course.Find(part.Activity);
            var text = TextOf(activity);
            var isKept = kept is { } one && one.Placed.QuestionId == part.Part;
            var placed = isKept
                ? kept!.Value.Placed
                : Paper
                    .Of(
                        new(new() { Shuffle = true }, [text.Source.Question(part.Part)]),
                        NothingUsed,
                        chance
                    )
                    .Questions[0];
            var given = isKept ? kept!.Value.Given : GivenValues.None;
            asked.Add(
                new(
                    AskedQuestion.Of(text, placed, ++number, given),
                    activity,
                    opened.Seal(new(Course.Version, placed))
                )
            );
        }

        Questions = asked;
    }

    private PaperText TextOf(PublishedActivity activity) =>
        activity.Quiz is null
            ? PaperText.OfPractice(activity, HttpContext.Texts().Language)
            : new(activity, HttpContext.Texts().Language);
}
