using Lms.Domain.Requirements;
using Lms.Domain.Shared;
using Lms.Web;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Assigning;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Lms.Benchmarks.National;

/// <summary>
/// A requirement for the whole register recomputed as it is every hour, once it has given what it gives:
/// in this process, for nobody asks it over the network.
/// </summary>
internal static class MeasureDuties
{
    private const int Pairs = 3;
    private const int WarmUps = 6;

    // Of a small register one round is over before its methods are compiled.
    private const int Enough = 20_000;
    private const double Least = 3;

    public static async Task RunAsync(string folder, string data)
    {
        var plan = NationalPlan.Read(data);
        await using var app = LmsApplication.Build([]);
        var id = await RequireAsync(app.Services);
        await using var work = app.Services.WorkAs("bench");
        var recompute = work.Services.GetRequiredService<RecomputeMemberships>();
        await using var connection = new SqliteConnection(
            $"Data Source={Path.Combine(data, "lms.db")}"
        );
        await connection.OpenAsync();
        var count = Math.Max(1, Enough / plan.People);

        Task<double> OfProductAsync() =>
            OwnCpu.EachAsync(count, () => ManyAsync(() => recompute.OfRequirementAsync(id)));
        Task<double> OfFloorAsync() =>
            OwnCpu.EachAsync(
                count,
                () =>
                    ManyAsync(() =>
                    {
                        FloorNational.Duties(connection, plan, id.Value);
                        return Task.CompletedTask;
                    })
            );
        var rows = new Rows(folder);
        rows.Number(
            MeasureNational.Named("a requirement given, ms", plan),
            await OwnCpu.EachAsync(1, () => recompute.OfRequirementAsync(id))
        );
        for (var round = 0; round < WarmUps; round++)
        {
            await OfProductAsync();
            await OfFloorAsync();
        }

        var pairs = await Pair.TakeAsync(Pairs, OfProductAsync, OfFloorAsync);
        const string name = "a requirement recomputed";
        rows.Ratio(MeasureNational.Named(name, plan), "ms", pairs, Bound.AtMost(Least));
        Growth.Note(folder, name, plan.People, pairs);
        await TakeBackAsync(app.Services, id);

        async Task ManyAsync(Func<Task> once)
        {
            for (var number = 0; number < count; number++)
            {
                await once();
            }
        }
    }

    // A register that is kept is left as it was.
    private static async Task TakeBackAsync(IServiceProvider services, RequirementId id)
    {
        await using var db = services
            .GetRequiredService<LmsDatabase>()
            .Open(Viewer.System("bench"));
        await db.Assignments.Where(one => one.RequirementId == id).ExecuteDeleteAsync();
        await db.Requirements.Where(one => one.Id == id).ExecuteDeleteAsync();
    }

    /// <summary>The first staff roles must hold the first certification.</summary>
    private static async Task<RequirementId> RequireAsync(IServiceProvider services)
    {
        var time = services.GetRequiredService<TimeProvider>();
        var pack = services.GetRequiredService<OrganisationPack>();
        var id = new RequirementId(time.NewId());
        await using var db = services
            .GetRequiredService<LmsDatabase>()
            .Open(Viewer.System("bench"));
        db.Add(
            new RegisteredRequirement
            {
                Id = id,
                By = (await db.Accounts.FirstAsync()).Id.Actor,
                CreatedAt = time.Now(),
            }
        );
        db.Add(
            new RequirementRevision
            {
                RequirementId = id,
                Number = 1,
                Rule = new Requirement
                {
                    Id = id,
                    Name = new LocalText("Вимога", "Requirement"),
                    Who = new Conditions
                    {
                        StaffRoles = [.. pack.StaffRoles.Take(3).Select(role => role.Code)],
                    },
                    What = new Demand.Certification(pack.Certifications[0].Code),
                    Due = new DueRule.DaysAfter(60, DueStart.Membership),
                },
                From = time.Now(),
            }
        );
        await db.SaveChangesAsync();
        return id;
    }
}
