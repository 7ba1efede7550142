using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Access;

/// <summary>Nobody reads, counts or lists beyond their scope, whatever they ask.</summary>
public sealed class ScopeTests
{
    [Fact]
    public async Task Every_entity_about_a_person_or_an_account_has_the_scope_filter()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        await using var db = host.Look();
        string[] ours = ["Lms.Domain", "Lms.Web"];
        var open = db
            .Model.GetEntityTypes()
            .Where(type =>
                ours.Any(space =>
                    type.ClrType.FullName!.StartsWith(space, StringComparison.Ordinal)
                )
            )
            .Where(type => type.FindDeclaredQueryFilter(Scope.Filter) is null)
            .Select(type => type.ClrType.Name)
            .Order(StringComparer.Ordinal);
        // What names no person: places, courses, the register's counter, hashes of the issue log and of setup codes.
        Assert.Equal(
            [
                "Activity",
                "ActivityText",
                "ActivityVersion",
                "AirAlert",
                "Announcement",
                "BankText",
                "Course",
                "CourseArchival",
                "CourseQuestion",
                "CourseTrainer",
                "CourseVersion",
                "Institution",
                "IssueLogEntry",
                "LiveRun",
                "LiveSession",
                "RecordingCut",
                "RegisterYear",
                "RequirementRevision",
                "SetupCode",
                "Territory",
            ],
            open
        );
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_viewer_sees_no_person_outside_the_scope(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var everyone = await SeenAsync(host, Viewer.System("a test looks"));
        Assert.Equal(8, everyone.Count);
        Assert.Empty(await SeenAsync(host, Viewer.Nobody));

        var manager = await ViewerAsync(host, "manager@demo.example");
        var seen = await SeenAsync(host, manager);
        Assert.NotEmpty(seen);
        Assert.All(
            seen,
            person =>
                Assert.True(
                    manager.Communities.Contains(person.Community) || person.Id == manager.Person
                )
        );
        Assert.DoesNotContain(
            seen,
            person =>
                person.Id
                == everyone
                    .Single(p => p.Name.Family.StartsWith("Левченко", StringComparison.Ordinal))
                    .Id
        );

        var specialist = await ViewerAsync(host, "specialist@demo.example");
        Assert.Equal(
            [specialist.Person!.Value],
            (await SeenAsync(host, specialist)).Select(person => person.Id)
        );
        Assert.Equal(
            8,
            (await SeenAsync(host, await ViewerAsync(host, "admin@demo.example"))).Count
        );
    }

    [Fact]
    public async Task Answers_are_read_by_their_learner_alone()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var learner = new Journey.Learner(host, await host.SignedInAsync("specialist"));
        await learner.ReadLessonsAsync();
        await learner.StartQuizAsync();
        await learner.SubmitQuizAsync();

        foreach (var other in new[] { "manager", "regional", "admin", "trainer", "specialist2" })
        {
            var viewer = await ViewerAsync(host, $"{other}@demo.example");
            await using var db = host.Services.GetRequiredService<LmsDatabase>().Open(viewer);
            Assert.Equal(0, await db.Responses.CountAsync());
            Assert.Equal(0, await db.Attempts.CountAsync());
        }

        var own = await ViewerAsync(host, "specialist@demo.example");
        await using var mine = host.Services.GetRequiredService<LmsDatabase>().Open(own);
        Assert.Equal(1, await mine.Attempts.CountAsync());
    }

    [Fact]
    public async Task A_lost_grant_counts_at_the_next_request()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var manager = await host.SignedInAsync("manager");
        using var before = await manager.GetAsync("/manage/people");
        Assert.Equal(System.Net.HttpStatusCode.OK, before.StatusCode);

        await using (var db = host.Look())
        {
            var account = await db
                .Accounts.Include(a => a.Grants)
                .SingleAsync(a => a.Email == "manager@demo.example");
            db.Grants.RemoveRange(account.Grants);
            await db.SaveChangesAsync();
        }

        using var after = await manager.GetAsync("/manage/people");
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, after.StatusCode);
    }

    [Fact]
    public async Task A_pooled_context_keeps_no_viewer_for_the_next_one()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var database = host.Services.GetRequiredService<LmsDatabase>();
        for (var turn = 0; turn < 20; turn++)
        {
            await using (var open = database.Open(Viewer.System("a test looks")))
            {
                Assert.Equal(8, await open.People.CountAsync());
            }

            await using var closed = database.Open(Viewer.Nobody);
            Assert.Equal(0, await closed.People.CountAsync());
        }
    }

    private static async Task<List<Person>> SeenAsync(LmsHost host, Viewer viewer)
    {
        await using var db = host.Services.GetRequiredService<LmsDatabase>().Open(viewer);
        return await db.People.ToListAsync();
    }

    private static async Task<Viewer> ViewerAsync(LmsHost host, string email)
    {
        await host.SignedInAsync(email.Split('@')[0]);
        await using var db = host.Look();
        var account = await db.Accounts.SingleAsync(a => a.Email == email);
        var session = await db.Sessions.SingleAsync(one => one.AccountId == account.Id);
        return (
            await host
                .Services.GetRequiredService<ViewerReads>()
                .FindAsync(session.Id, account.SecurityStamp!)
        )!;
    }
}
