using Lms.Domain.Learning;
using Lms.Domain.Quizzes;
using Lms.Web.Features.Courses.Questions;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Files;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Courses;

/// <summary>Adds, replaces or takes back the file that answers a question of the open attempt.</summary>
[RequestSizeLimit(LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
public sealed class AnswerFileModel(
    QuizVisits visits,
    QuizReads reads,
    KeepFile keep,
    TimeProvider time
) : PageModel
{
    // The file and the few fields beside it.
    private const int LargestRequest = CheckedFile.Largest + (64 * 1024);

    public QuizVisit Visit { get; private set; } = null!;

    public AskedQuestion Question { get; private set; } = null!;

    public Guid Operation { get; private set; }

    /// <summary>Key of the text that says what is wrong; null while nothing is.</summary>
    public string? Fault { get; private set; }

    public string Back => $"/courses/{Visit.Course.Slug}/{Visit.Activity.Slug}";

    public async Task<IActionResult> OnGetAsync(string course, string activity, string question) =>
        await FindAsync(course, activity, question) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(
        string course,
        string activity,
        string question,
        Guid operation,
        IFormFile? upload
    )
    {
        if (!await FindAsync(course, activity, question))
        {
            return NotFound();
        }

        if (upload is null || upload.Length == 0)
        {
            return Refuse("courses.quiz.file.missing");
        }

        if (upload.Length > CheckedFile.Largest)
        {
            return Refuse("courses.quiz.file.large");
        }

        var bytes = new byte[upload.Length];
        await using (var stream = upload.OpenReadStream())
        {
            await stream.ReadExactlyAsync(bytes);
        }

        return CheckedFile.Of(upload.FileName, bytes) is { } file
            ? await KeepAsync(file, operation)
            : Refuse("courses.quiz.file.kind");
    }

    public async Task<IActionResult> OnPostRemoveAsync(
        string course,
        string activity,
        string question,
        Guid operation
    ) =>
        await FindAsync(course, activity, question) ? await KeepAsync(null, operation) : NotFound();

    private async Task<IActionResult> KeepAsync(CheckedFile? file, Guid operation)
    {
        var named = operation == Guid.Empty ? time.NewId() : operation;
        await keep.RunAsync(Visit.Open!.Id, Question.Id, file, new(named));
        return LocalRedirect($"{Back}#{Question.Id}");
    }

    private PageResult Refuse(string fault)
    {
        Fault = fault;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<bool> FindAsync(string slug, string activity, string question)
    {
        if (
            await visits.FindAsync(slug, activity) is not { Open: { } open } visit
            || open.Paper.Find(question) is not { } placed
        )
        {
            return false;
        }

        var text = await visits.TextOfAsync(open, HttpContext.Texts().Language);
        if (text.Source.Find(question) is not FileUpload)
        {
            return false;
        }

        var file = (await reads.FilesAsync(open.Id)).GetValueOrDefault(question);
        var number = open.Paper.Questions.TakeWhile(one => one != placed).Count() + 1;
        Visit = visit;
        Question = AskedQuestion.Of(text, placed, number, GivenValues.None with { File = file });
        Operation = time.NewId();
        return true;
    }
}
