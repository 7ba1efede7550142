using System.Data;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Doctor;
using Lms.Web.Features.Shared.Covering;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Data;

/// <summary>A context goes back to its pool without the connection that was held open in it.</summary>
public sealed class HeldConnectionTests
{
    // More than a test has used: the whole pool passes through.
    private const int Pool = 64;

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Whoever_holds_a_connection_open_gives_it_back_also_when_the_work_fails(
        string database
    )
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var data = host.Services.GetRequiredService<LmsDatabase>();
        var manager = await host.SignedInAsync("manager");
        var regional = await host.SignedInAsync("regional");
        var communities = host
            .Services.GetRequiredService<OrganisationPack>()
            .Territories.Communities;
        using var stopped = new CancellationTokenSource();

        await manager.OpenAsync("/manage/people");
        await regional.OpenAsync("/manage/people?p=2");
        await data.ForgetDeletedAsync(rewrite: true);
        await data.ReckonSizesAsync();
        await using (var work = host.Services.WorkAs("a test reads"))
        {
            var reads = work.Services.GetRequiredService<CoverageReads>();
            await reads.ReadAsync(communities);
            stopped.CancelAfter(TimeSpan.FromMilliseconds(1));
            await Record.ExceptionAsync(() =>
                reads.ReadAsync([.. communities.Take(2)], cancel: stopped.Token)
            );
        }

        await using (var work = host.Services.WorkAs("a test looks at the installation"))
        {
            var signs = ActivatorUtilities.CreateInstance<DatabaseSigns>(work.Services);
            Assert.NotEmpty(await signs.OfAsync(isQuick: false).ToListAsync());
            // Whoever reads no further leaves it too.
            await signs.OfAsync(isQuick: true).Take(2).ToListAsync();
        }

        var rented = new List<LmsDbContext>();
        for (var count = 0; count < Pool; count++)
        {
            rented.Add(data.Open(Viewer.System("a test looks into the pool")));
        }

        Assert.All(
            rented,
            db => Assert.Equal(ConnectionState.Closed, db.Database.GetDbConnection().State)
        );
        foreach (var db in rented)
        {
            await db.DisposeAsync();
        }
    }
}
