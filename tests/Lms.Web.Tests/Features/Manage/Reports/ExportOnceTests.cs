using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Manage.Reports;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Tables;
using Lms.Web.Tests.Features.Manage.Assignments;
using Lms.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Manage.Reports;

/// <summary>A copy of a long list reads each row once, however long it is.</summary>
public sealed class ExportOnceTests
{
    private const int People = 4_500;

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Each_row_is_read_once_and_told_once_while_others_write(string database)
    {
        using var statements = new StatementsOfThisFlow();
        await using var host = await RespondersPack.StartAsync(TestDatabase.Named(database));
        await using (var db = host.Look())
        {
            db.People.AddRange(
                Enumerable
                    .Range(0, People)
                    .Select(number =>
                        Duty.NewPerson($"Людина{number:0000}", Duty.Lebedyn, LmsHost.Start)
                    )
            );
            await db.SaveChangesAsync();
        }

        await using var scope = host.Services.CreateAsyncScope();
        foreach (var report in scope.ServiceProvider.GetServices<LiveReport>())
        {
            await using var db = scope
                .ServiceProvider.GetRequiredService<LmsDatabase>()
                .Open(Viewer.System("a test looks"));
            var pack = scope.ServiceProvider.GetRequiredService<OrganisationPack>();
            var choice = ReportChoice.Of(_ => null, Duty.Today);
            var reader = ReportReader.Of(db, Viewer.System("a test looks"), choice, pack, Texts.Uk);
            var names = new List<string>();
            var said = await statements.OfAsync(async () =>
            {
                var rows = await report.ReadAsync(reader, default);
                await foreach (var row in rows.All)
                {
                    names.Add(CellWords.Of(Texts.Uk, row[0]));
                    if (names.Count == 10 && report.Table(choice, Texts.Uk).NamesPeople)
                    {
                        await AddAsync(host, report.Code);
                    }
                }
            });

            Assert.DoesNotContain("OFFSET", said, StringComparison.OrdinalIgnoreCase);
            if (report.Code is "certifications" or "hours")
            {
                var told = names.Where(name => name.StartsWith("Людина", StringComparison.Ordinal));
                Assert.Equal(People, told.Distinct().Count());
                Assert.Equal(names.Count, names.Distinct().Count());
            }
        }
    }

    // Before all the others by name: with pages by number everyone would move on by one.
    private static async Task AddAsync(LmsHost host, string family)
    {
        await using var db = host.Look();
        db.People.Add(Duty.NewPerson($"Аа{family}", Duty.Lebedyn, LmsHost.Start));
        await db.SaveChangesAsync();
    }
}
