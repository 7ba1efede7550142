using Lms.Domain.People;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Register;
using Lms.Web.Features.Shared.WaysIn;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Manage.People;

public sealed record HeldPostRow(
    PostId Id,
    string Institution,
    string StaffRole,
    DateOnly From,
    DateOnly? To
);

public sealed record MoveRow(string From, string To, DateOnly On);

public sealed record AreaRow(ServedTerritoryId Id, string Territory, DateOnly From, DateOnly? To);

public sealed record AwayRow(
    UnavailabilityId Id,
    DateOnly From,
    DateOnly Until,
    string Reason,
    bool IsOver
);

/// <summary>What who follows a person sees of their place in the register.</summary>
/// <param name="AwayUntil">Null for who is there today.</param>
public sealed record PersonCard(
    PersonId Id,
    string Name,
    string Latin,
    TerritoryCode Community,
    DateOnly? AwayUntil,
    IReadOnlyList<HeldPostRow> Posts,
    IReadOnlyList<MoveRow> Moves,
    IReadOnlyList<AreaRow> Areas
);

/// <summary>Reads one person within the viewer's scope: foreign and absent are the same null.</summary>
public sealed class PersonReads(
    LmsDbContext db,
    InstitutionReads institutions,
    CurrentViewer current,
    OrganisationPack pack,
    TimeProvider time
)
{
    public DateOnly Today => pack.DayOf(time.Now());

    public async Task<PersonCard?> FindAsync(PersonId id, Texts texts)
    {
        if (await KnownAsync(id) is not { } person)
        {
            return null;
        }

        var posts = await db.Posts.AsNoTracking().Where(one => one.PersonId == id).ToListAsync();
        var moves = await db
            .CommunityMoves.AsNoTracking()
            .Where(one => one.PersonId == id)
            .OrderByDescending(one => one.On)
            .ToListAsync();
        var areas = await db
            .ServedTerritories.AsNoTracking()
            .Where(one => one.PersonId == id)
            .OrderBy(one => one.To != null)
            .ThenByDescending(one => one.From)
            .ToListAsync();
        var names = await institutions.NamesAsync(
            [.. posts.Select(one => one.Institution).Distinct()],
            texts.Language
        );
        var away = await AwayAsync(id);
        return new(
            id,
            person.Name.Full,
            person.LatinName ?? "",
            person.Community,
            SetUnavailability.UntilOn(away.Select(one => one.Days(pack.DayOf)), Today),
            [
                .. posts
                    .OrderBy(one => one.To is not null)
                    .ThenByDescending(one => one.From)
                    .Select(one => new HeldPostRow(
                        one.Id,
                        names.GetValueOrDefault(one.Institution, one.Institution),
                        pack.StaffRole(one.StaffRole)?.Name.In(texts.Language) ?? one.StaffRole,
                        one.From,
                        one.To
                    )),
            ],
            [
                .. moves.Select(one => new MoveRow(
                    texts.PlaceWords(pack, one.From),
                    texts.PlaceWords(pack, one.To),
                    one.On
                )),
            ],
            [
                .. areas.Select(one => new AreaRow(
                    one.Id,
                    texts.PlaceWords(pack, one.Territory),
                    one.From,
                    one.To
                )),
            ]
        );
    }

    /// <summary>The absences of a person with their reasons, the latest first; null for a foreign one.</summary>
    public async Task<(string Name, IReadOnlyList<AwayRow> Away)?> ReasonsAsync(PersonId id)
    {
        if (await KnownAsync(id) is not { } person)
        {
            return null;
        }

        var away = await AwayAsync(id);
        return (
            person.Name.Full,
            [
                .. away.OrderByDescending(one => one.From)
                    .Select(one => new AwayRow(
                        one.Id,
                        one.From,
                        one.Until,
                        one.Reason ?? "",
                        one.EndedAt is not null || one.Until < Today
                    )),
            ]
        );
    }

    private Task<List<Unavailability>> AwayAsync(PersonId id) =>
        db.Unavailabilities.AsNoTracking().Where(one => one.PersonId == id).ToListAsync();

    private async Task<Person?> KnownAsync(PersonId id)
    {
        var person = await db
            .People.AsNoTracking()
            .SingleOrDefaultAsync(one =>
                one.Id == id && one.ErasedAt == null && one.MergedInto == null
            );
        return person is not null && current.Viewer.Answers(person.Community) ? person : null;
    }
}
