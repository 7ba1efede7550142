using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.WaysIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Manage.People.WaysIn;

/// <param name="SameName">People of the community who are called so.</param>
public sealed record WaitingRow(
    Registration Asked,
    string Community,
    DateTimeOffset At,
    IReadOnlyList<string> SameName
);

/// <summary>Who asks for an account in the viewer's scope, the longest waiting first.</summary>
[Authorize(Policy = PeopleFeature.LetsIn)]
[FreshSignIn]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class RegistrationsModel(
    LmsDbContext db,
    DecideRegistration decide,
    LookedAt looked,
    OrganisationPack pack
) : PageModel
{
    private const int Shown = 30;

    public int Waiting { get; private set; }

    public IReadOnlyList<WaitingRow> Rows { get; private set; } = [];

    /// <summary>What was chosen and is not taken, and key of why; null when nothing.</summary>
    public (Guid Id, string? Institution, string? Role, string Words)? Refused { get; private set; }

    [TempData]
    public string? Told { get; set; }

    /// <summary>Of whoever was let in and has no e-mail: shown once.</summary>
    public InvitationSheet? Sheet { get; private set; }

    public Task OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostApproveAsync(Guid id, string? institution, string? role)
    {
        switch (await decide.ApproveAsync(new(id), institution, role))
        {
            case DecisionAnswer.Done { Sheet: { } sheet }:
                Sheet = sheet;
                return Page();
            case DecisionAnswer.Done:
                return Done("manage.registrations.approved");
            case DecisionAnswer.LoginTaken:
                Refused = (id, institution, role, "manage.registrations.taken");
                break;
            case DecisionAnswer.HalfPost:
                Refused = (id, institution, role, "shared.ways.post.half");
                break;
            default:
                return NotFound();
        }

        await ShowAsync();
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    public async Task<IActionResult> OnPostRefuseAsync(Guid id, RefusalReason reason) =>
        ModelState.IsValid && await decide.RefuseAsync(new(id), reason) is DecisionAnswer.Done
            ? Done("manage.registrations.refused")
            : NotFound();

    private LocalRedirectResult Done(string words)
    {
        Told = HttpContext.Texts()[words];
        return LocalRedirect("/manage/people/registrations");
    }

    private async Task ShowAsync()
    {
        var waiting = db.Registrations.Where(one => one.DecidedAt == null);
        Waiting = await waiting.CountAsync();
        var rows = new List<WaitingRow>();
        foreach (
            var asked in await waiting
                .AsNoTracking()
                .OrderBy(one => one.AskedAt)
                .Take(Shown)
                .ToListAsync()
        )
        {
            rows.Add(
                new(
                    asked,
                    pack.NameOf(asked.Community, HttpContext.Texts().Language),
                    TimeZoneInfo.ConvertTime(asked.AskedAt, pack.TimeZone),
                    await SameName.InAsync(db, asked.Community, asked.Name)
                )
            );
        }

        Rows = rows;
        if (rows.Count > 0)
        {
            await looked.ListAsync(rows.Count);
        }
    }
}
