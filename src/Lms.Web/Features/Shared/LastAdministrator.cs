using Lms.Web.Access;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared;

/// <summary>Somebody must always be able to let others in: the last administrator stays one.</summary>
public static class LastAdministrator
{
    /// <summary>The administrators' rights that hold on the day, of accounts that are open.</summary>
    public static IQueryable<Grant> Holding(LmsDbContext db, DateOnly today) =>
        db
            .Grants.AsNoTracking()
            .Where(grant =>
                grant.Role == AccessRole.Admin
                && grant.From <= today
                && (grant.To == null || grant.To >= today)
                && db.Accounts.Any(account =>
                    account.Id == grant.AccountId && account.DeactivatedAt == null
                )
            );

    /// <summary>Whether, without <paramref name="lost"/>, nobody would be an administrator as long.</summary>
    /// <param name="holding">See <see cref="Holding"/>.</param>
    public static bool Is(Func<Grant, bool> lost, IReadOnlyList<Grant> holding) =>
        holding
            .Where(lost)
            .Any(gone =>
                !holding.Any(other => !lost(other) && (other.To is null || other.To >= gone.To))
            );

    /// <summary>Whether the right is one, and nobody else's lasts as long.</summary>
    public static async Task<bool> IsAsync(LmsDbContext db, GrantId right, DateOnly today) =>
        Is(grant => grant.Id == right, await Holding(db, today).ToListAsync());

    /// <summary>Whether, without the accounts, nobody would be one as long.</summary>
    public static async Task<bool> IsAmongAsync(
        LmsDbContext db,
        IReadOnlyCollection<AccountId> accounts,
        DateOnly today,
        CancellationToken cancel = default
    ) =>
        Is(
            grant => accounts.Contains(grant.AccountId),
            await Holding(db, today).ToListAsync(cancel)
        );
}
