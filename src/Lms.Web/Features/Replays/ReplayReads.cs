using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Attending;
using Lms.Web.Features.Shared.Meeting;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Replays;

/// <summary>Reads a look back with the product's own eyes: whoever asks has been let in before.</summary>
public sealed class ReplayReads(LmsDatabase database, TimeProvider time)
{
    private static readonly Viewer Reader = Viewer.System("look back at a session");

    public async Task<(SessionLog Log, Replay Replay)> OfAsync(LiveSessionId id, bool keeps)
    {
        await using var db = database.Open(Reader);
        var log = (await db.LogOfAsync(id, time.Now()))!;
        var people = log.Room.People.ToList();
        var names = await db
            .People.Where(one => people.Contains(one.Id) && one.ErasedAt == null)
            .Select(one => new { one.Id, one.Name })
            .ToListAsync();
        var cuts = await db.CutsOfAsync(id);
        return (
            log,
            Replay.Of(
                log,
                names.ToDictionary(one => one.Id, one => ShownName(log, one.Id, one.Name)),
                cuts,
                keeps
            )
        );
    }

    // As the room calls people.
    private static string ShownName(SessionLog log, PersonId person, PersonName name) =>
        log.Room.RoleOf(person) is { } role && RoomRules.Leads(role)
            ? $"{name.Given} {name.Family}".Trim()
        : name.Given.Length == 0 ? name.Family
        : name.Family.Length == 0 ? name.Given
        : $"{name.Given} {name.Family[..1]}.";
}
