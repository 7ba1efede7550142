using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Lms.Domain.Coverage;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared.Covering;
using Lms.Web.Features.Shared.Register;
using Lms.Web.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Data;

/// <summary>What was read a moment ago is shown again, and never past a write that changes it.</summary>
public sealed partial class KeptReadsTests
{
    private const string Address = "/manage/coverage";

    // What is read sooner after a write is not kept.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task Every_table_that_coverage_is_worked_out_from_is_watched()
    {
        using var statements = new StatementsOfThisFlow();
        await using var host = await RespondersPack.StartAsync(TestDatabase.Sqlite);
        await using (var db = host.Look())
        {
            var holder = RespondersPack.AddHolder(
                db,
                "Носій-Зразок",
                RespondersPack.Lebedyn,
                new(2026, 11, 1),
                new(2027, 10, 31)
            );
            // Of such a person all that is known is read.
            db.Suspensions.Add(
                new()
                {
                    Id = new(Guid.CreateVersion7()),
                    PersonId = holder,
                    Certification = RespondersPack.Certification,
                    From = new(2026, 11, 10),
                    Reason = "перевірка",
                    RecordedAt = LmsHost.Start,
                }
            );
            await db.SaveChangesAsync();
        }

        var reads = host.Services.GetRequiredService<CoverageReads>();
        var watched = host.Services.GetRequiredService<WriteWatch>();
        var communities = host
            .Services.GetRequiredService<OrganisationPack>()
            .Territories.Communities;
        var widest = new CoverageRule
        {
            Code = "widest",
            Name = new("Усе", "All"),
            AtLeast = 1,
            Unit = CoverageUnit.Institution,
            Levels = new Dictionary<string, int> { ["k1"] = 1 },
            StaffRoles = ["social-worker"],
        };

        var read = new HashSet<string>();
        foreach (var some in new[] { communities, [.. communities.Take(3)] })
        {
            var text = await statements.OfAsync(() => reads.ReadAsync(some, [widest]));
            read.UnionWith(Tables().Matches(text).Select(one => one.Groups["name"].Value));
        }

        Assert.Superset(read, watched.Coverage.Names.ToHashSet());
        Assert.Superset(
            new HashSet<string>
            {
                "People",
                "CertificationPeriods",
                "Waivers",
                "Posts",
                "Certificates",
            },
            read
        );
        await using var look = host.Look();
        var tables = look.Model.GetEntityTypes().Select(one => one.GetTableName()).ToHashSet();
        foreach (
            var some in new[]
            {
                watched.Rights,
                watched.Coverage,
                watched.Institutions,
                watched.People,
            }
        )
        {
            Assert.All(some.Names, name => Assert.Contains(name, tables));
        }
    }

