using Lms.Web.Access;
using Lms.Web.Data;
using Microsoft.AspNetCore.Identity;

namespace Lms.Web.Features.Shared;

public enum PasswordAnswer
{
    Done,
    TooShort,
}

/// <summary>
/// Gives an account a password, inside the caller's write: every session ends, and every link
/// that would set another is void.
/// </summary>
public sealed class SetPassword(
    IPasswordHasher<Access.Account> hasher,
    Tickets tickets,
    Sessions sessions,
    TimeProvider time
)
{
    /// <summary>NIST SP 800-63B-4, 3.1.1.1: the least when it is the only factor.</summary>
    public const int Shortest = 15;

    public async Task<PasswordAnswer> InsideAsync(
        LmsDbContext db,
        Access.Account account,
        string password
    )
    {
        if (password.Length < Shortest)
        {
            return PasswordAnswer.TooShort;
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
