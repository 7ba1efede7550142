using Lms.Domain.Live;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Sessions.Live;

/// <summary>Which rooms an air alert concerns.</summary>
internal sealed class RoomAlerts(LmsDatabase database, OrganisationPack pack)
{
    private static readonly Viewer Watcher = Viewer.System("look for alerts over a room");

    /// <param name="active">All that last: a room within one of them stays calm.</param>
    public async Task TellAsync(
        IEnumerable<LiveRoom> rooms,
        IReadOnlySet<TerritoryCode> begun,
        IReadOnlySet<TerritoryCode> over,
        IReadOnlySet<TerritoryCode> active
    )
    {
        foreach (var room in rooms)
        {
            if (room.Facts.Territory is not { } there)
            {
                continue;
            }

            if (IsWithin(there, begun))
            {
                await room.AlertAsync(true);
            }
            else if (IsWithin(there, over) && !IsWithin(there, active))
            {
                await room.AlertAsync(false);
            }
        }
    }

    /// <summary>Who opens the doors during an alert finds it there.</summary>
    public async Task<bool> IsUnderAsync(RoomFacts facts)
    {
        if (facts.Territory is not { } there)
        {
            return false;
        }

        await using var db = database.Open(Watcher);
        var active = await db
            .AirAlerts.Where(one => one.Until == null && one.Source == AlertSource.Feed)
            .Select(one => one.Territory)
            .ToListAsync();
        return IsWithin(there, active);
    }

    private bool IsWithin(TerritoryCode there, IEnumerable<TerritoryCode> territories) =>
        territories.Any(one => pack.Territories.Within(one).Contains(there));
}
