using Lms.Web.Access;
using Lms.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Account.Security;

/// <summary>The second step of a sign-in: the code of the app, a recovery code or the passkey.</summary>
[OneFactorIsEnough]
public sealed class SecondStepModel(
    LmsDbContext db,
    CurrentViewer current,
    SecondFactor second,
    Throttle throttle,
    KnownDevices known
) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    public bool IsWrong { get; private set; }

    public OwnSecurity Own { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        Own = await OwnSecurity.ReadAsync(db, current.Viewer.Account!.Value);
        return !current.Viewer.NeedsSecondFactor ? LocalRedirect(Target())
            : Own.HasSecondFactor ? Page()
            : RedirectToPage("/Account/Security/SecondFactor", new { From });
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var id = current.Viewer.Account!.Value;
        if (!current.Viewer.NeedsSecondFactor)
        {
            return LocalRedirect(Target());
        }

        var account = await db.Accounts.SingleAsync(one => one.Id == id);
        var turn = throttle.Take(
            Pace.SecondFactor,
            HttpContext,
            id.ToString(),
            known.Knows(HttpContext, account.NormalizedUserName ?? "")
        );
        if (turn.Wait is { } wait)
        {
            return HttpContext.TooSoon(wait);
        }

        if (await second.TakeAsync(id, Code ?? "") is not { } means)
        {
            Own = await OwnSecurity.ReadAsync(db, id);
            IsWrong = true;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        turn.GiveBack();
        await SignInCookie.SignInAsync(HttpContext, account, means);
        return LocalRedirect(Target());
    }

    private string Target() => Url.IsLocalUrl(From) ? From : "/learn";
}
