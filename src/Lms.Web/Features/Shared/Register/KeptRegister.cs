using Lms.Domain.People;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared.Register;

public sealed record CommunityPeople(TerritoryCode Community, int People);

/// <summary>
/// What nearly every page of people offers to choose from, as it was read a moment ago. Names no person.
/// </summary>
public sealed class KeptRegister(LmsDatabase database, WriteWatch watch)
{
    private static readonly Viewer Reader = Viewer.System("read what the register offers");

    private readonly KeptRead<IReadOnlyList<Institution>> institutions = new(
        watch.Institutions,
        async () =>
        {
            await using var db = database.Open(Reader);
            return await db.Institutions.AsNoTracking().ToListAsync();
        }
    );

    private readonly KeptRead<IReadOnlyList<CommunityPeople>> people = new(
        watch.People,
        async () =>
        {
            await using var db = database.Open(Reader);
            return await CountAsync(db);
        }
    );

    /// <summary>Of the whole register.</summary>
    public ValueTask<IReadOnlyList<Institution>> InstitutionsAsync() => institutions.GetAsync();

    /// <summary>How many people each community has of those the viewer sees; none has nought.</summary>
    public async ValueTask<IReadOnlyList<CommunityPeople>> PeopleAsync(LmsDbContext db) =>
        db.Viewer.SeesEveryone ? await people.GetAsync() : await CountAsync(db);

    private static async Task<IReadOnlyList<CommunityPeople>> CountAsync(LmsDbContext db) =>
        await db
            .People.Where(one => one.MergedInto == null && one.ErasedAt == null)
            .GroupBy(one => one.Community)
            .Select(group => new CommunityPeople(group.Key, group.Count()))
            .ToListAsync();
}
