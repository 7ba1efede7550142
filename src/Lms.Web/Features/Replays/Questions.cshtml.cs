using System.Globalization;
using Lms.Domain.Quizzes;
using Lms.Web.Access;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Attending;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Replays;

/// <param name="At">Its place in the block.</param>
/// <param name="Options">Place and words, mixed anew each time.</param>
public sealed record AskedAgain(
    int At,
    HtmlString Prompt,
    bool IsMany,
    IReadOnlyList<(int Place, HtmlString Words)> Options
);

/// <summary>The questions of one missed block. The page never has a key, nor says which answer was wrong.</summary>
public sealed class QuestionsModel(
    SessionVisits visits,
    MakeUp makeUp,
    MakeUpQuestions questions,
    CurrentViewer current,
    Throttle throttle,
    IChance chance
) : PageModel
{
    private MakingUpState state = null!;

    public Guid Session { get; private set; }

    public MissedBlock Missed { get; private set; } = null!;

    public string Language => state.Log.Session.Language;

    public IReadOnlyList<AskedAgain> Questions { get; private set; } = [];

    public bool IsWrong { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid session, long block)
    {
        if (!await FindAsync(session, block))
        {
            return NotFound();
        }

        await ReadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid session, long block)
    {
        if (!await FindAsync(session, block) || current.Viewer.Person is not { } person)
        {
            return NotFound();
        }

        // Trying every answer in turn is no watching.
        var turn = throttle.Take(Pace.OneTimeCode, HttpContext, $"{session} {person.Value} again");
        if (turn.Wait is { } wait)
        {
            return HttpContext.TooSoon(wait);
        }

        var answer = await makeUp.AnswerAsync(new(session), person, block, Given);
        if (answer == MakeUpAnswer.Right)
        {
            turn.GiveBack();
            TempData["Told"] = HttpContext.Texts()["replay.make-up.right"];
            return LocalRedirect($"/sessions/{session}/replay");
        }

        IsWrong = true;
        await ReadAsync();
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private IReadOnlyList<int> Given(int at) =>
        [
            .. Request
                .Form[$"q-{at}"]
                .Select(value =>
                    int.TryParse(value, CultureInfo.InvariantCulture, out var place) ? place : -1
                ),
        ];

    private async Task<bool> FindAsync(Guid session, long block)
    {
        Response.Headers.CacheControl = "no-store";
        if (
            await visits.FindAsync(session) is not { HasSeat: true }
            || current.Viewer.Person is not { } person
            || await makeUp.OpenAsync(new(session), person) is not { IsOffered: true } open
            || open.Blocks.FirstOrDefault(one => one.Block.From == block)
                is not { IsAnswered: false } missed
        )
        {
            return false;
        }

        (Session, state, Missed) = (session, open, missed);
        return true;
    }

    private async Task ReadAsync()
    {
        var asked = new List<AskedAgain>();
        foreach (var (at, name) in Missed.Block.Questions.Index())
        {
            if (await questions.FindAsync(state.Log, name) is { } question)
            {
                var options = question.Options.Select(
                    (option, place) => (place, new HtmlString(option.Html))
                );
                asked.Add(
                    new(
                        at,
                        new(question.PromptHtml),
                        question is MultipleChoice,
                        question.KeepsOrder ? [.. options] : chance.Shuffled([.. options])
                    )
                );
            }
        }

        Questions = asked;
    }
}
