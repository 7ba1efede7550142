using Lms.Web.Access;
using Lms.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Account.Security;

/// <summary>How the account of the viewer is guarded.</summary>
/// <param name="CodesLeft">Recovery codes that were not used.</param>
public sealed record OwnSecurity(
    AccountId Id,
    string Login,
    bool HasTotp,
    int Passkeys,
    int CodesLeft
)
{
    public bool HasSecondFactor => HasTotp || Passkeys > 0;

    public static async Task<OwnSecurity> ReadAsync(LmsDbContext db, AccountId id) =>
        await db
            .Accounts.Where(account => account.Id == id)
            .Select(account => new OwnSecurity(
                id,
                account.UserName ?? "",
                account.TotpSecret != null,
                db.Set<IdentityUserPasskey<AccountId>>().Count(passkey => passkey.UserId == id),
                db.RecoveryCodes.Count(code => code.AccountId == id && code.UsedAt == null)
            ))
            .SingleAsync();
}
