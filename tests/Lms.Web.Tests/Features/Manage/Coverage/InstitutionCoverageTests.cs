using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Lms.Domain.People;
using Lms.Domain.Territories;
using Lms.Web.Data;
using Lms.Web.Tests.Support;

namespace Lms.Web.Tests.Features.Manage.Coverage;

/// <summary>A rule for each institution: who holds a post in it covers it, and nobody else does.</summary>
public sealed class InstitutionCoverageTests
{
    private const string Address = "/manage/coverage";
    private const string Centre = "Навчальний центр соціальних служб (демо)";
    private const string Office = "Навчальний відділ громади (демо)";

    private const string Rules = """
        - code: houses
          name: {uk: "У кожній установі", en: "In each institution"}
          unit: institution
          at-least: 2
          certification: first-response
          staff-roles: [R01]
          ahead: 30 days
        """;

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Each_institution_of_the_scope_counts_who_works_in_it_in_the_role(
        string database
    )
    {
        await using var host = await SceneAsync(TestDatabase.Named(database));
        var manager = await host.SignedInAsync("manager");

        var page = await manager.OpenAsync(Address);

        // Three work in the centre; in the office one, and one whose role is another.
        Assert.Equal(("охоплена", 3), On(page, Centre));
        Assert.Equal(("не охоплена", 1), On(page, Office));
        Assert.Contains("Одна-Зразок", Row(page, Office).TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Інша-Зразок",
            Row(page, Office).TextContent,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Чужинка", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("служб 2 (демо)", page.Body.TextContent, StringComparison.Ordinal);

        // A post that ends is counted to its last day.
        Assert.Equal(3, On(await manager.OpenAsync($"{Address}?day=2026-12-01"), Centre).Has);
        Assert.Equal(2, On(await manager.OpenAsync($"{Address}?day=2026-12-02"), Centre).Has);

        // A place of the organisation's own is one of them, and has nobody.
        using var added = await manager.SubmitAsync(
            $"/manage/places?community={RespondersPack.Lebedyn.Value}",
            "#add-institution",
            ("uk", "Школа «Своя»")
        );
        Assert.Equal(("не охоплена", 0), On(await manager.OpenAsync(Address), "Школа «Своя»"));

        var all = await (await host.SignedInAsync("regional")).OpenAsync(Address);
        Assert.Contains(
            "Чужинка",
            Row(all, "Навчальний центр соціальних служб 2 (демо)").TextContent,
            StringComparison.Ordinal
        );
    }

    private static async Task<LmsHost> SceneAsync(TestDatabase database)
    {
        var host = await RespondersPack.StartAsync(database, Rules);
        await using var db = host.Look();
        var lebedyn = RespondersPack.Lebedyn;
        Work(db, "Перша-Зразок", lebedyn, "demo-centre-lebedyn", "R01");
        Work(db, "Друга-Зразок", lebedyn, "demo-centre-lebedyn", "R01", new(2026, 12, 1));
        Work(db, "Третя-Зразок", lebedyn, "demo-centre-lebedyn", "R01");
        Work(db, "Одна-Зразок", lebedyn, "demo-office-lebedyn", "R01");
        Work(db, "Інша-Зразок", lebedyn, "demo-office-lebedyn", "R03");
        Work(db, "Чужинка-Зразок", RespondersPack.Romny, "demo-centre-romny", "R01");
        await db.SaveChangesAsync();
        return host;
    }

    private static void Work(
        LmsDbContext db,
        string family,
        TerritoryCode community,
        string institution,
        string role,
        DateOnly? last = null
    )
    {
        var person = RespondersPack.AddHolder(
            db,
            family,
            community,
            new(2026, 11, 1),
            new(2027, 10, 31)
        );
        db.Posts.Add(
            new Post
            {
                Id = new(Guid.CreateVersion7()),
                PersonId = person,
                Institution = institution,
                StaffRole = role,
                From = new(2026, 1, 1),
                To = last,
            }
        );
    }

    private static IElement Row(IHtmlDocument page, string name) =>
        page.QuerySelectorAll("tbody tr")
            .Single(row => row.QuerySelector("th")!.TextContent == name);

    private static (string State, int Has) On(IHtmlDocument page, string name)
    {
        var cell = Row(page, name).QuerySelector("td")!;
        var words = cell.TextContent;
        var has = Enumerable
            .Range(0, 9)
            .Single(count => words.Contains($"Є {count}, потрібно 2", StringComparison.Ordinal));
        return (cell.QuerySelector(".tag")!.TextContent, has);
    }
}
