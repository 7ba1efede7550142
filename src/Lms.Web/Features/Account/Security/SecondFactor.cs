using System.Security.Cryptography;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Account.Security;

/// <summary>Sets the second factor of an account, checks it and takes it away.</summary>
public sealed class SecondFactor(
    LmsDatabase database,
    IDataProtectionProvider protection,
    RecoveryCodes recovery,
    TimeProvider time
)
{
    private static readonly Viewer Looks = Viewer.System("second factor");
    private static readonly TimeSpan OfferHolds = TimeSpan.FromMinutes(30);
    private readonly IDataProtector kept = protection.CreateProtector("totp");

    /// <summary>A secret that is not the account's yet, for the form that confirms it.</summary>
    public string Offer(AccountId account, byte[] secret) =>
        OfferOf(account).Protect(Convert.ToBase64String(secret), OfferHolds);

    /// <summary>Null when it is another account's, or half an hour old.</summary>
    public byte[]? Offered(AccountId account, string? offer)
    {
        try
        {
            return offer is null
                ? null
                : Convert.FromBase64String(OfferOf(account).Unprotect(offer));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <returns>The recovery codes; null when the code is not the secret's.</returns>
    public async Task<IReadOnlyList<string>?> SetAsync(AccountId id, byte[] secret, string typed)
    {
        var now = time.Now();
        await using var db = database.Open(Looks);
        return await db.WriteAsync(async () =>
        {
            db.ChangeTracker.Clear();
            var account = await db.Accounts.SingleAsync(one => one.Id == id);
            if (Totp.StepOf(secret, typed, now, last: 0) is not { } step)
            {
                return null;
            }

            account.TotpSecret = kept.Protect(Convert.ToBase64String(secret));
            account.LastTotpStep = step;
            db.Audit.Add(Entry(AuditAction.SecondFactorSet, id));
            var codes = await recovery.MakeAsync(db, id);
            await db.SaveChangesAsync();
            return codes;
        });
    }

    /// <summary>
    /// Takes a code of the app or a recovery code, once each: of two that arrive together one is late.
    /// </summary>
    /// <returns>What the sign-in is then proved by; null when the code does not fit.</returns>
    public async Task<SignInMeans?> TakeAsync(AccountId id, string typed)
    {
        var now = time.Now();
        await using var db = database.Open(Looks);
        return await db.WriteAsync<SignInMeans?>(async () =>
        {
            db.ChangeTracker.Clear();
            var account = await db.Accounts.SingleAsync(one => one.Id == id);
            if (StepOf(account, typed, now) is { } step)
            {
                account.LastTotpStep = step;
                await db.SaveChangesAsync();
                return SignInMeans.PasswordAndTotp;
            }

            if (!await recovery.TakeAsync(db, id, typed))
            {
                return null;
            }

            await db.SaveChangesAsync();
            return SignInMeans.PasswordAndRecoveryCode;
        });
    }

    public async Task RemoveAsync(AccountId id)
    {
        await using var db = database.Open(Looks);
        await db.WriteAsync(async () =>
        {
            db.ChangeTracker.Clear();
            var account = await db.Accounts.SingleAsync(one => one.Id == id);
            account.TotpSecret = null;
            db.RecoveryCodes.RemoveRange(
                await db.RecoveryCodes.Where(code => code.AccountId == id).ToListAsync()
            );
            db.Audit.Add(Entry(AuditAction.SecondFactorRemoved, id));
            await db.SaveChangesAsync();
        });
    }

    private long? StepOf(Access.Account account, string typed, DateTimeOffset now) =>
        SecretOf(account) is { } secret
            ? Totp.StepOf(secret, typed, now, account.LastTotpStep)
            : null;

    // Without the keys of the installation no app fits any more; recovery codes still do.
    private byte[]? SecretOf(Access.Account account)
    {
        try
        {
            return account.TotpSecret is { } secret
                ? Convert.FromBase64String(kept.Unprotect(secret))
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private AuditEntry Entry(AuditAction action, AccountId account) =>
        new()
        {
            At = time.Now(),
            Action = action,
            Actor = account,
        };

    private ITimeLimitedDataProtector OfferOf(AccountId account) =>
        protection.CreateProtector("totp offer", account.ToString()).ToTimeLimitedDataProtector();
}
