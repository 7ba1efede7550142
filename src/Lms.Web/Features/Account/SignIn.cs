using Microsoft.AspNetCore.Identity;

namespace Lms.Web.Features.Account;

/// <summary>
/// Checks a login, an e-mail or a phone number, and a password. An absent account costs the same hashing as a present one, and
/// at most as many are hashed at once as there are cores.
/// </summary>
public sealed class SignIn(
    UserManager<Access.Account> accounts,
    IPasswordHasher<Access.Account> hasher,
    Access.SignInDatabase database,
    Content.Pack.OrganisationPack pack,
    TimeProvider time
)
{
    private static readonly SemaphoreSlim Hashing = new(Environment.ProcessorCount);
    private static readonly Access.Account Nobody = new();
    private static string? decoy;

    /// <summary>The account; null when there is none or the password is another.</summary>
    public async Task<Access.Account?> CheckAsync(string typed, string password)
    {
        var account = Shared.WaysIn.LoginName.Read(typed, pack.Phones) is { } login
            ? await accounts.FindByNameAsync(login.Value)
            : null;
        await Hashing.WaitAsync();
        try
        {
            if (account?.PasswordHash is null)
            {
                decoy ??= hasher.HashPassword(Nobody, "decoy");
                hasher.VerifyHashedPassword(Nobody, decoy, password);
                return null;
            }

            if (!await accounts.CheckPasswordAsync(account, password))
            {
                return null;
            }
        }
        finally
        {
            Hashing.Release();
        }

        await WriteDownAsync(account);
        return account;
    }

    private async Task WriteDownAsync(Access.Account account)
    {
        database.Db.Audit.Add(
            new Access.AuditEntry
            {
                At = Shared.Clock.Now(time),
                Action = Access.AuditAction.SignedIn,
                Actor = account.Id,
            }
        );
        await database.Db.SaveChangesAsync();
    }
}
