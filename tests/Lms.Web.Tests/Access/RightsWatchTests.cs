using System.Net;
using Lms.Web.Access;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Access;

/// <summary>What a viewer may do is kept for a moment, and never past a write that changes it.</summary>
public sealed class RightsWatchTests
{
    // A write counts as not yet committed for two seconds.
    private static Task Settled() => Task.Delay(TimeSpan.FromSeconds(2.5));

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_right_that_ends_by_a_bare_update_ends_at_once(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var manager = await host.SignedInAsync("manager");
        await Settled();
        for (var look = 0; look < 3; look++)
        {
            Assert.Equal(HttpStatusCode.OK, (await manager.GetAsync("/manage/people")).StatusCode);
        }

        await using var db = host.Look();
        await db
            .Grants.Where(grant => grant.Role == AccessRole.Manager)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.To, new DateOnly(2020, 1, 1)));
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await manager.GetAsync("/manage/people")).StatusCode
        );
    }

    [Fact]
    public async Task A_sign_in_that_ends_ends_at_once_however_often_it_was_seen_before()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var specialist = await host.SignedInAsync("specialist");
        await Settled();
        await specialist.GetAsync("/learn");
        await specialist.GetAsync("/learn");
        await using var db = host.Look();
        await db.Sessions.ExecuteUpdateAsync(set =>
            set.SetProperty(one => one.EndedAt, host.Clock.GetUtcNow())
        );
        using var answer = await specialist.GetAsync("/learn");
        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
    }
}
