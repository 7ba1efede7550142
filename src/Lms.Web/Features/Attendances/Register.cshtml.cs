using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Attending;
using Lms.Web.Features.Shared.Tables;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Attendances;

/// <summary>Who was there and for how long: for those who lead the session.</summary>
[Authorize(Policy = nameof(AccessRole.Trainer))]
public sealed class RegisterModel(
    SessionVisits visits,
    RegisterReads register,
    TableExport export,
    CurrentViewer current,
    LookedAt looked,
    OrganisationPack pack
) : PageModel
{
    private RegisterTable table = null!;
    private IReadOnlyList<RegisterRow> rows = [];
    private IReadOnlyList<string> trainers = [];

    public SessionLog Log { get; private set; } = null!;

    public LiveSession Session => Log.Session;

    public ReportTableView Table =>
        new(
            table.Of(trainers, isSigned: false),
            [.. rows.Select(row => table.Row(row, isSigned: false))]
        )
        {
            Count = rows.Count,
        };

    /// <summary>Who is being decided on; null when nobody was chosen.</summary>
    public RegisterRow? Chosen { get; private set; }

    public string? Why =>
        Chosen is null ? null : AttendanceWords.Why(HttpContext.Texts(), Log, Chosen.Line);

    public string? Refused { get; private set; }

    public string? ExportRefused { get; private set; }

    [TempData]
    public string? Told { get; set; }

    public string Address => $"/teach/sessions/{Session.Id.Value}/attendance";

    public async Task<IActionResult> OnGetAsync(
        Guid session,
        Guid? person,
        [FromServices] IServiceProvider services
    )
    {
        if (await visits.FindAsync(session) is not { Leads: true })
        {
            return NotFound();
        }

        // What ended a moment ago is settled by whoever looks first.
        await using (var work = services.WorkAs("settle a session on reading"))
        {
            await work.Services.GetRequiredService<SettleSession>().RunAsync(new(session));
        }

        await ReadAsync(session, person);
        await looked.ListAsync(rows.Count);
        return Page();
    }

    public async Task<IActionResult> OnPostDecideAsync(
        Guid session,
        Guid person,
        string? verdict,
        string? reason,
        [FromServices] DecideAttendance decide
    )
    {
        if (
            await visits.FindAsync(session) is not { Leads: true }
            || current.Viewer.Account is not { } account
        )
        {
            return NotFound();
        }

        if (verdict is not ("attended" or "not-attended" or "minutes"))
        {
            return BadRequest();
        }

        bool? isAttended = verdict == "minutes" ? null : verdict == "attended";
        var answer = await decide.RunAsync(
            new(session),
            new PersonId(person),
            isAttended,
            reason,
            account
        );
        if (answer == DecideAnswer.Unknown)
        {
            return NotFound();
        }

        var texts = HttpContext.Texts();
        if (answer != DecideAnswer.Decided)
        {
            await ReadAsync(session, person);
            Refused = texts[
                answer == DecideAnswer.NotOver
                    ? "attendance.decide.not-over"
                    : "attendance.decide.needs-reason"
            ];
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        Told = texts["attendance.decide.done"];
        return LocalRedirect($"/teach/sessions/{session}/attendance");
    }

    public async Task<IActionResult> OnPostExportAsync(Guid session, string? format, string? reason)
    {
        if (await visits.FindAsync(session) is not { Leads: true })
        {
            return NotFound();
        }

        if (TableExport.Read(format) is not { } chosen)
        {
            return BadRequest();
        }

        await ReadAsync(session, null);
        var isSigned = chosen == ExportFormat.Pdf;
        var texts = HttpContext.Texts();
        var answer = await export.RunAsync(
            table.Of(trainers, isSigned),
            rows.Count,
            rows.Select(row => table.Row(row, isSigned)).ToAsyncEnumerable(),
            chosen,
            reason,
            texts
        );
        if (answer is ExportAnswer.Given given)
        {
            return given.File;
        }

        ExportRefused = ExportForm.Words(answer, texts);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task ReadAsync(Guid session, Guid? person)
    {
        (Log, rows) = await register.OfAsync(new(session));
        trainers = await register.TrainersAsync(new(session));
        table = new(Log, pack, HttpContext.Texts());
        Chosen = rows.FirstOrDefault(row => row.Line.Person.Value == person);
    }
}
