using Lms.Domain.People;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Manage.Assignments.Reminding;

/// <summary>
/// Who is told about the people of a community: its own managers and their deputies, else those of
/// the next wider territory.
/// </summary>
public sealed class NearestManagers
{
    private readonly ILookup<TerritoryCode?, PersonId> byTerritory;
    private readonly TerritoryTree territories;

    private NearestManagers(
        ILookup<TerritoryCode?, PersonId> byTerritory,
        TerritoryTree territories
    )
    {
        this.byTerritory = byTerritory;
        this.territories = territories;
    }

    public static async Task<NearestManagers> ReadAsync(
        LmsDbContext db,
        OrganisationPack pack,
        DateOnly today,
        CancellationToken cancel
    )
    {
        var held = await (
            from grant in db.Grants.AsNoTracking()
            join account in db.Accounts on grant.AccountId equals account.Id
            where
                grant.Role == AccessRole.Manager
                && grant.From <= today
                && (grant.To == null || grant.To >= today)
                && account.DeactivatedAt == null
                && account.PersonId != null
            select new
            {
                grant.Territory,
                grant.AccountId,
                grant.DeputyOf,
                Person = account.PersonId!.Value,
            }
        ).ToListAsync(cancel);
        // What a deputy may do ends with the right that was lent.
        var backed = held.Where(one =>
            one.DeputyOf is not { } holder
            || held.Exists(own =>
                own.AccountId == holder && own.DeputyOf is null && own.Territory == one.Territory
            )
        );
        return new(
            backed
                .Select(one => (one.Territory, one.Person))
                .Distinct()
                .ToLookup(one => one.Territory, one => one.Person),
            pack.Territories
        );
    }

    public IEnumerable<PersonId> Of(TerritoryCode community)
    {
        for (
            TerritoryCode? place = community;
            place is { } code;
            place = territories.Find(code)?.Parent
        )
        {
            if (byTerritory.Contains(code))
            {
                return byTerritory[code];
            }
        }

        return byTerritory[null];
    }
}
