using System.Net;
using Lms.Domain.Territories;
using Lms.Web.Tests.Support;

namespace Lms.Web.Tests.Features.Audits;

/// <summary>An auditor reads totals of the audited scope; small ones are withheld so that they stay so.</summary>
public sealed class AuditTests
{
    private const string Address = "/manage/reports/audit";

    private static readonly TerritoryCode Sumy = new("UA59080270000073662");

    [Fact]
    public async Task Small_numbers_are_withheld_with_their_group()
    {
        await using var host = await RespondersPack.StartAsync(TestDatabase.Sqlite);
        await using (var db = host.Look())
        {
            await AddAsync(db, Sumy, 12);
            await AddAsync(db, RespondersPack.Romny, 3);
            await db.SaveChangesAsync();
        }

        var auditor = await host.SignedInAsync("auditor");
        var page = await auditor.OpenAsync(Address);

        foreach (var name in new[] { "audit-certified", "audit-completed" })
        {
            var rows = page.QuerySelector($"#h-{name}")!
                .ParentElement!.QuerySelectorAll("tbody tr");
            Assert.Equal(6, rows.Length);
            Assert.Equal("15", rows[0].QuerySelector("td span")!.TextContent);
            // Twelve are no small number, and would give the three away.
            Assert.All(
                rows.Skip(1),
                row => Assert.Equal("приховано", row.QuerySelector("td span")!.TextContent)
            );
        }

        Assert.Contains(
            "підготовлених людей мають лише окремі громади",
            page.Body!.TextContent,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "Зразок",
            page.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
        foreach (var format in new[] { "csv", "xlsx", "pdf" })
        {
            using var copy = await auditor.SubmitAsync(
                Address,
                "form[action*='audit-completed']",
                ("format", format)
            );
            var text = await CopyText.OfAsync(copy, format);
            Assert.Contains("приховано", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Олена", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Only_quarters_that_are_over_are_told()
    {
        await using var host = await RespondersPack.StartAsync(TestDatabase.Sqlite);
        var auditor = await host.SignedInAsync("auditor");

        var page = await auditor.OpenAsync($"{Address}?quarter=2026-4");

        Assert.Equal("3 кв. 2026", page.QuerySelector(".chip[aria-current]")!.TextContent);
    }

    [Fact]
    public async Task An_auditor_is_led_here_and_nowhere_else_of_a_managers()
    {
        await using var host = await RespondersPack.StartAsync(TestDatabase.Sqlite);
        var auditor = await host.SignedInAsync("auditor");
        using var led = await auditor.GetAsync("/manage/reports");
        Assert.Equal(Address, led.Headers.Location!.ToString());
        foreach (
            var other in new[]
            {
                "/manage",
                "/manage/coverage",
                "/manage/reports/hours",
                "/manage/reports/standing",
                "/manage/outreach",
            }
        )
        {
            using var answer = await auditor.GetAsync(other);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }

    private static async Task AddAsync(
        Lms.Web.Data.LmsDbContext db,
        TerritoryCode community,
        int count
    )
    {
        for (var at = 0; at < count; at++)
        {
            var person = RespondersPack.AddHolder(
                db,
                "Зразок",
                community,
                new(2026, 8, 1),
                new(2027, 7, 31)
            );
            await RespondersPack.AddCompletionAsync(
                db,
                person,
                new(2026, 8, 1, 9, 0, 0, TimeSpan.Zero)
            );
        }
    }
}
