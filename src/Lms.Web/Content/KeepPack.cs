using Lms.Domain.People;
using Lms.Domain.Territories;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Content;

/// <summary>
/// Keeps the pack's territories and institutions in the database, where people refer to them. What a
/// pack no longer names stays, because history may name it.
/// </summary>
public sealed class KeepPack(LmsDbContext db, OrganisationPack pack)
{
    public Task RunAsync() =>
        db.WriteAsync(async () =>
        {
            var territories = await db.Territories.ToDictionaryAsync(t => t.Code);
            foreach (var level in pack.Territories.Levels)
            {
                foreach (var territory in pack.Territories.All.Where(t => t.Level == level.Code))
                {
                    Keep(territories, territory);
                }
            }

            var institutions = await db.Institutions.ToDictionaryAsync(i => i.Code);
            foreach (var institution in pack.Institutions)
            {
                Keep(institutions, institution);
            }

            await db.SaveChangesAsync();
        });

    private void Keep(Dictionary<TerritoryCode, Territory> known, Territory now)
    {
        if (known.TryGetValue(now.Code, out var kept))
        {
            (kept.Level, kept.Parent, kept.Name) = (now.Level, now.Parent, now.Name);
            (kept.Kind, kept.Population) = (now.Kind, now.Population);
        }
        else
        {
            db.Territories.Add(now);
        }
    }

    private void Keep(Dictionary<string, Institution> known, Institution now)
    {
        if (known.TryGetValue(now.Code, out var kept))
        {
            (kept.Name, kept.Territory, kept.Kind) = (now.Name, now.Territory, now.Kind);
        }
        else
        {
            db.Institutions.Add(now);
        }
    }
}
