using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Account.Reset;

/// <summary>
/// Where the link of a letter leads. Looking uses nothing up, because programs that check mail look
/// too; and it signs nobody in, so that the second factor is asked for as ever.
/// </summary>
[AllowAnonymous]
[Paced(Pace.Invitation)]
public sealed class NewPasswordModel(LmsDatabase database, Tickets tickets, SetPassword passwords)
    : PageModel
{
    private static readonly Viewer Looks = Viewer.System("reset of a password");

    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>The rule that the password broke.</summary>
    public PasswordAnswer Weakness { get; private set; }

    /// <summary>False when the link is used, void, too old or none of ours: all the same.</summary>
    public bool IsGood { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        await using var db = database.Open(Looks);
        IsGood = await FindAsync(db) is not null;
        return Shown(IsGood ? StatusCodes.Status200OK : StatusCodes.Status404NotFound);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await using var db = database.Open(Looks);
        var answer = await db.WriteAsync<PasswordAnswer?>(async () =>
        {
            db.ChangeTracker.Clear();
            if (await FindAsync(db) is not { } account)
            {
                return null;
            }

            // Makes every link of the account void, this one too.
            var set = await passwords.AnewAsync(db, account, Password ?? "");
            await db.SaveChangesAsync();
            return set;
        });
        if (answer == PasswordAnswer.Done)
        {
            return LocalRedirect("/account/login?reset=true");
        }

        IsGood = answer is not null;
        Weakness = answer ?? PasswordAnswer.Done;
        return Shown(
            IsGood ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status404NotFound
        );
    }

    private async Task<Access.Account?> FindAsync(LmsDbContext db)
    {
        var ticket = await tickets.FindAsync(db, Token, TicketKind.Reset);
        return ticket is null
            ? null
            : await db.Accounts.SingleOrDefaultAsync(account =>
                account.Id == ticket.AccountId && account.DeactivatedAt == null
            );
    }

    private PageResult Shown(int status)
    {
        // The address is the key: it goes nowhere else and stays in no store.
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Response.Headers.CacheControl = "no-store";
        Response.StatusCode = status;
        return Page();
    }
}
