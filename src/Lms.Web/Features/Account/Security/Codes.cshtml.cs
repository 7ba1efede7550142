using Lms.Web.Access;
using Lms.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Account.Security;

[FreshSignIn]
public sealed class CodesModel(LmsDbContext db, CurrentViewer current, RecoveryCodes recovery)
    : PageModel
{
    public OwnSecurity Own { get; private set; } = null!;

    /// <summary>Shown this once; null until they are made.</summary>
    public IReadOnlyList<string>? Codes { get; private set; }

    public async Task OnGetAsync() =>
        Own = await OwnSecurity.ReadAsync(db, current.Viewer.Account!.Value);

    public async Task<IActionResult> OnPostAsync()
    {
        var id = current.Viewer.Account!.Value;
        Own = await OwnSecurity.ReadAsync(db, id);
        if (!Own.HasSecondFactor)
        {
            return NotFound();
        }

        Codes = await db.WriteAsync(async () =>
        {
            db.ChangeTracker.Clear();
            var codes = await recovery.MakeAsync(db, id);
            await db.SaveChangesAsync();
            return codes;
        });
        Response.Headers.CacheControl = "no-store";
        return Page();
    }
}
