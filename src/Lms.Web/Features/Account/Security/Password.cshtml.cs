using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Account.Security;

/// <summary>Another password in the place of the one that is known.</summary>
public sealed class PasswordModel(
    LmsDbContext db,
    CurrentViewer current,
    SignIn signIn,
    SetPassword passwords,
    Throttle throttle
) : PageModel
{
    [BindProperty]
    public string? Old { get; set; }

    [BindProperty]
    public string? New { get; set; }

    public bool IsOldWrong { get; private set; }

    /// <summary>The rule that the new one broke.</summary>
    public PasswordAnswer Weakness { get; private set; }

    public string Login { get; private set; } = "";

    public async Task OnGetAsync() => Login = (await OwnAsync()).UserName ?? "";

    public async Task<IActionResult> OnPostAsync()
    {
        var own = await OwnAsync();
        Login = own.UserName ?? "";
        var turn = throttle.Take(Pace.SignIn, HttpContext, own.Id.ToString(), isKnown: true);
        if (turn.Wait is { } wait)
        {
            return HttpContext.TooSoon(wait);
        }

        if (own.PasswordHash is null || !await signIn.IsRightAsync(own, Old ?? ""))
        {
            IsOldWrong = true;
            return Refuse();
        }

        turn.GiveBack();
        Weakness = await db.WriteAsync(async () =>
        {
            db.ChangeTracker.Clear();
            own = await OwnAsync();
            var answer = await passwords.InsideAsync(db, own, New ?? "");
            await db.SaveChangesAsync();
            return answer;
        });
        if (Weakness != PasswordAnswer.Done)
        {
            return Refuse();
        }

        // Every session has ended, this one too: it goes on as a new one.
        await SignInCookie.SignInAsync(HttpContext, own, current.Viewer.Means!.Value);
        TempData[nameof(IndexModel.Done)] = "account.security.done.password";
        return RedirectToPage("/Account/Security/Index");
    }

    private Task<Access.Account> OwnAsync()
    {
        var id = current.Viewer.Account!.Value;
        return db.Accounts.SingleAsync(account => account.Id == id);
    }

    private PageResult Refuse()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
