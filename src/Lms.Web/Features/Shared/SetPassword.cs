using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared.Passwords;
using Microsoft.AspNetCore.Identity;

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
    IPasswordHasher<Access.Account> hasher,
    PasswordRules rules,
    Tickets tickets,
    Sessions sessions,
    TimeProvider time
)
{
    public const int Shortest = PasswordRules.Shortest;

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
}
