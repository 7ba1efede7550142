using System.Linq.Expressions;
using Lms.Web.Access;
using Lms.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared;

/// <summary>
/// For whoever has lost every second factor: an administrator, or the console of the machine, takes all
/// of them away. Every session ends, and the password stays.
/// </summary>
public sealed class LiftSecondFactor(
    LmsDatabase database,
    Access.Sessions sessions,
    TimeProvider time
)
{
    private static readonly Viewer Looks = Viewer.System("second factor");

    /// <param name="login">Normalised, as <see cref="WaysIn.LoginName"/> reads it.</param>
    /// <returns>Whether there is such an account.</returns>
    public Task<bool> AtConsoleAsync(string login) =>
        RunAsync(account => account.NormalizedUserName == login, by: null, "console");

    /// <param name="by">The administrator, who is never the holder: what is one's own is set elsewhere.</param>
    /// <param name="detail">How the log names an account that belongs to no person.</param>
    /// <returns>Whether there is such an account of somebody else.</returns>
    public Task<bool> RunAsync(AccountId id, AccountId by, string detail) =>
        RunAsync(account => account.Id == id && account.Id != by, by, detail);

    private async Task<bool> RunAsync(
        Expression<Func<Access.Account, bool>> whose,
        AccountId? by,
        string detail
    )
    {
        await using var db = database.Open(Looks);
        return await db.WriteAsync(async () =>
        {
            db.ChangeTracker.Clear();
            if (await db.Accounts.SingleOrDefaultAsync(whose) is not { } account)
            {
                return false;
            }

            account.TotpSecret = null;
            account.SecurityStamp = time.NewId().ToString("N");
            await sessions.EndAllAsync(db, account.Id);
            var passkeys = db.Set<IdentityUserPasskey<AccountId>>();
            passkeys.RemoveRange(
                await passkeys.Where(one => one.UserId == account.Id).ToListAsync()
            );
            db.RecoveryCodes.RemoveRange(
                await db.RecoveryCodes.Where(code => code.AccountId == account.Id).ToListAsync()
            );
            db.Audit.Add(
                new AuditEntry
                {
                    At = time.Now(),
                    Action = AuditAction.SecondFactorRemoved,
                    Actor = by,
                    Subject = account.PersonId,
                    Detail = detail,
                }
            );
            await db.SaveChangesAsync();
            return true;
        });
    }
}
