using System.Globalization;
using Lms.Domain.Live;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Attending;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Recordings;

/// <summary>What is taken out of a recording, for those who lead the session.</summary>
[Authorize(Policy = nameof(AccessRole.Trainer))]
public sealed class IndexModel(SessionVisits visits, LmsDbContext db, CurrentViewer current)
    : PageModel
{
    public SessionVisit Visit { get; private set; } = null!;

    public LiveSession Session => Visit.Session;

    public IReadOnlyList<RecordingCut> Cuts { get; private set; } = [];

    public string? Refused { get; private set; }

    [TempData]
    public string? Told { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid session) =>
        await FindAsync(session) ? Page() : NotFound();

    public async Task<IActionResult> OnPostCutAsync(
        Guid session,
        string? from,
        string? until,
        string? reason,
        [FromServices] CutRecording cut
    )
    {
        if (!await FindAsync(session) || current.Viewer.Account is not { } account)
        {
            return NotFound();
        }

        var answer =
            Moment(from) is { } start && Moment(until) is { } end
                ? await cut.RunAsync(new(session), new(start, end), reason, account)
                : CutAnswer.WrongTime;
        if (answer != CutAnswer.Cut)
        {
            Refused = HttpContext.Texts()[$"recordings.refused.{answer}"];
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        Told = HttpContext.Texts()["recordings.cut.done"];
        return LocalRedirect($"/teach/sessions/{session}/recording");
    }

    public async Task<IActionResult> OnPostEraseAsync(
        Guid session,
        bool sure,
        [FromServices] EraseRecording erase
    )
    {
        if (!await FindAsync(session) || current.Viewer.Account is not { } account)
        {
            return NotFound();
        }

        var answer = sure ? await erase.RunAsync(new(session), account) : (EraseAnswer?)null;
        if (answer is not EraseAnswer.Erased)
        {
            Refused = HttpContext.Texts()[
                answer is { } why ? $"recordings.refused.{why}" : "recordings.refused.not-sure"
            ];
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        Told = HttpContext.Texts()["recordings.erase.done"];
        return LocalRedirect($"/teach/sessions/{session}/recording");
    }

    /// <summary>From the replay: one message, for good.</summary>
    public async Task<IActionResult> OnPostMessageAsync(
        Guid session,
        long number,
        [FromServices] EraseRecording erase
    )
    {
        if (!await FindAsync(session) || current.Viewer.Account is not { } account)
        {
            return NotFound();
        }

        if (!await erase.MessageAsync(new(session), number, account))
        {
            return NotFound();
        }

        return LocalRedirect($"/sessions/{session}/replay");
    }

    /// <summary>«12:30» or «1:02:30» as milliseconds; null for what is no time.</summary>
    private static long? Moment(string? typed)
    {
        long seconds = 0;
        var parts = (typed ?? "").Trim().Split(':');
        if (parts.Length is < 2 or > 3)
        {
            return null;
        }

        foreach (var part in parts)
        {
            if (
                !int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
                || value > 6_000
            )
            {
                return null;
            }

            seconds = (seconds * 60) + value;
        }

        return seconds * 1000;
    }

    private async Task<bool> FindAsync(Guid session)
    {
        if (await visits.FindAsync(session) is not { Leads: true } visit)
        {
            return false;
        }

        Visit = visit;
        Cuts = await db
            .RecordingCuts.AsNoTracking()
            .Where(one => one.SessionId == visit.Session.Id)
            .OrderBy(one => one.From)
            .ToListAsync();
        return true;
    }
}
