using Lms.Web.Tests.Features.Manage.People;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Data;

/// <summary>What follows a write comes after its commit, and takes nothing of it back.</summary>
public sealed class AfterwardsTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_write_stands_whatever_comes_of_what_follows_it_and_the_rest_follows(
        string database
    )
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var person = await host.PersonOfAsync("specialist");
        await using var db = host.Look();
        var seen = new List<string>();
        await db.WriteAsync(async () =>
        {
            var one = await db.People.SingleAsync(one => one.Id == person);
            one.Name = one.Name with { Given = "Соломія" };
            db.Afterwards(() => throw new InvalidOperationException("At once."));
            db.Afterwards(async () =>
            {
                await Task.Yield();
                throw new OperationCanceledException("Later.");
            });
            db.Afterwards(async () =>
            {
                await using var other = host.Look();
                seen.Add((await other.People.SingleAsync(one => one.Id == person)).Name.Given);
            });
            await db.SaveChangesAsync();
        });

        Assert.Equal(["Соломія"], seen);
        // Nothing of it follows the next write.
        await db.WriteAsync(() => db.SaveChangesAsync());
        Assert.Single(seen);
    }

    [Fact]
    public async Task What_follows_a_write_that_failed_is_not_done()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        await using var db = host.Look();
        var isDone = false;
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            db.WriteAsync(() =>
            {
                db.Afterwards(() =>
                {
                    isDone = true;
                    return Task.CompletedTask;
                });
                throw new InvalidOperationException("The write itself.");
            })
        );
        Assert.False(isDone);
    }
}
