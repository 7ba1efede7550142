using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared.Attending;
using Lms.Web.Features.Shared.Meeting;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Replays;

/// <summary>Reads a look back with the product's own eyes: whoever asks has been let in before.</summary>
public sealed class ReplayReads(LmsDatabase database, KeptLogs logs)
{
    private static readonly Viewer Reader = Viewer.System("look back at a session");

    public async Task<(SessionLog Log, Replay Replay)> OfAsync(LiveSessionId id, bool keeps)
    {
        await using var db = database.Open(Reader);
        var log = (await logs.OfAsync(db, id))!;
        var people = log.Room.People.ToList();
        // A person's own choice at the door, as the room keeps it: the last one counts.
        var inFull = log
            .Events.Select(one => one.What)
            .OfType<RoomEvent.Entered>()
            .GroupBy(one => one.Person)
            .Where(group => group.Last().IsNamedInFull)
            .Select(group => group.Key)
            .ToHashSet();
        var names = await db
            .People.Where(one => people.Contains(one.Id) && one.ErasedAt == null)
            .Select(one => new { one.Id, one.Name })
            .ToListAsync();
        var cuts = await db.CutsOfAsync(id);
        return (
            log,
            Replay.Of(
                log,
                names.ToDictionary(
                    one => one.Id,
                    one => ShownName.Of(one.Name, inFull.Contains(one.Id) || Leads(log, one.Id))
                ),
                cuts,
                keeps
            )
        );
    }

    private static bool Leads(SessionLog log, PersonId person) =>
        log.Room.RoleOf(person) is { } role && RoomRules.Leads(role);
}
