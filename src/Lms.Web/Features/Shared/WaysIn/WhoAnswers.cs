using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared.WaysIn;

/// <summary>Who answers for which community when people are let in.</summary>
public static class WhoAnswers
{
    /// <summary>Whether the viewer may add people to the community.</summary>
    public static bool Answers(this Viewer viewer, TerritoryCode community) =>
        viewer.SeesEveryone || viewer.Communities.Contains(community);

    /// <summary>
    /// Accounts of the managers nearest to the community who can be written to; of administrators
    /// where there is none up to the whole register.
    /// </summary>
    public static async Task<IReadOnlyList<Access.Account>> NearestAsync(
        LmsDbContext db,
        OrganisationPack pack,
        TerritoryCode community,
        DateOnly today,
        AccountId? except = null
    )
    {
        foreach (var place in Upwards(pack, community))
        {
            var managers = await Holders(db, AccessRole.Manager, today, except)
                .Where(
                    Backing.Spelt<Func<Access.Account, bool>>(account =>
                        account.Grants.Any(grant =>
                            grant.Role == AccessRole.Manager
                            && grant.Territory == place
                            && Backing.IsBacked(db, grant, today)
                            && grant.From <= today
                            && (grant.To == null || grant.To >= today)
                        )
                    )
                )
                .ToListAsync();
            if (managers.Count > 0)
            {
                return managers;
            }
        }

        return await Holders(db, AccessRole.Admin, today, except).ToListAsync();
    }

    private static IQueryable<Access.Account> Holders(
        LmsDbContext db,
        AccessRole role,
        DateOnly today,
        AccountId? except
    ) =>
        db.Accounts.Where(account =>
            account.DeactivatedAt == null
            && account.Email != null
            && account.Id != except
            && account.Grants.Any(grant =>
                grant.Role == role && grant.From <= today && (grant.To == null || grant.To >= today)
            )
        );

    // The community, what it lies in, and at last the whole register.
    private static IEnumerable<TerritoryCode?> Upwards(
        OrganisationPack pack,
        TerritoryCode community
    )
    {
        var seen = new HashSet<TerritoryCode>();
        for (
            TerritoryCode? place = community;
            place is { } code && seen.Add(code);
            place = pack.Territories.Find(code)?.Parent
        )
        {
            yield return code;
        }

        yield return null;
    }
}
