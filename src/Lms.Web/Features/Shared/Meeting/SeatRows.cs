using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Domain.Territories;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared.Meeting;

/// <param name="IsGiven">Somebody else gave it, unasked.</param>
public sealed record SeatRow(
    PersonId Person,
    PersonName Name,
    TerritoryCode Community,
    SeatState State,
    int Position,
    bool IsGiven
);

/// <summary>Who sits, waits and asks, by name: of those whom the eyes that read may see.</summary>
public static class SeatRows
{
    public static async Task<IReadOnlyList<SeatRow>> ReadAsync(LmsDbContext db, LiveSessionId id)
    {
        var rows = await db
            .SessionSeats.AsNoTracking()
            .Where(seat => seat.SessionId == id)
            .Join(
                db.People.Where(person => person.ErasedAt == null),
                seat => seat.PersonId,
                person => person.Id,
                (seat, person) =>
                    new
                    {
                        person.Id,
                        person.Name,
                        person.Community,
                        seat.State,
                        seat.Position,
                        IsGiven = seat.By != null,
                    }
            )
            .OrderBy(row => row.Position)
            .ToListAsync();
        return
        [
            .. rows.Select(row => new SeatRow(
                row.Id,
                row.Name,
                row.Community,
                row.State,
                row.Position,
                row.IsGiven
            )),
        ];
    }
}
