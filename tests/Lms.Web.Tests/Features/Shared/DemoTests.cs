using Lms.Domain.Certification;
using Lms.Domain.Shared;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared.Certifying;
using Lms.Web.Features.Shared.Demo;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Shared;

/// <summary>The demonstration: invented people, the same everywhere, with a history that holds together.</summary>
public sealed class DemoTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Three_hundred_people_are_made_once_and_say_that_they_are_invented(
        string database
    )
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        Assert.Equal(300, await FillAsync(host, 300));
        Assert.Equal(0, await FillAsync(host, 300));
        await using var db = host.Look();
        var people = await db.People.AsNoTracking().ToListAsync();
        Assert.Equal(308, people.Count);
        Assert.All(
            people,
            one => Assert.Contains("Зразок", one.Name.Family, StringComparison.Ordinal)
        );
        Assert.All(people, one => Assert.NotEmpty(one.SortKey));
        Assert.Equal(51, people.Select(one => one.Community).Distinct().Count());
        Assert.True(await db.Completions.CountAsync() > 150);
        Assert.True(await db.Posts.CountAsync() > 300);
        Assert.True(await db.Unavailabilities.AnyAsync());
        Assert.True(await db.ServedTerritories.AnyAsync());
        Assert.True(await db.Evacuations.AnyAsync());
        Assert.True(await db.CommunityContacts.AnyAsync());
        Assert.Equal(0, await db.CertificateDocuments.CountAsync());
        Assert.Equal(
            await db.Certificates.CountAsync(),
            await db.Certificates.Select(one => one.Number).Distinct().CountAsync()
        );
        Assert.All(
            await db.Accounts.Where(one => one.PasswordHash == null).ToListAsync(),
            account => Assert.True(account.IsDemo)
        );
    }

    [Fact]
    public async Task One_seed_gives_the_same_people_and_another_one_others()
    {
        await using var one = await LmsHost.StartAsync(TestDatabase.Sqlite);
        await using var other = await LmsHost.StartAsync(TestDatabase.Sqlite);
        await FillAsync(one, 40);
        await FillAsync(other, 60);
        var (first, second) = (await NamesAsync(one), await NamesAsync(other));
        Assert.Equal(first, second.Where(first.Contains));
        await FillAsync(other, 40, seed: 7);
        Assert.Equal(108, (await NamesAsync(other)).Count);
    }

    [Fact]
    public async Task Every_kind_of_state_stands_somewhere_and_follows_from_the_facts()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        await FillAsync(host, 300);
        var pack = host.Services.GetRequiredService<OrganisationPack>();
        await using var db = host.Look();
        var book = await host.Services.GetRequiredService<CertificationReads>().ReadAsync(db);
        var today = pack.DayOf(host.Clock.GetUtcNow());
        var people = await db.People.Select(one => one.Id).ToListAsync();
        var certification = Assert.Single(pack.Certifications);
        var states = people
            .Select(person => certification.Rules.On(book.Of(person, certification.Code), today))
            .CountBy(state => state)
            .ToDictionary();
        foreach (
            var state in new[]
            {
                CertificationState.NotYet,
                CertificationState.Certified,
                CertificationState.Expiring,
                CertificationState.InGrace,
                CertificationState.Lapsed,
            }
        )
        {
            Assert.True(states.GetValueOrDefault(state) > 0, $"{state}");
        }

        // Reckoned again from what was done, no period is missing and none is too many.
        foreach (var person in people)
        {
            var facts = book.Of(person, certification.Code);
            var again = facts with { Periods = [] };
            while (certification.Rules.NextPeriod(again, today) is NextCycle.Earned earned)
            {
                var kept = facts.Periods.Single(one => one.Cycle == earned.Cycle);
                Assert.Equal(
                    (earned.CompletedOn, earned.Validity.From, earned.Validity.Until),
                    (kept.CompletedOn, kept.From, kept.Until)
                );
                again = again with { Periods = [.. again.Periods, kept] };
            }

            Assert.Equal(facts.Periods.Count, again.Periods.Count);
        }
    }

    [Fact]
    public async Task The_issue_log_tells_of_every_certificate()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        await FillAsync(host, 100);
        await using var db = host.Look();
        var lines = await db.IssueLog.AsNoTracking().OrderBy(one => one.Position).ToListAsync();
        var register = await db
            .Certificates.Select(one => new RegisteredCertificate(one.Number, one.Digest, false))
            .ToListAsync();
        Assert.NotEmpty(register);
        Assert.Null(IssueLogCheck.FirstFault(lines, register));
    }

    [Fact]
    public async Task Another_pack_gets_people_of_its_own_places_and_language()
    {
        await using var host = await LmsHost.StartAsync(
            TestDatabase.Sqlite,
            Repository.File("tests", "packs", "first-aid")
        );
        Assert.Equal(30, await FillAsync(host, 30));
        await using var db = host.Look();
        var people = await db.People.AsNoTracking().ToListAsync();
        Assert.Equal(38, people.Count);
        Assert.All(
            people,
            one => Assert.Contains("Sample", one.Name.Family, StringComparison.Ordinal)
        );
        Assert.Equal(3, people.Select(one => one.Community).Distinct().Count());
        Assert.True(await db.CertificationPeriods.AnyAsync());
    }

    private static async Task<int> FillAsync(LmsHost host, int people, int seed = FillDemo.Seed)
    {
        await using var work = host.Services.WorkAs("a test fills the demonstration");
        return await work.Services.GetRequiredService<FillDemo>().RunAsync(people, seed);
    }

    private static async Task<List<string>> NamesAsync(LmsHost host)
    {
        await using var db = host.Look();
        return
        [
            .. (await db.People.AsNoTracking().OrderBy(one => one.Id).ToListAsync()).Select(one =>
                $"{one.Name.Full} {one.Community}"
            ),
        ];
    }
}
