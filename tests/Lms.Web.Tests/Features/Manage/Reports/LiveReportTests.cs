using System.Net;
using Lms.Web.Access;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Features.Manage.Reports;

/// <summary>Live reports: each in its reader's scope, on the page and in every copy.</summary>
public sealed class LiveReportTests
{
    private static readonly string[] Kinds =
    [
        "certifications",
        "hours",
        "communities",
        "completions",
        "completed",
        "campaigns",
        "gain",
    ];

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Every_report_keeps_to_the_scope_on_the_page_and_in_every_copy(string database)
    {
        await using var host = await SceneAsync(TestDatabase.Named(database));
        var manager = await host.SignedInAsync("manager");
        var regional = await host.SignedInAsync("regional");
        foreach (var kind in Kinds)
        {
            var address = $"/manage/reports/{kind}";
            var page = await manager.OpenAsync(address);
            Assert.NotEmpty(page.QuerySelectorAll("tbody tr"));
            NoneOfOthers(page.QuerySelector("main")!.TextContent, kind);
            foreach (var format in new[] { "csv", "xlsx", "pdf" })
            {
                using var copy = await manager.SubmitAsync(
                    page,
                    address,
                    "form[action*='handler=Export']",
                    ("format", format),
                    ("reason", "перевірка")
                );
                NoneOfOthers(await CopyText.OfAsync(copy, format), $"{kind} {format}");
            }
        }

        var all = await regional.OpenAsync("/manage/reports/hours");
        Assert.Contains("Чужинка-Зразок", all.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Своячка-Зразок", all.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_people_is_taken_for_a_reason_and_written_down_with_its_count()
    {
        await using var host = await SceneAsync(TestDatabase.Sqlite);
        var manager = await host.SignedInAsync("manager");
        const string address = "/manage/reports/completed";
        const string form = "form[action*='handler=Export']";

        using var refused = await manager.SubmitAsync(address, form, ("format", "csv"));
        Assert.NotNull((await refused.ReadAsync()).QuerySelector("[role=alert]"));
        using var given = await manager.SubmitAsync(
            address,
            form,
            ("format", "csv"),
            ("reason", "звірка")
        );

        var text = await CopyText.OfAsync(given, "csv");
        Assert.Contains("Своячка-Зразок Олена Петрівна", text, StringComparison.Ordinal);
        Assert.Contains("Копію сформовано для: Гриценко-Зразок", text, StringComparison.Ordinal);
        Assert.Contains(
            "attachment",
            given.Content.Headers.ContentDisposition!.ToString(),
            StringComparison.Ordinal
        );
        await using var db = host.Look();
        var entry = await db.Audit.SingleAsync(one => one.Action == AuditAction.NamedListExported);
        Assert.Equal("completed csv 1: звірка", entry.Detail);
    }

    [Fact]
    public async Task The_matrix_is_filtered_by_state_and_sorted_and_the_view_stands_in_the_address()
    {
        await using var host = await SceneAsync(TestDatabase.Sqlite);
        var regional = await host.SignedInAsync("regional");

        var certified = await regional.OpenAsync(
            "/manage/reports/certifications?state=certified&sort=name&dir=desc"
        );
        var names = certified
            .QuerySelectorAll("tbody th")
            .Select(cell => cell.TextContent)
            .ToList();
        Assert.Equal(["Чужинка-Зразок Олена Петрівна", "Своячка-Зразок Олена Петрівна"], names);
        Assert.Equal(
            "descending",
            certified.QuerySelector("th[aria-sort]")!.GetAttribute("aria-sort")
        );

        var surname = await regional.OpenAsync("/manage/reports/hours?q=своя");
        Assert.Single(surname.QuerySelectorAll("tbody tr"));
        using var nonsense = await regional.GetAsync(
            "/manage/reports/hours?from=9999-12-31&until=9999-12-31&p=x&sort=%00"
        );
        Assert.Equal(HttpStatusCode.OK, nonsense.StatusCode);
        using var absent = await regional.GetAsync("/manage/reports/everything");
        Assert.Equal(HttpStatusCode.NotFound, absent.StatusCode);
    }

    [Fact]
    public async Task A_territory_elsewhere_or_nowhere_is_said_to_be_none_of_the_scope_in_every_report()
    {
        await using var host = await SceneAsync(TestDatabase.Sqlite);
        var manager = await host.SignedInAsync("manager");
        foreach (var kind in Kinds.Where(one => one != "gain"))
        {
            var address = $"/manage/reports/{kind}";
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
                    $"{address}?within={code}&q=своя&from=2026-01-01&until=2026-12-31&p=2"
                );
                Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
                var page = await answer.ReadAsync();
                told.Add(page.Words());
                Assert.Contains(
                    "Такої території серед ваших немає",
                    told[^1],
                    StringComparison.Ordinal
                );
                Assert.Empty(page.QuerySelectorAll("main form, main table"));
                var whole = page.QuerySelector(".empty a")!.GetAttribute("href")!;
                Assert.DoesNotContain(code, whole, StringComparison.Ordinal);
                var shown = await manager.OpenAsync(whole);
                Assert.NotEmpty(shown.QuerySelectorAll("tbody tr"));

                foreach (var handler in new[] { "Export", "Save" })
                {
                    var form = await manager.OpenAsync(address);
                    form.QuerySelector($"form[action*='handler={handler}']")!
                        .SetAttribute("action", $"{address}?handler={handler}&within={code}");
                    using var refused = await manager.SubmitAsync(
                        form,
                        address,
                        $"form[action*='handler={handler}']",
                        ("format", "csv"),
                        ("reason", "перевірка")
                    );
                    Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
                }
            }

            Assert.Single(told.Distinct());
            // Of what lies around the manager's community they follow that community.
            var oblast = await manager.OpenAsync($"{address}?within=UA59000000000057109");
            Assert.NotEmpty(oblast.QuerySelectorAll("tbody tr"));
        }

        var regional = await host.SignedInAsync("regional");
        var there = await regional.OpenAsync(
            $"/manage/reports/hours?within={RespondersPack.Romny.Value}"
        );
        Assert.Contains("Чужинка-Зразок", there.Words(), StringComparison.Ordinal);
        using var nowhere = await regional.GetAsync("/manage/reports/hours?within=UA0");
        Assert.Equal(HttpStatusCode.NotFound, nowhere.StatusCode);
        await using var db = host.Look();
        Assert.Empty(await db.SavedReports.ToListAsync());
    }

