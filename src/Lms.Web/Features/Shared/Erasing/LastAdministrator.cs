using Lms.Web.Access;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared.Erasing;

/// <summary>Without an administrator nobody could let anyone in.</summary>
internal static class LastAdministrator
{
    /// <summary>Whether nobody else is an administrator on the day.</summary>
    public static async Task<bool> IsAmongAsync(
        LmsDbContext db,
        Footprint who,
        DateOnly today,
        CancellationToken cancel
    )
    {
        var administrators = await db
            .Accounts.Where(account =>
                account.DeactivatedAt == null
                && account.Grants.Any(grant =>
                    grant.Role == AccessRole.Admin
                    && grant.From <= today
                    && (grant.To == null || grant.To >= today)
                )
            )
            .Select(account => account.Id)
            .ToListAsync(cancel);
        return administrators.Exists(who.Accounts.Contains)
            && administrators.TrueForAll(who.Accounts.Contains);
    }
}
