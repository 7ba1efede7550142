using Lms.Web.Access;
using Microsoft.AspNetCore.Identity;

namespace Lms.Web.Features.Account;

/// <summary>
/// Checks an e-mail or a phone number and a password. An absent account costs the same hashing as a present
/// one, and at most as many are hashed at once as there are cores.
/// </summary>
public sealed class SignIn(
    UserManager<Access.Account> accounts,
    NormalisingHasher hasher,
    SignInDatabase database,
    Content.Pack.OrganisationPack pack,
    TimeProvider time
)
{
    private static readonly SemaphoreSlim Hashing = new(Environment.ProcessorCount);
    private static readonly Access.Account Nobody = new();

    /// <summary>The account; null when there is none, it is closed or the password is another.</summary>
    public async Task<Access.Account?> CheckAsync(string typed, string password)
    {
        if (PasswordText.IsTooLong(password))
        {
            return null;
        }

        var account = Shared.WaysIn.LoginName.Read(typed, pack.Phones) is { } login
            ? await accounts.FindByNameAsync(login.Value)
            : null;
        var isRight = await IsRightAsync(account, password);
        if (!isRight || account is not { PasswordHash: not null, DeactivatedAt: null })
        {
            return null;
        }

        await WriteDownAsync(account);
        return account;
    }

    /// <summary>Always one hash, whether there is an account or not.</summary>
    public async Task<bool> IsRightAsync(Access.Account? account, string password)
    {
        await Hashing.WaitAsync();
        try
        {
            return hasher.VerifyHashedPassword(
                    account ?? Nobody,
                    account?.PasswordHash ?? hasher.Decoy,
                    password
                ) != PasswordVerificationResult.Failed;
        }
        finally
        {
            Hashing.Release();
        }
    }

    public async Task WriteDownAsync(Access.Account account)
    {
        database.Db.Audit.Add(
            new AuditEntry
            {
                At = Shared.Clock.Now(time),
                Action = AuditAction.SignedIn,
                Actor = account.Id,
            }
        );
        await database.Db.SaveChangesAsync();
    }
}