    [Fact]
    public async Task The_dashboard_counts_the_scope_and_says_what_next()
    {
        await using var host = await SceneAsync(TestDatabase.Sqlite);
        await using (var db = host.Look())
        {
            RespondersPack.AddHolder(
                db,
                "Скоро-Зразок",
                RespondersPack.Lebedyn,
                new(2025, 12, 20),
                new(2026, 12, 19)
            );
            var late = RespondersPack.AddHolder(db, "Пізня-Зразок", RespondersPack.Lebedyn);
            db.Assignments.Add(
                new()
                {
                    Id = new(Guid.CreateVersion7()),
                    PersonId = late,
                    Course = "k1-basics",
                    DueOn = new(2026, 11, 1),
                    From = new(2026, 10, 1),
                    AssignedAt = LmsHost.Start,
                    Operation = "test",
                }
            );
            await db.SaveChangesAsync();
        }

        var page = await (await host.SignedInAsync("manager")).OpenAsync("/manage");

        Assert.Contains(
            "1 призначення прострочено",
            page.QuerySelector(".next")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Пізня-Зразок",
            page.QuerySelector("#h-late")!.ParentElement!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Скоро-Зразок",
            page.QuerySelector("#h-expiring")!.ParentElement!.TextContent,
            StringComparison.Ordinal
        );
        var counts = page.QuerySelectorAll("tbody td a").Select(cell => cell.TextContent).ToList();
        Assert.Equal(["1", "1", "0", "0", "0"], counts);
        NoneOfOthers(page.Body!.TextContent, "dashboard");
    }

    internal static async Task<LmsHost> SceneAsync(TestDatabase database)
    {
        var host = await RespondersPack.StartAsync(database);
        await using var db = host.Look();
        var at = new DateTimeOffset(2026, 8, 20, 10, 0, 0, TimeSpan.Zero);
        foreach (
            var (family, community) in new[]
            {
                ("Своячка-Зразок", RespondersPack.Lebedyn),
                ("Чужинка-Зразок", RespondersPack.Romny),
            }
        )
        {
            var person = RespondersPack.AddHolder(
                db,
                family,
                community,
                new(2026, 8, 20),
                new(2027, 8, 19)
            );
            await RespondersPack.AddCompletionAsync(db, person, at);
        }

        foreach (var community in new[] { RespondersPack.Lebedyn, RespondersPack.Romny })
        {
            db.OutreachEvents.Add(
                new()
                {
                    Id = new(Guid.CreateVersion7()),
                    Community = community,
                    On = new(2026, 11, 21),
                    Kind = Domain.Territories.OutreachKind.Lecture,
                    Heads = 30,
                    Campaign = "november",
                    Project = community == RespondersPack.Romny ? "ЧУЖИЙ-ПРОЄКТ" : "ПРОЄКТ",
                    RecordedAt = LmsHost.Start,
                    Operation = new(Guid.CreateVersion7()),
                }
            );
        }

        await db.SaveChangesAsync();
        return host;
    }

    private static void NoneOfOthers(string text, string where)
    {
        foreach (var canary in new[] { "Чужинка", "Левченко", "Роменська", "ЧУЖИЙ" })
        {
            Assert.False(text.Contains(canary, StringComparison.Ordinal), $"{canary} in {where}");
        }
    }
}
