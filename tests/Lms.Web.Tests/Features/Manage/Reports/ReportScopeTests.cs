using System.Globalization;
using CsCheck;
using Lms.Domain.Certification;
using Lms.Domain.Requirements;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Manage.Assignments;
using Lms.Web.Features.Manage.Certifications;
using Lms.Web.Features.Manage.Coverage;
using Lms.Web.Features.Manage.Reports;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Covering;
using Lms.Web.Features.Shared.Tables;
using Lms.Web.Tests.Features.Manage.Assignments;
using Lms.Web.Tests.Features.Manage.Scope;
using Lms.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Manage.Reports;

/// <summary>
/// Counts and averages under any filters never leave the scope: of one community, of two, of a raion, of
/// the oblast and of a deputy.
/// </summary>
public sealed class ReportScopeTests
{
    private static readonly string[] Places =
    [
        "",
        "UA59080110000034361",
        "UA59060110000049734",
        "UA59000000000057109",
        "UA59080000000057897",
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
        await using var aviary = await Aviary.StartAsync(TestDatabase.Sqlite);
        var filters = Filters.Array[12].Single();
        var viewers = new Dictionary<string, Viewer>();
        foreach (var manager in Aviary.Managers)
        {
            viewers.Add(manager, await aviary.ViewerAsync(manager));
        }

        var before = await AllAsync(aviary, viewers, filters);
        foreach (var place in aviary.Canaries.Select(one => one.Community).Reverse())
        {
            await PeopleAsync(aviary.Host, place, $"Свій{place.Value[^3..]}", 5);
            var after = await AllAsync(aviary, viewers, filters);
            foreach (var (manager, viewer) in viewers)
            {
                // Those whose it is see it: else nothing is proved.
                Assert.Equal(
                    viewer.Communities.Contains(place),
                    !before[manager].SequenceEqual(after[manager])
                );
            }

            before = after;
        }
    }

    private static async Task<Dictionary<string, List<string>>> AllAsync(
        Aviary aviary,
        Dictionary<string, Viewer> viewers,
        Dictionary<string, string>[] filters
    )
    {
        var all = new Dictionary<string, List<string>>();
        foreach (var (manager, viewer) in viewers)
        {
            all.Add(manager, await FiguresAsync(aviary.Host, viewer, filters));
        }

        return all;
    }

    private static async Task<List<string>> FiguresAsync(
        LmsHost host,
        Viewer viewer,
        Dictionary<string, string>[] filters
    )
    {
        await using var scope = host.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<CurrentViewer>().Become(viewer);
        var pack = services.GetRequiredService<OrganisationPack>();
        var db = services.GetRequiredService<LmsDbContext>();
        var lines = new List<string>();
        foreach (var filter in filters)
        {
            var words = string.Join(' ', filter.Values);
            var choice = ReportChoice.Of(key => filter.GetValueOrDefault(key), Duty.Today);
            var reader = ReportReader.Of(db, viewer, choice, pack, Texts.Uk);
            foreach (var report in services.GetServices<LiveReport>())
            {
                var rows = await report.ReadAsync(reader, default);
                lines.Add($"{report.Code} {words}: {await rows.CountAsync(default)}");
                await foreach (var row in rows.All)
                {
                    lines.Add(string.Join('|', row.Select(cell => CellWords.Of(Texts.Uk, cell))));
                }
            }

            lines.Add(await MatrixAsync(services, filter));
            lines.Add(await AssignmentsAsync(services, filter));
            lines.Add(await CoverageAsync(services, filter, pack));
        }

        var dashboard = await services
            .GetRequiredService<ReadDashboard>()
            .RunAsync(ReportScope.Of(viewer, null, pack), Duty.Today, Texts.Uk, default);
        lines.Add($"{dashboard.People} {dashboard.ExpiringCount} {dashboard.LateCount}");
        return lines;
    }

    private static async Task<string> MatrixAsync(
        IServiceProvider services,
        Dictionary<string, string> filter
    )
    {
        var view = new MatrixView(
            filter["q"],
            filter["within"].Replace("none", "", StringComparison.Ordinal),
            "",
            filter["state"].Length == 0 ? "" : RespondersPack.Certification,
            filter["state"] switch
            {
                "certified" => CertificationState.Certified,
                "lapsed" => CertificationState.Lapsed,
                "not-yet" => CertificationState.NotYet,
                _ => null,
            },
            null,
            MatrixOrder.Name,
            1
        );
        var page = await services
            .GetRequiredService<MatrixReads>()
            .ReadAsync(view, DateOnly.Parse(filter["from"], CultureInfo.InvariantCulture));
        var rows = page.Rows.Select(row => $"{row.Name} {string.Join(' ', row.Cells)}");
        return $"matrix {page.Found}: {string.Join('|', rows)}";
    }

    private static async Task<string> AssignmentsAsync(
        IServiceProvider services,
        Dictionary<string, string> filter
    )
    {
        var asked = new AssignmentFilter(
            filter["within"].StartsWith("UA", StringComparison.Ordinal)
                ? new TerritoryCode(filter["within"])
                : null,
            null,
            null,
            DateOnly.Parse(filter["until"], CultureInfo.InvariantCulture),
            null
        );
        var reads = services.GetRequiredService<AssignmentReads>();
        var (found, rows) = await reads.PageAsync(asked, 0, 50);
        var late = await reads.CountAsync(asked, AssignmentState.Overdue);
        return $"assignments {found} {late}: {string.Join('|', rows)}";
    }

    private static async Task<string> CoverageAsync(
        IServiceProvider services,
        Dictionary<string, string> filter,
        OrganisationPack pack
    )
    {
        var choice = new CoverageChoice
        {
            Rule = pack.CoverageRules[0],
            Today = Duty.Today,
            Day = DateOnly.Parse(filter["until"], CultureInfo.InvariantCulture),
            Within = filter["within"].Length > 0 ? new TerritoryCode(filter["within"]) : null,
        };
        var view = await services
            .GetRequiredService<ReadCoverage>()
            .RunAsync(
                choice,
                pack.CoverageRules[0],
                Texts.Uk,
                isAnew: true,
                isWhole: true,
                default
            );
        if (view is null)
        {
            return "coverage of nothing in scope";
        }

        var counts = CoverageWords.States.Select(state => $"{state} {view.Counts.Of(state)}");
        var places = view.Shown.Select(row =>
            $"{row.Code} {row.Answer.State} {row.OthersShared} {string.Join(' ', row.People)}"
        );
        return $"coverage {view.People} {string.Join(' ', counts)}: {string.Join('|', places)}";
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
            db.Assignments.Add(
                new()
                {
                    Id = new(Guid.CreateVersion7()),
                    PersonId = person,
                    Course = "safe-steps",
                    DueOn = day,
                    From = day.AddDays(-30),
                    AssignedAt = LmsHost.Start,
                    Operation = $"test:{person.Value}",
                }
            );
        }

        await db.SaveChangesAsync();
    }
}
