using Lms.Domain.Live;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Sessions.Live;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Sessions.Alerts;

/// <summary>Brings the alerts of the register and the rooms to what the feed says is so now.</summary>
internal sealed class SettleAlerts(LmsDatabase database, LiveRooms rooms, TimeProvider time)
{
    private static readonly Viewer Feed = Viewer.System("settle air alerts");

    /// <param name="active">Territories that are under an alert.</param>
    public async Task RunAsync(
        IReadOnlySet<TerritoryCode> active,
        CancellationToken cancel = default
    )
    {
        var now = time.Now();
        await using var db = database.Open(Feed);
        var (begun, over) = await db.WriteAsync(
            async () =>
            {
                var open = await db
                    .AirAlerts.Where(one => one.Source == AlertSource.Feed && one.Until == null)
                    .ToListAsync(cancel);
                var known = open.Select(one => one.Territory).ToHashSet();
                var fresh = active.Where(code => !known.Contains(code)).ToHashSet();
                db.AirAlerts.AddRange(
                    fresh.Select(code => new AirAlert
                    {
                        Id = new(time.NewId()),
                        Territory = code,
                        From = now,
                        Source = AlertSource.Feed,
                    })
                );
                var ended = open.Where(one => !active.Contains(one.Territory)).ToList();
                ended.ForEach(one => one.Until = now);
                await db.SaveChangesAsync(cancel);
                return (fresh, ended.Select(one => one.Territory).ToHashSet());
            },
            cancel
        );
        if (begun.Count + over.Count > 0)
        {
            await rooms.AlertAsync(begun, over, active);
        }
    }
}
