using CsCheck;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Manage.Reports;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Tables;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Manage.Reports;

/// <summary>Counts and averages under any filters never leave the scope.</summary>
public sealed class ReportScopeTests
{
    private static readonly string[] Places =
    [
        "",
        "UA59080110000034361",
        "UA59060110000049734",
        "UA59000000000057109",
        "UA59080000000028921",
        "none",
    ];

    private static readonly Gen<Dictionary<string, string>> Filters = Gen.Select(
        Gen.OneOf(Places),
        Gen.OneOf("", "с", "ч", "з"),
        Gen.OneOf("", "certified", "lapsed", "not-yet"),
        Gen.Int[0, 700],
        Gen.Int[0, 200],
        (within, surname, state, before, days) =>
            new Dictionary<string, string>
            {
                ["within"] = within,
                ["q"] = surname,
                ["state"] = state,
                ["from"] = $"{new DateOnly(2026, 11, 23).AddDays(-before):yyyy-MM-dd}",
                ["until"] = $"{new DateOnly(2026, 11, 23).AddDays(days - before):yyyy-MM-dd}",
            }
    );

    [Fact]
    public async Task What_others_do_changes_no_figure_of_a_manager_whatever_is_chosen()
    {
        await using var host = await LiveReportTests.SceneAsync(TestDatabase.Sqlite);
        await PeopleAsync(host, RespondersPack.Lebedyn, "Свій", 7);
        var filters = Filters.Array[40].Single();
        var viewer = await ManagerAsync(host);
        var before = await FiguresAsync(host, viewer, filters);

        await PeopleAsync(host, RespondersPack.Romny, "Свій", 9);
        await PeopleAsync(host, new("UA59080270000073662"), "Інший", 9);

        Assert.Equal(before, await FiguresAsync(host, viewer, filters));
        // The others are there: whoever sees everything sees them.
        Assert.NotEqual(before, await FiguresAsync(host, Viewer.System("a test looks"), filters));
    }

    private static async Task<List<string>> FiguresAsync(
        LmsHost host,
        Viewer viewer,
        Dictionary<string, string>[] filters
    )
    {
        await using var scope = host.Services.CreateAsyncScope();
        var pack = scope.ServiceProvider.GetRequiredService<OrganisationPack>();
        await using var db = scope.ServiceProvider.GetRequiredService<LmsDatabase>().Open(viewer);
        var lines = new List<string>();
        foreach (var filter in filters)
        {
            var choice = ReportChoice.Of(key => filter.GetValueOrDefault(key), new(2026, 11, 23));
            var reader = ReportReader.Of(db, viewer, choice, pack, Texts.Uk);
            foreach (var report in scope.ServiceProvider.GetServices<LiveReport>())
            {
                var rows = await report.ReadAsync(reader, default);
                lines.Add($"{report.Code} {string.Join(' ', filter.Values)}: {rows.Count}");
                await foreach (var row in rows.All)
                {
                    lines.Add(string.Join('|', row.Select(cell => CellWords.Of(Texts.Uk, cell))));
                }
            }
        }

        return lines;
    }

    private static async Task<Viewer> ManagerAsync(LmsHost host)
    {
        await using var db = host.Look();
        var account = await db
            .Accounts.Include(one => one.Grants)
            .SingleAsync(one => one.Email == "manager@demo.example");
        return Viewer.Of(
            account.Id,
            account.PersonId,
            account.Grants.Select(one => new HeldGrant(one.Role, one.Territory, one.From, one.To)),
            new(2026, 11, 23),
            host.Services.GetRequiredService<OrganisationPack>().Territories
        );
    }

    private static async Task PeopleAsync(
        LmsHost host,
        TerritoryCode community,
        string family,
        int count
    )
    {
        await using var db = host.Look();
        for (var at = 0; at < count; at++)
        {
            var day = new DateOnly(2026, 11, 1).AddDays(-70 * at);
            var person = RespondersPack.AddHolder(
                db,
                $"{family}-Зразок",
                community,
                day,
                day.AddDays(364)
            );
            await RespondersPack.AddCompletionAsync(
                db,
                person,
                new DateTimeOffset(day.ToDateTime(new(9, 0)), TimeSpan.Zero)
            );
        }

        await db.SaveChangesAsync();
    }
}
