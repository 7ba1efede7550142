using Lms.Web.Access;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared.Erasing;

/// <summary>Without an administrator nobody could let anyone in.</summary>
internal static class LastAdministrator
{
    /// <summary>Whether nobody else is an administrator on the day and for as long.</summary>
    public static async Task<bool> IsAmongAsync(
        LmsDbContext db,
        Footprint who,
        DateOnly today,
        CancellationToken cancel
    )
    {
        var held = await db
            .Accounts.Where(account => account.DeactivatedAt == null)
            .SelectMany(account => account.Grants)
            .Where(grant =>
                grant.Role == AccessRole.Admin
                && grant.From <= today
                && (grant.To == null || grant.To >= today)
            )
            .AsNoTracking()
            .ToListAsync(cancel);
        var others = held.FindAll(grant => !who.Accounts.Contains(grant.AccountId));
        return held.Exists(lost =>
            who.Accounts.Contains(lost.AccountId)
            && !others.Exists(other => other.To is null || other.To >= lost.To)
        );
    }
}
