using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Admin.People;

/// <summary>
/// Closes a login and opens it again. Closing ends every session at once, and every link and code that
/// would open another; rights stay for the day it is opened.
/// </summary>
public sealed class CloseAccount(
    LmsDbContext db,
    CurrentViewer current,
    Tickets tickets,
    OrganisationPack pack,
    TimeProvider time
)
{
    public Task<RightAnswer> RunAsync(AccountId id) =>
        db.WriteAsync(async () =>
        {
            if (await OpenAsync(db, id) is not { } account)
            {
                return RightAnswer.Unknown;
            }

            if (await LastAdministrator.IsAmongAsync(db, [account.Id], pack.DayOf(time.Now())))
            {
                return RightAnswer.LastAdministrator;
            }

            await InsideAsync(db, account);
            Record(AuditAction.AccountDeactivated, account);
            await db.SaveChangesAsync();
            return RightAnswer.Done;
        });

    public Task<RightAnswer> ReopenAsync(AccountId id) =>
        db.WriteAsync(async () =>
        {
            var account = await db.Accounts.SingleOrDefaultAsync(one =>
                one.Id == id
                && one.DeactivatedAt != null
                && !db.People.Any(person =>
                    person.Id == one.PersonId
                    && (person.MergedInto != null || person.ErasedAt != null)
                )
            );
            if (account is null)
            {
                return RightAnswer.Unknown;
            }

            account.DeactivatedAt = null;
            Record(AuditAction.AccountReactivated, account);
            await db.SaveChangesAsync();
            return RightAnswer.Done;
        });

    /// <summary>Inside the caller's write.</summary>
    public async Task InsideAsync(LmsDbContext inside, Access.Account account)
    {
        var now = time.Now();
        account.DeactivatedAt = now;
        account.SecurityStamp = time.NewId().ToString("N");
        foreach (var kind in Enum.GetValues<TicketKind>())
        {
            await tickets.VoidAsync(inside, account.Id, kind);
        }

        foreach (
            var session in await inside
                .Sessions.Where(one => one.AccountId == account.Id && one.EndedAt == null)
                .ToListAsync()
        )
        {
            session.EndedAt = now;
        }
    }

    private static Task<Access.Account?> OpenAsync(LmsDbContext db, AccountId id) =>
        db.Accounts.SingleOrDefaultAsync(one => one.Id == id && one.DeactivatedAt == null);

    private void Record(AuditAction action, Access.Account account) =>
        db.Audit.Add(
            new AuditEntry
            {
                At = time.Now(),
                Action = action,
                Actor = current.Viewer.Account,
                Subject = account.PersonId,
                Detail = AccountWords.Of(account, ""),
            }
        );
}