    [Fact]
    public async Task A_write_counts_at_once_and_one_of_another_process_within_ten_seconds()
    {
        await using var host = await RespondersPack.StartAsync(TestDatabase.Sqlite);
        var regional = await host.SignedInAsync("regional");
        await KeptAndThenEndedElsewhereAsync(host, regional);
        host.Clock.Forward(WatchedTables.Kept);
        Assert.Contains("не охоплена", await RomnyAsync(regional), StringComparison.Ordinal);

        await EvacuateAsync(host);
        Assert.Contains("не застосовується", await RomnyAsync(regional), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-cache")]
    [InlineData("max-age=0")]
    public async Task Who_reloads_reads_anew_and_goes_on_with_that(string word)
    {
        await using var host = await RespondersPack.StartAsync(TestDatabase.Sqlite);
        var regional = await host.SignedInAsync("regional");
        await KeptAndThenEndedElsewhereAsync(host, regional);

        using var reload = new HttpRequestMessage(HttpMethod.Get, Address);
        reload.Headers.Add("Cache-Control", word);
        using var answer = await regional.SendAsync(reload);

        Assert.Contains("не охоплена", RomnyOf(await answer.ReadAsync()), StringComparison.Ordinal);
        Assert.Contains("не охоплена", await RomnyAsync(regional), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_reads_anew()
    {
        await using var host = await RespondersPack.StartAsync(TestDatabase.Sqlite);
        var regional = await host.SignedInAsync("regional");
        await KeptAndThenEndedElsewhereAsync(host, regional);

        using var copy = await regional.SubmitAsync(
            Address,
            "form[action*='handler=Export']",
            ("format", "csv")
        );

        Assert.DoesNotContain(
            "не застосовується",
            await CopyText.OfAsync(copy, "csv"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_write_that_is_committed_late_counts_when_it_is(string database)
    {
        await using var host = await RespondersPack.StartAsync(TestDatabase.Named(database));
        var kept = host.Services.GetRequiredService<KeptRegister>();
        var count = (await kept.InstitutionsAsync()).Count;
        await using var db = host.Look();
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            db.Institutions.Add(
                new()
                {
                    Code = "shelter-late",
                    Name = new("Притулок", "A shelter"),
                    Territory = RespondersPack.Lebedyn,
                }
            );
            await db.SaveChangesAsync();
            host.Clock.Forward(Settled);
            // Read and kept while the write is on its way.
            Assert.Equal(count, (await kept.InstitutionsAsync()).Count);
            Assert.Same(await kept.InstitutionsAsync(), await kept.InstitutionsAsync());
            await transaction.CommitAsync();
        }

        Assert.Equal(count + 1, (await kept.InstitutionsAsync()).Count);
    }

    [Fact]
    public async Task What_one_sees_is_not_kept_for_another_of_a_different_scope()
    {
        await using var host = await RespondersPack.StartAsync(TestDatabase.Sqlite);
        var regional = await host.SignedInAsync("regional");
        var manager = await host.SignedInAsync("manager");
        host.Clock.Forward(Settled);

        var wide = await regional.OpenAsync(Address);
        var narrow = await manager.OpenAsync(Address);

        Assert.Contains("Роменська", wide.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Роменська", narrow.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_follows_no_community_is_not_shown_what_is_kept_of_all()
    {
        await using var host = await RespondersPack.StartAsync(TestDatabase.Sqlite);
        var kept = host.Services.GetRequiredService<KeptBoards>();
        var pack = host.Services.GetRequiredService<OrganisationPack>();
        var rule = pack.CoverageRules[0];
        host.Clock.Forward(Settled);

        var all = await kept.ReadAsync(pack.Territories.Communities, rule, false, default);
        var none = await kept.ReadAsync([], rule, false, default);

        var today = pack.DayOf(host.Clock.GetUtcNow());
        Assert.NotEmpty(all.On(rule, today).Places);
        Assert.Empty(none.On(rule, today).Places);
    }

    [Fact]
    public async Task An_institution_that_is_added_is_offered_at_once()
    {
        await using var host = await RespondersPack.StartAsync(TestDatabase.Sqlite);
        var kept = host.Services.GetRequiredService<KeptRegister>();
        host.Clock.Forward(Settled);
        var before = await kept.InstitutionsAsync();
        Assert.Same(before, await kept.InstitutionsAsync());

        await using (var db = host.Look())
        {
            db.Institutions.Add(
                new()
                {
                    Code = "shelter-added",
                    Name = new("Притулок, доданий пізніше", "A shelter added later"),
                    Territory = RespondersPack.Lebedyn,
                }
            );
            await db.SaveChangesAsync();
        }

        Assert.Contains(await kept.InstitutionsAsync(), one => one.Code == "shelter-added");
        await using var deleting = host.Look();
        await deleting.Institutions.Where(one => one.Code == "shelter-added").ExecuteDeleteAsync();
        Assert.Equal(before.Count, (await kept.InstitutionsAsync()).Count);
    }

    [Fact]
    public async Task Who_sees_everyone_is_told_at_once_how_many_there_are_and_nobody_else_of_it()
    {
        await using var host = await RespondersPack.StartAsync(TestDatabase.Sqlite);
        var kept = host.Services.GetRequiredService<KeptRegister>();
        var data = host.Services.GetRequiredService<LmsDatabase>();
        await using var all = data.Open(Viewer.System("a test looks"));
        await using var some = data.Open(
            Viewer.Following("a test looks", [RespondersPack.Lebedyn])
        );
        host.Clock.Forward(Settled);
        Assert.Same(await kept.PeopleAsync(all), await kept.PeopleAsync(all));
        var before = await RomnyAsync(all);
        Assert.Equal(0, await RomnyAsync(some));

        await using (var db = host.Look())
        {
            RespondersPack.AddHolder(
                db,
                "Нова-Зразок",
                RespondersPack.Romny,
                new(2026, 11, 1),
                new(2027, 10, 31)
            );
            await db.SaveChangesAsync();
        }

        Assert.Equal(before + 1, await RomnyAsync(all));
        Assert.Equal(0, await RomnyAsync(some));

        async Task<int> RomnyAsync(LmsDbContext db) =>
            (await kept.PeopleAsync(db))
                .Where(one => one.Community == RespondersPack.Romny)
                .Sum(one => one.People);
    }

    [GeneratedRegex("(FROM|JOIN) \"(?<name>\\w+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tables();

    // Who turns the pages sees one and the same picture meanwhile.
    private static async Task KeptAndThenEndedElsewhereAsync(LmsHost host, HttpClient visitor)
    {
        await EvacuateAsync(host);
        host.Clock.Forward(Settled);
        Assert.Contains("не застосовується", await RomnyAsync(visitor), StringComparison.Ordinal);
        await using (var other = new SqliteConnection($"Data Source={host.Folder}/lms.db"))
        {
            await other.OpenAsync();
            await using var delete = other.CreateCommand();
            delete.CommandText = "DELETE FROM \"Evacuations\"";
            Assert.Equal(1, await delete.ExecuteNonQueryAsync());
        }

        Assert.Contains("не застосовується", await RomnyAsync(visitor), StringComparison.Ordinal);
    }

    private static async Task EvacuateAsync(LmsHost host)
    {
        await using var db = host.Look();
        RespondersPack.EvacuateRomny(db);
        await db.SaveChangesAsync();
    }

    private static async Task<string> RomnyAsync(HttpClient visitor) =>
        RomnyOf(await visitor.OpenAsync(Address));

    private static string RomnyOf(IHtmlDocument page) =>
        page.QuerySelectorAll("tbody tr")
            .First(row =>
                row.QuerySelector("th")!
                    .TextContent.StartsWith("Роменська", StringComparison.Ordinal)
            )
            .TextContent;
}
