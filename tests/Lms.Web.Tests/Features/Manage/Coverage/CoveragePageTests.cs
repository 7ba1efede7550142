using System.Net;
using Lms.Web.Access;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Features.Manage.Coverage;

/// <summary>Whether a community can respond: seen in scope alone, at a fresh sign-in, and written down.</summary>
public sealed class CoveragePageTests
{
    private const string Address = "/manage/coverage";
    private static readonly DateOnly Long = new(2027, 10, 31);

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_manager_sees_the_people_of_the_scope_and_of_others_their_number(
        string database
    )
    {
        await using var host = await SceneAsync(TestDatabase.Named(database));
        var manager = await host.SignedInAsync("manager");

        var page = await manager.OpenAsync(Address);

        var row = Assert.Single(page.QuerySelectorAll("tbody tr"));
        Assert.Contains("Лебединська", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("охоплена", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Своячка-Зразок", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 спільний фахівець", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Чергова лінія", row.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Чужинка", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Спільна", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Роменська", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_oblast_is_rolled_up_with_each_person_once()
    {
        await using var host = await SceneAsync(TestDatabase.Sqlite);
        var regional = await host.SignedInAsync("regional");

        var page = await regional.OpenAsync($"{Address}?state=covered");

        Assert.Single(page.QuerySelectorAll("tbody")[0].QuerySelectorAll("tr"));
        var oblast = page.QuerySelector("#h-levels")!.ParentElement!.QuerySelector("tbody tr")!;
        var numbers = oblast.QuerySelectorAll("td span").Select(cell => cell.TextContent).ToList();
        // Covered, one, expiring, uncovered, not applicable, unknown, people.
        Assert.Equal(["1", "2", "0", "48", "0", "0", "3"], numbers);
    }

    [Fact]
    public async Task Far_days_and_people_thought_away_change_the_answer()
    {
        await using var host = await SceneAsync(TestDatabase.Sqlite);
        var regional = await host.SignedInAsync("regional");
        await using var db = host.Look();
        var shared = await IdAsync(host, "Спільна-Зразок");
        var own = await IdAsync(host, "Своячка-Зразок");

        var away = await regional.OpenAsync($"{Address}?away={shared}&away={own}");
        Assert.Contains("не охоплена", Row(away, "Лебединська"), StringComparison.Ordinal);
        Assert.Contains("Якби цих людей не було", away.Body!.TextContent, StringComparison.Ordinal);

        var later = await regional.OpenAsync($"{Address}?day=2028-01-01");
        Assert.Contains("не охоплена", Row(later, "Лебединська"), StringComparison.Ordinal);

        // Beyond the scope nobody is thought away: the figure stays.
        var manager = await host.SignedInAsync("manager");
        var tried = await manager.OpenAsync($"{Address}?away={shared}");
        Assert.Contains("1 спільний фахівець", Row(tried, "Лебединська"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_evacuated_community_is_not_applicable_with_its_reason()
    {
        await using var host = await SceneAsync(TestDatabase.Sqlite);
        await using (var db = host.Look())
        {
            RespondersPack.EvacuateRomny(db);
            await db.SaveChangesAsync();
        }

        var page = await (await host.SignedInAsync("regional")).OpenAsync(Address);

        Assert.Contains("не застосовується", Row(page, "Роменська"), StringComparison.Ordinal);
        Assert.Contains("Обов’язкова евакуація", Row(page, "Роменська"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gap_leads_to_the_assignment_that_closes_it()
    {
        await using var host = await SceneAsync(TestDatabase.Sqlite);
        var page = await (await host.SignedInAsync("regional")).OpenAsync(
            $"{Address}?state=uncovered"
        );

        Assert.StartsWith(
            "/manage/assignments/new?community=UA59",
            page.QuerySelector("a[href*='/manage/assignments/new']")!.GetAttribute("href"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Nobody_looks_without_a_fresh_sign_in_and_every_look_is_written_down()
    {
        await using var host = await SceneAsync(TestDatabase.Sqlite);
        using var anonymous = await host.Anonymous().GetAsync(Address);
        Assert.Contains(
            "/account/login",
            anonymous.Headers.Location!.ToString(),
            StringComparison.Ordinal
        );
        foreach (var other in new[] { "specialist", "trainer", "author", "auditor", "admin" })
        {
            using var refused = await (await host.SignedInAsync(other)).GetAsync(Address);
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }

        var manager = await host.SignedInAsync("manager");
        await manager.OpenAsync($"{Address}?day=30");
        await using var db = host.Look();
        var entry = await db.Audit.SingleAsync(one => one.Action == AuditAction.CoverageLooked);
        Assert.Equal("responders 2026-12-23 1", entry.Detail);
        Assert.NotNull(entry.Actor);

        host.Clock.Forward(TimeSpan.FromMinutes(16));
        using var stale = await manager.GetAsync(Address);
        Assert.Contains("again=true", stale.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("pdf")]
    public async Task A_copy_is_marked_counted_and_keeps_to_the_scope(string format)
    {
        await using var host = await SceneAsync(TestDatabase.Sqlite);
        var manager = await host.SignedInAsync("manager");

        using var plain = await manager.SubmitAsync(
            Address,
            "form[action*='handler=Export']",
            ("format", format)
        );
        var council = await CopyText.OfAsync(plain, format);
        Assert.Contains("Лебединська", council, StringComparison.Ordinal);
        Assert.Contains("Гриценко-Зразок", council, StringComparison.Ordinal);
        Assert.DoesNotContain("Своячка", council, StringComparison.Ordinal);

        const string named = "form[action*='names=true']";
        using var refused = await manager.SubmitAsync(Address, named, ("format", format));
        Assert.NotNull((await refused.ReadAsync()).QuerySelector("[role=alert]"));
        using var given = await manager.SubmitAsync(
            Address,
            named,
            ("format", format),
            ("reason", "звірка з відділом кадрів")
        );
        var names = await CopyText.OfAsync(given, format);
        Assert.Contains("Своячка", names, StringComparison.Ordinal);
        foreach (var canary in new[] { "Чужинка", "Спільна", "Роменська" })
        {
            Assert.DoesNotContain(canary, council, StringComparison.Ordinal);
            Assert.DoesNotContain(canary, names, StringComparison.Ordinal);
        }

        await using var db = host.Look();
        var log = await db
            .Audit.Where(one =>
                one.Action == AuditAction.ReportExported
                || one.Action == AuditAction.NamedListExported
            )
            .OrderBy(one => one.Position)
            .Select(one => one.Detail)
            .ToListAsync();
        Assert.Equal(
            [$"coverage {format} 1", $"coverage-names {format} 1: звірка з відділом кадрів"],
            log
        );
    }

    [Fact]
    public async Task The_map_says_in_words_what_it_shows_and_is_light()
    {
        await using var host = await SceneAsync(TestDatabase.Sqlite);
        var regional = await host.SignedInAsync("regional");

        using var answer = await regional.GetAsync($"{Address}?view=map");
        var page = await answer.ReadAsync();

        var map = page.QuerySelector(".coverage-map > svg")!;
        Assert.InRange(map.OuterHtml.Length, 10_000, 120_000);
        var places = map.QuerySelectorAll("a");
        Assert.Equal(51, places.Length);
        Assert.All(
            places,
            place =>
                Assert.Contains(": ", place.GetAttribute("aria-label"), StringComparison.Ordinal)
        );
        Assert.All(places, place => Assert.NotEmpty(place.QuerySelector(".map-sign")!.TextContent));
        Assert.All(
            places,
            place => Assert.NotNull(page.GetElementById(place.GetAttribute("href")!.Split('#')[1]))
        );
        Assert.Contains(
            "© OpenStreetMap contributors",
            page.Body!.TextContent,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("style=", map.OuterHtml, StringComparison.Ordinal);

        var own = await (await host.SignedInAsync("manager")).OpenAsync($"{Address}?view=map");
        Assert.Single(own.QuerySelectorAll(".coverage-map > svg a"));
    }

    [Fact]
    public async Task A_territory_elsewhere_or_nowhere_is_said_to_be_none_of_the_scope()
    {
        await using var host = await SceneAsync(TestDatabase.Sqlite);
        var manager = await host.SignedInAsync("manager");
        var told = new List<string>();
        foreach (
            var code in new[]
            {
                RespondersPack.Romny.Value,
                "UA00000000000000000",
                new string('U', 101),
            }
        )
        {
            using var answer = await manager.GetAsync(
                $"{Address}?within={code}&view=map&day=30&state=covered"
            );
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            var page = await answer.ReadAsync();
            told.Add(page.Words());
            Assert.Contains(
                "Такої території серед ваших немає",
                told[^1],
                StringComparison.Ordinal
            );
            Assert.DoesNotContain(
                "0 ",
                page.QuerySelector(".empty")!.TextContent,
                StringComparison.Ordinal
            );
            Assert.Empty(page.QuerySelectorAll("main form, main table, main svg.coverage-map"));
            var whole = page.QuerySelector(".empty a")!.GetAttribute("href")!;
            Assert.DoesNotContain(code, whole, StringComparison.Ordinal);
            Assert.Contains(
                "Своячка-Зразок",
                (await manager.OpenAsync(whole)).Words(),
                StringComparison.Ordinal
            );

            foreach (var handler in new[] { "Export", "Save" })
            {
                var form = await manager.OpenAsync(Address);
                form.QuerySelector($"form[action*='handler={handler}']")!
                    .SetAttribute("action", $"{Address}?handler={handler}&within={code}");
                using var refused = await manager.SubmitAsync(
                    form,
                    Address,
                    $"form[action*='handler={handler}']",
                    ("format", "csv")
                );
                Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
            }
        }

        Assert.Single(told.Distinct());
        // Of what lies around the manager's community they follow that community.
        var oblast = await manager.OpenAsync($"{Address}?within=UA59000000000057109");
        Assert.Contains("Своячка-Зразок", oblast.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pack_without_rules_says_what_to_do()
    {
        var content = ContentCopy.Make();
        File.Delete(Path.Combine(content, "organisation", "coverage.yml"));
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite, content);
        var page = await (await host.SignedInAsync("manager", "en")).OpenAsync(Address);

        Assert.Contains(
            "coverage.yml",
            page.QuerySelector(".empty")!.TextContent,
            StringComparison.Ordinal
        );
    }

    private static async Task<LmsHost> SceneAsync(TestDatabase database)
    {
        var host = await RespondersPack.StartAsync(database);
        await using var db = host.Look();
        RespondersPack.AddHolder(
            db,
            "Своячка-Зразок",
            RespondersPack.Lebedyn,
            new(2026, 11, 1),
            Long
        );
        RespondersPack.AddHolder(
            db,
            "Чужинка-Зразок",
            RespondersPack.Romny,
            new(2026, 11, 1),
            new(2027, 3, 1)
        );
        var shared = RespondersPack.AddHolder(
            db,
            "Спільна-Зразок",
            new("UA59080270000073662"),
            new(2026, 11, 1),
            Long
        );
        db.ServedTerritories.Add(
            new()
            {
                Id = new(Guid.CreateVersion7()),
                PersonId = shared,
                Territory = RespondersPack.Lebedyn,
                From = new(2026, 1, 1),
            }
        );
        // Away on the day: counts nowhere.
        var away = RespondersPack.AddHolder(
            db,
            "Далека-Зразок",
            RespondersPack.Romny,
            new(2026, 11, 1),
            Long
        );
        db.Unavailabilities.Add(
            new()
            {
                Id = new(Guid.CreateVersion7()),
                PersonId = away,
                From = new(2026, 11, 20),
                Until = new(2026, 12, 20),
                RecordedAt = LmsHost.Start,
            }
        );
        db.CommunityContacts.Add(
            new()
            {
                Id = new(Guid.CreateVersion7()),
                Community = RespondersPack.Lebedyn,
                Name = "Чергова лінія",
                Number = "+380000000000",
                VerifiedOn = new(2026, 11, 1),
                ReviewDue = new(2027, 2, 1),
                RecordedAt = LmsHost.Start,
            }
        );
        await db.SaveChangesAsync();
        return host;
    }

    private static async Task<Guid> IdAsync(LmsHost host, string family)
    {
        await using var db = host.Look();
        return (await db.People.SingleAsync(one => one.Name.Family == family)).Id.Value;
    }

    private static string Row(AngleSharp.Html.Dom.IHtmlDocument page, string name) =>
        page.QuerySelectorAll("tbody tr")
            .First(row =>
                row.QuerySelector("th")!.TextContent.StartsWith(name, StringComparison.Ordinal)
            )
            .TextContent;
}
