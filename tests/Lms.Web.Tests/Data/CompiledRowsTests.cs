using Lms.Domain.People;
using Lms.Web.Data;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Data;

/// <summary>Rows are the same however the database is read.</summary>
public sealed class CompiledRowsTests
{
    private readonly RowsOf<PersonId, PersonId> people = CompiledRows.Of(
        (LmsDbContext db, string? all, IReadOnlyCollection<PersonId> some) =>
            db
                .People.Where(one => all != null || some.Contains(one.Id))
                .OrderBy(one => one.Id)
                .Select(one => one.Id)
    );

    private readonly RowsByWordOf<PersonId, PersonId> named = CompiledRows.ByWordOf(
        (LmsDbContext db, string family, string? all, IReadOnlyCollection<PersonId> some) =>
            db
                .People.Where(one =>
                    (all != null || some.Contains(one.Id)) && one.Name.Family == family
                )
                .Select(one => one.Id)
    );

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Null_is_everyone_and_an_empty_list_is_nobody(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        await using var db = host.Look();
        var everyone = await db.People.OrderBy(one => one.Id).Select(one => one.Id).ToListAsync();
        var two = everyone.Take(2).ToList();
        var first = await db.People.AsNoTracking().SingleAsync(one => one.Id == two[0]);
        var cancel = TestContext.Current.CancellationToken;

        Assert.Equal(everyone, await people(db, null, cancel));
        Assert.Equal(two, await people(db, two, cancel));
        Assert.Empty(await people(db, [], cancel));
        Assert.Contains(first.Id, await named(db, first.Name.Family, null, cancel));
        Assert.Equal([first.Id], await named(db, first.Name.Family, [first.Id], cancel));
        Assert.Empty(await named(db, first.Name.Family, [], cancel));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Who_went_away_is_not_read_for(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        await using var db = host.Look();
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => people(db, null, gone.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => people(db, [], gone.Token));
        Assert.NotEmpty(await people(db, null, CancellationToken.None));
    }
}
