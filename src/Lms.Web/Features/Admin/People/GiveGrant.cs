using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Admin.People;

public enum RightAnswer
{
    Done,

    /// <summary>No such open account, right or territory.</summary>
    Unknown,

    /// <summary>No days, or they end before they begin or before today.</summary>
    BadDays,

    /// <summary>The account holds the role in this territory in these days already.</summary>
    Held,

    LastAdministrator,
}

/// <summary>Gives an account a right for some days and takes it away. Both stand in the log.</summary>
public sealed class GiveGrant(
    LmsDbContext db,
    CurrentViewer current,
    OrganisationPack pack,
    TimeProvider time
)
{
    /// <param name="territory">Counts for managers and auditors alone; null for the whole register.</param>
    public Task<RightAnswer> RunAsync(
        AccountId account,
        AccessRole role,
        TerritoryCode? territory,
        DateOnly from,
        DateOnly? to
    ) =>
        db.WriteAsync(async () =>
        {
            var today = pack.DayOf(time.Now());
            if (to < from || to < today || from < today.AddYears(-1))
            {
                return RightAnswer.BadDays;
            }

            var where = role is AccessRole.Manager or AccessRole.Auditor ? territory : null;
            var holder = await db
                .Accounts.Include(one => one.Grants)
                .SingleOrDefaultAsync(one => one.Id == account && one.DeactivatedAt == null);
            if (holder is null || (where is { } code && pack.Territories.Find(code) is null))
            {
                return RightAnswer.Unknown;
            }

            if (holder.Grants.Any(one => IsSame(one, role, where, from, to)))
            {
                return RightAnswer.Held;
            }

            var grant = new Grant
            {
                Id = new(time.NewId()),
                AccountId = account,
                Role = role,
                Territory = where,
                From = from,
                To = to,
            };
            db.Grants.Add(grant);
            await RecordAsync(AuditAction.GrantGiven, holder, grant);
            return RightAnswer.Done;
        });

    /// <summary>From now on.</summary>
    public Task<RightAnswer> EndAsync(AccountId account, GrantId id) =>
        db.WriteAsync(async () =>
        {
            var today = pack.DayOf(time.Now());
            var grant = await db.Grants.SingleOrDefaultAsync(one =>
                one.Id == id && one.AccountId == account && (one.To == null || one.To >= today)
            );
            if (grant is null)
            {
                return RightAnswer.Unknown;
            }

            if (await LastAdministrator.IsAsync(db, grant.Id, today))
            {
                return RightAnswer.LastAdministrator;
            }

            grant.To = DeputyRule.Ended(grant.From, today);
            var holder = await db.Accounts.SingleAsync(one => one.Id == account);
            await RecordAsync(AuditAction.GrantEnded, holder, grant);
            return RightAnswer.Done;
        });

    private static bool IsSame(
        Grant held,
        AccessRole role,
        TerritoryCode? territory,
        DateOnly from,
        DateOnly? to
    ) =>
        held.DeputyOf is null
        && held.Role == role
        && held.Territory == territory
        && !(held.To < from)
        && !(to < held.From);

    private async Task RecordAsync(AuditAction action, Access.Account holder, Grant grant)
    {
        db.Audit.Add(
            new AuditEntry
            {
                At = time.Now(),
                Action = action,
                Actor = current.Viewer.Account,
                Subject = holder.PersonId,
                Detail = AccountWords.Of(holder, GrantWords.Of(grant)),
            }
        );
        await db.SaveChangesAsync();
    }
}
