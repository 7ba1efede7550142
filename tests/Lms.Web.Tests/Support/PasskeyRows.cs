using Lms.Web.Access;
using Lms.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Support;

/// <summary>Passkeys as rows: nobody signs in with them.</summary>
public static class PasskeyRows
{
    public static IQueryable<IdentityUserPasskey<AccountId>> PasskeysOf(
        this LmsDbContext db,
        AccountId account
    ) =>
        db.Set<IdentityUserPasskey<AccountId>>()
            .AsNoTracking()
            .Where(passkey => passkey.UserId == account);

    public static async Task AddPasskeyAsync(this LmsDbContext db, AccountId account, byte[] id)
    {
        db.Set<IdentityUserPasskey<AccountId>>()
            .Add(
                new()
                {
                    UserId = account,
                    CredentialId = id,
                    Data = new()
                    {
                        Name = "test",
                        PublicKey = [1],
                        AttestationObject = [1],
                        ClientDataJson = [1],
                        CreatedAt = LmsHost.Start,
                    },
                }
            );
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }
}
