using Lms.Web.Access;
using Lms.Web.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Account;

[OneFactorIsEnough]
public sealed class LogoutModel(LmsDbContext db, CurrentViewer current, Access.Sessions sessions)
    : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        // On the server: a copy of the cookie is worth nothing from now on.
        if (current.Viewer is { Account: { } account, Session: { } session })
        {
            await db.WriteAsync(async () =>
            {
                db.ChangeTracker.Clear();
                await sessions.EndAsync(db, account, session);
                await db.SaveChangesAsync();
            });
        }

        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return LocalRedirect("/");
    }
}
