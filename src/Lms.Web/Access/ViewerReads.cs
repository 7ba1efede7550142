using Lms.Domain.People;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Access;

/// <summary>
/// Reads who a cookie's account is: on every request, from the database, so that a closed account,
/// a changed password or a lost grant counts at once.
/// </summary>
public sealed class ViewerReads(LmsDatabase database, OrganisationPack pack, TimeProvider time)
{
    private static readonly Viewer SignIn = Viewer.System("check the cookie of a request");

    private readonly Func<LmsDbContext, AccountId, DateOnly, Task<AccountRow?>> find =
        EF.CompileAsyncQuery(
            (LmsDbContext db, AccountId id, DateOnly today) =>
                db
                    .Accounts.Where(account => account.Id == id && account.DeactivatedAt == null)
                    .Select(account => new AccountRow(
                        account.PersonId,
                        account.SecurityStamp,
                        account
                            .Grants.Select(grant => new HeldGrant(
                                grant.Role,
                                grant.Territory,
                                grant.From,
                                grant.To
                            )
                            {
                                // What a deputy may do ends with the right of whoever named them.
                                IsBacked =
                                    grant.DeputyOf == null
                                    || db.Grants.Any(own =>
                                        own.AccountId == grant.DeputyOf
                                        && own.DeputyOf == null
                                        && own.Role == grant.Role
                                        && own.Territory == grant.Territory
                                        && own.From <= today
                                        && (own.To == null || own.To >= today)
                                        && db.Accounts.Any(holder =>
                                            holder.Id == own.AccountId
                                            && holder.DeactivatedAt == null
                                        )
                                    ),
                            })
                            .ToList()
                    ))
                    .FirstOrDefault()
        );

    /// <summary>The viewer; null when the account is gone or closed or the cookie is from before a change.</summary>
    public async Task<Viewer?> FindAsync(AccountId id, string stamp)
    {
        await using var db = database.Open(SignIn);
        var today = pack.DayOf(time.Now());
        var row = await find(db, id, today);
        return row is null || row.Stamp != stamp
            ? null
            : Viewer.Of(id, row.Person, row.Grants, today, pack.Territories);
    }

    private sealed record AccountRow(PersonId? Person, string? Stamp, List<HeldGrant> Grants);
}
