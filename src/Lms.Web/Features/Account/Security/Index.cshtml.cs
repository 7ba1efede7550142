using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Account.Security;

public sealed record OwnSession(
    SignInSessionId Id,
    string Device,
    string Network,
    DateTimeOffset StartedAt,
    DateTimeOffset SeenAt
);

/// <summary>How one's account is guarded, and where one is signed in.</summary>
public sealed class IndexModel(
    LmsDbContext db,
    CurrentViewer current,
    Access.Sessions sessions,
    Content.Pack.OrganisationPack pack,
    TimeProvider time
) : PageModel
{
    public OwnSecurity Own { get; private set; } = null!;

    public IReadOnlyList<OwnSession> Open { get; private set; } = [];

    /// <summary>Key of what has just been done; null when nothing.</summary>
    [TempData]
    public string? Done { get; set; }

    public bool IsThis(OwnSession session) => session.Id == current.Viewer.Session;

    /// <summary>Where the organisation's clocks are.</summary>
    public string Moment(DateTimeOffset at, Texts texts)
    {
        var local = TimeZoneInfo.ConvertTime(at, pack.TimeZone);
        return $"{texts.Day(DateOnly.FromDateTime(local.DateTime))}, {local:HH:mm}";
    }

    public async Task OnGetAsync()
    {
        var id = current.Viewer.Account!.Value;
        Own = await OwnSecurity.ReadAsync(db, id);
        var all = await db
            .Sessions.Where(session => session.AccountId == id && session.EndedAt == null)
            .Select(session => new OwnSession(
                session.Id,
                session.Device,
                session.Network,
                session.StartedAt,
                session.SeenAt
            ))
            .ToListAsync();
        var now = time.Now();
        Open =
        [
            .. all.Where(one =>
                    now - one.SeenAt <= Access.Sessions.Idle
                    && now - one.StartedAt <= Access.Sessions.Longest
                )
                .OrderByDescending(IsThis)
                .ThenByDescending(one => one.SeenAt),
        ];
    }

    public Task<IActionResult> OnPostEndAsync(Guid session) =>
        EndAsync(id => sessions.EndAsync(db, id, new(session)), "account.security.done.session");

    public Task<IActionResult> OnPostEndOthersAsync() =>
        EndAsync(
            id => sessions.EndAllAsync(db, id, current.Viewer.Session),
            "account.security.done.others"
        );

    private async Task<IActionResult> EndAsync(Func<AccountId, Task> end, string done)
    {
        await db.WriteAsync(async () =>
        {
            db.ChangeTracker.Clear();
            await end(current.Viewer.Account!.Value);
            await db.SaveChangesAsync();
        });
        Done = done;
        return RedirectToPage();
    }
}
