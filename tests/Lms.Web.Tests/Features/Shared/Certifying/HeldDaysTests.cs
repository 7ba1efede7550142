using System.Text.RegularExpressions;
using Lms.Domain.Certification;
using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Certifying;
using Lms.Web.Features.Shared.Demo;
using Lms.Web.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Shared.Certifying;

/// <summary>What is read for many says the same as all that is known of each.</summary>
public sealed class HeldDaysTests
{
    private const int Seed = 20_261;

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Days_held_are_those_of_the_whole_facts_whatever_cuts_them(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        await using (var work = host.Services.WorkAs("a test fills the demonstration"))
        {
            await work.Services.GetRequiredService<FillDemo>().RunAsync(120, FillDemo.Seed);
        }

        await CutAsync(host);
        var reads = host.Services.GetRequiredService<CertificationReads>();
        var codes = host
            .Services.GetRequiredService<OrganisationPack>()
            .Certifications.Select(one => one.Code)
            .ToList();
        await using var db = host.Look();
        var people = await db.People.Select(one => one.Id).ToListAsync();
        var some = people.Where((_, at) => at % 3 == 0).ToList();
        var book = await reads.ReadAsync(db);

        var (all, few) = (await reads.HeldAsync(db, codes), await reads.HeldAsync(db, codes, some));

        foreach (var (person, code) in people.SelectMany(_ => codes, (one, code) => (one, code)))
        {
            Assert.Equal(book.HeldDays(person, code), all.Of(person, code));
        }

        Assert.All(
            some,
            person => Assert.Equal(all.Of(person, codes[0]), few.Of(person, codes[0]))
        );
        Assert.Contains(people, person => all.Of(person, codes[0]).Count > 1);
    }

    [Fact]
    public async Task Periods_of_a_certification_are_read_through_and_not_looked_up_one_by_one()
    {
        using var statements = new StatementsOfThisFlow();
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var reads = host.Services.GetRequiredService<CertificationReads>();
        var pack = host.Services.GetRequiredService<OrganisationPack>();
        await using var db = host.Look();
        await statements.OfAsync(() => reads.HeldAsync(db, [pack.Certifications[0].Code]));
        var asked = Assert.Single(
            statements.Said,
            one => one.Contains("\"CertificationPeriods\"", StringComparison.Ordinal)
        );
        var plain = asked.Replace(" || ''", "", StringComparison.Ordinal);

        Assert.Matches("^SCAN [^ ]+$", await PlanAsync(db, asked));
        // The same without what is added to the code is what it must not become.
        Assert.NotEqual(asked, plain);
        Assert.StartsWith("SEARCH ", await PlanAsync(db, plain), StringComparison.Ordinal);
    }

    private static async Task<string> PlanAsync(LmsDbContext db, string query)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = (SqliteCommand)db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {query}";
        var names = Regex.Matches(query, @"@\w+", RegexOptions.None, TimeSpan.FromSeconds(1));
        foreach (var name in names.Select(one => one.Value).Distinct())
        {
            command.Parameters.AddWithValue(name, "");
        }

        var steps = new List<string>();
        await using (var plan = await command.ExecuteReaderAsync())
        {
            while (await plan.ReadAsync())
            {
                steps.Add(plan.GetString(3));
            }
        }

        await db.Database.CloseConnectionAsync();
        return string.Join('\n', steps);
    }

    // One in two is left as they are.
    private static async Task CutAsync(LmsHost host)
    {
        var random = new Random(Seed);
        await using var db = host
            .Services.GetRequiredService<LmsDatabase>()
            .Open(Viewer.System("a test"));
        var periods = await db.CertificationPeriods.AsNoTracking().ToListAsync();
        var now = host.Clock.GetUtcNow();
        foreach (var period in periods)
        {
            var day = period.From.AddDays(
                random.Next(period.Until.DayNumber - period.From.DayNumber)
            );
            switch (random.Next(8))
            {
                case 0:
                    db.Add(Revocation(period, day, now));
                    break;
                case 1:
                    db.Add(
                        new CertificationSuspension
                        {
                            Id = new(Guid.CreateVersion7()),
                            PersonId = period.PersonId,
                            Certification = period.Certification,
                            From = day,
                            Until = random.Next(2) == 0 ? null : day.AddDays(random.Next(60)),
                            Reason = "",
                            RecordedAt = now,
                        }
                    );
                    break;
                case 2:
                    db.Add(
                        new Waiver
                        {
                            Id = new(Guid.CreateVersion7()),
                            PersonId = period.PersonId,
                            Certification = period.Certification,
                            From = period.Until.AddDays(random.Next(-30, 90)),
                            Until = period.Until.AddDays(200),
                            Reason = "",
                            GivenAt = now,
                        }
                    );
                    break;
                case 3:
                    db.Add(Revocation(period, period.From, now));
                    break;
            }
        }

        await db.SaveChangesAsync();
    }

    private static PeriodRevocation Revocation(
        CertificationPeriod period,
        DateOnly day,
        DateTimeOffset now
    ) =>
        new()
        {
            Id = new(Guid.CreateVersion7()),
            PersonId = period.PersonId,
            Period = period.Id,
            On = day,
            Reason = "",
            RecordedAt = now,
        };
}
