using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared.Attending;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Attendances;

/// <param name="Name">Null for a person who was erased.</param>
public sealed record RegisterRow(AttendanceLine Line, PersonName? Name);

/// <summary>The register of a session, by name. Read with the product's own eyes, for those who lead it.</summary>
public sealed class RegisterReads(LmsDatabase database, AttendanceReads reads)
{
    private static readonly Viewer Reader = Viewer.System("a trainer reads the register");

    public async Task<(SessionLog Log, IReadOnlyList<RegisterRow> Rows)> OfAsync(
        LiveSessionId session
    )
    {
        var (log, lines) = (await reads.AllAsync(session))!.Value;
        List<PersonId> ids = [.. lines.Select(one => one.Person)];
        await using var db = database.Open(Reader);
        var names = await db
            .People.Where(one => ids.Contains(one.Id) && one.ErasedAt == null)
            .Select(one => new { one.Id, one.Name })
            .ToDictionaryAsync(one => one.Id, one => one.Name);
        return (
            log,
            [
                .. lines
                    .Select(one => new RegisterRow(one, names.GetValueOrDefault(one.Person)))
                    .OrderBy(row => row.Name is null)
                    .ThenBy(row => row.Name?.Full, StringComparer.CurrentCulture),
            ]
        );
    }

    /// <summary>Those who lead it, as a sheet names them.</summary>
    public async Task<IReadOnlyList<string>> TrainersAsync(LiveSessionId session)
    {
        await using var db = database.Open(Reader);
        var names = await db
            .SessionTrainers.Where(one =>
                one.SessionId == session
                && (one.Role == RoomRole.Trainer || one.Role == RoomRole.CoTrainer)
            )
            .Join(
                db.People.Where(one => one.ErasedAt == null),
                trainer => trainer.PersonId,
                person => person.Id,
                (_, person) => person.Name
            )
            .ToListAsync();
        return [.. names.Select(name => name.Full).Order(StringComparer.CurrentCulture)];
    }
}
