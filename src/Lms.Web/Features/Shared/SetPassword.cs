using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared.Passwords;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared;

/// <summary>The words for each stand in <see cref="PasswordWords"/>.</summary>
public enum PasswordAnswer
{
    Done,
    TooShort,
    TooLong,

    /// <summary>One that many people chose, with whatever around it.</summary>
    Common,

    /// <summary>A few signs said again and again.</summary>
    Repeated,

    /// <summary>Along the alphabet, the digits or the keyboard.</summary>
    Sequence,

    /// <summary>Little more than the name one signs in with.</summary>
    Login,

    /// <summary>Little more than the name of the site.</summary>
    SiteName,
}

/// <summary>
/// Gives an account a password, inside the caller's write: every session ends, and every link
/// that would set another is void.
/// </summary>
public sealed class SetPassword(
    LmsSettings settings,
    OrganisationPack pack,
    IPasswordHasher<Access.Account> hasher,
    PasswordRules rules,
    Tickets tickets,
    Access.Sessions sessions,
    TimeProvider time
)
{
    public const int Shortest = PasswordRules.Shortest;

    /// <summary>
    /// The same for whoever came by a link or a code and has not signed in: passkeys end too, because
    /// one of them may be what a stranger left behind. Where a passkey is the only second factor of
    /// someone who must have one, it stays: it was added with a second factor, is asked for next, and
    /// without it a mailbox would be enough to become an administrator.
    /// </summary>
    public async Task<PasswordAnswer> AnewAsync(
        LmsDbContext db,
        Access.Account account,
        string password
    )
    {
        var answer = await InsideAsync(db, account, password);
        if (answer == PasswordAnswer.Done && !await NeedsItsPasskeyAsync(db, account))
        {
            await EndPasskeysAsync(db, account);
        }

        return answer;
    }

    public async Task<PasswordAnswer> InsideAsync(
        LmsDbContext db,
        Access.Account account,
        string password
    )
    {
        var answer = rules.Check(password, account.UserName, account.Email, account.PhoneNumber);
        if (answer != PasswordAnswer.Done)
        {
            return answer;
        }

        account.PasswordHash = hasher.HashPassword(account, password);
        account.SecurityStamp = time.NewId().ToString("N");
        await sessions.EndAllAsync(db, account.Id);
        foreach (var kind in Enum.GetValues<TicketKind>())
        {
            await tickets.VoidAsync(db, account.Id, kind);
        }

        db.Audit.Add(
            new AuditEntry
            {
                At = time.Now(),
                Action = AuditAction.PasswordSet,
                Actor = account.Id,
                Subject = account.PersonId,
            }
        );
        return PasswordAnswer.Done;
    }

    // A right of tomorrow counts as one of today.
    private async Task<bool> NeedsItsPasskeyAsync(LmsDbContext db, Access.Account account)
    {
        if (settings.Demo || account.TotpSecret is not null)
        {
            return false;
        }

        var today = pack.DayOf(time.Now());
        var roles = await db
            .Grants.Where(grant =>
                grant.AccountId == account.Id && (grant.To == null || grant.To >= today)
            )
            .Select(grant => grant.Role)
            .ToListAsync();
        return roles.Exists(SecondFactorRule.IsAskedOf);
    }

    private async Task EndPasskeysAsync(LmsDbContext db, Access.Account account)
    {
        var passkeys = db.Set<IdentityUserPasskey<AccountId>>();
        foreach (var passkey in await passkeys.Where(one => one.UserId == account.Id).ToListAsync())
        {
            passkeys.Remove(passkey);
            db.Audit.Add(
                new AuditEntry
                {
                    At = time.Now(),
                    Action = AuditAction.PasskeyRemoved,
                    Actor = account.Id,
                    Subject = account.PersonId,
                    Detail = "reset",
                }
            );
        }
    }
}
