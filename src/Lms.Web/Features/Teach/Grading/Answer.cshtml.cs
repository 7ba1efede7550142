using System.Globalization;
using Lms.Domain.Learning;
using Lms.Domain.Quizzes;
using Lms.Domain.Shared;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Teach.Grading;

[Authorize(Policy = nameof(AccessRole.Trainer))]
public sealed class AnswerModel(
    WaitingAnswers waiting,
    TaughtCourses taught,
    LmsDbContext db,
    TimeProvider time
) : PageModel
{
    private const int MostSaved = 50;

    [BindProperty(SupportsGet = true, Name = "blind")]
    public bool IsBlind { get; set; }

    public WaitingAnswer Answer { get; private set; } = null!;

    public AnswerFile? Handed { get; private set; }

    public IReadOnlyList<SavedRemark> Saved { get; private set; } = [];

    /// <summary>What was typed, kept through every refusal.</summary>
    public string Points { get; private set; } = "";

    public string Remark { get; private set; } = "";

    public bool IsRefused { get; private set; }

    public Guid Operation { get; private set; }

    public IReadOnlyList<string> CriteriaHtml =>
        Answer.Question switch
        {
            Essay essay => essay.CriteriaHtml,
            FileUpload file => file.CriteriaHtml,
            _ => [],
        };

    public async Task<IActionResult> OnGetAsync(
        Guid attempt,
        string question,
        [FromServices] LookedAt looked
    )
    {
        if (!await FindAsync(attempt, question))
        {
            return NotFound();
        }

        if (Answer.Attempt.Marks.LastOrDefault(mark => mark.QuestionId == question) is { } mark)
        {
            (Points, Remark) = (Written(mark.Points), mark.Remark);
        }

        if (Answer.Learner is not null)
        {
            await looked.PeopleAsync(Answer.Attempt.PersonId);
        }

        return Page();
    }

    public async Task<IActionResult> OnGetFileAsync(Guid attempt, string question)
    {
        if (!await FindAsync(attempt, question) || Handed is not { } file)
        {
            return NotFound();
        }

        Response.Headers.ContentSecurityPolicy = "sandbox";
        return File(file.Bytes, file.MediaType, file.Name);
    }

    public async Task<IActionResult> OnPostAsync(
        Guid attempt,
        string question,
        string? points,
        string? remark,
        string? saved,
        bool keep,
        Guid operation,
        [FromServices] MarkAnswer mark
    )
    {
        if (!await FindAsync(attempt, question) || taught.Actor is not { } actor)
        {
            return NotFound();
        }

        (Points, Remark) = (points ?? "", Joined(remark, saved));
        if (
            operation == Guid.Empty
            || Read(Points) is not { } given
            || await mark.RunAsync(Answer, given, Remark, new(operation), actor)
                is not MarkAnswerReply.Kept
        )
        {
            IsRefused = true;
            return Page();
        }

        if (keep && Remark.Length > 0)
        {
            await KeepAsync(actor);
        }

        var blind = IsBlind ? "?blind=true" : "";
        return LocalRedirect(
            await waiting.AllAsync(IsBlind) is [var next, ..]
                ? $"/teach/grading/{next.Attempt.Id.Value}/{next.Question.Id}{blind}"
                : $"/teach/grading{blind}"
        );
    }

    public string Written(Points given) =>
        (given.Thousandths / 1000m).ToString("0.###", HttpContext.Texts().Culture);

    private static Points? Read(string typed) =>
        Numeric.Read(typed) is { } number
        && number >= 0
        && number <= 100
        && number * 1000 == decimal.Truncate(number * 1000)
            ? new Points((int)(number * 1000))
            : null;

    private static string Joined(string? remark, string? saved) =>
        string.Join(
            "\n\n",
            new[] { remark, saved }
                .Select(text => text?.ReplaceLineEndings("\n").Trim() ?? "")
                .Where(text => text.Length > 0)
        );

    private async Task KeepAsync(Actor actor)
    {
        await db.WriteAsync(async () =>
        {
            if (!await db.SavedRemarks.AnyAsync(known => known.Text == Remark))
            {
                db.SavedRemarks.Add(
                    new SavedRemark
                    {
                        Id = new(time.NewId()),
                        PersonId = actor.Person,
                        Text = Remark,
                        SavedAt = time.Now(),
                    }
                );
                await db.SaveChangesAsync();
            }
        });
    }

    private async Task<bool> FindAsync(Guid attempt, string question)
    {
        if (await waiting.FindAsync(new(attempt), question, IsBlind) is not { } answer)
        {
            return false;
        }

        Answer = answer;
        Handed = answer.Question is FileUpload ? await waiting.FileAsync(answer) : null;
        Operation = time.NewId();
        Saved = await db
            .SavedRemarks.AsNoTracking()
            .OrderByDescending(remark => remark.SavedAt)
            .Take(MostSaved)
            .ToListAsync();
        return true;
    }
}
