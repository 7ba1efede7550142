using System.Globalization;

namespace Lms.Benchmarks.National;

/// <summary>What a manager of a country asks of a register of one size, beside its rows read barely.</summary>
internal static class MeasureNational
{
    private const int Pairs = 5;

    // A request of a second needs no such patience.
    private const int LargePairs = 3;
    private const int Large = 100_000;

    // Long enough for what the kernel counts in.
    private static readonly TimeSpan Enough = TimeSpan.FromMilliseconds(400);

    private const int MostRequests = 200;

    // A page of coverage got no faster for a thousand requests, and then by a third.
    private const int LeastRounds = 30;

    private const double Least = 3;
    private const double MostMegabytes = 150;

    public static async Task RunAsync(string folder, string data, Server product, Server floor)
    {
        var plan = NationalPlan.Read(data);
        using var asked = new Driver(product.Port, 1) { Reloads = true };
        using var again = new Driver(product.Port, 1);
        using var least = new Driver(floor.Port, 1);
        var rows = new Rows(folder);

        var export = new NationalExport(asked, plan);
        await export.OpenAsync();
        var memory = await ResidentMemory.AboveIdleAsync(product.Process, export.TakeAsync);
        rows.Number(
            Named("XLSX export, MB above idle", plan),
            memory / 1e6,
            Bound.AtMost(MostMegabytes)
        );

        foreach (var one in Asked(plan))
        {
            var page = await asked.GetAsync(one.Path, one.Cookie);
            await least.PutAsync($"/{one.Floor}", page.Body);
            await CompareAsync(
                one.Name,
                () => asked.GetManyAsync(one.Path, one.Cookie, 1),
                () => least.GetManyAsync($"/{one.Floor}", one.Cookie, 1)
            );
            if (one.IsKept)
            {
                await CompareAsync(
                    $"{one.Name}, asked again",
                    () => again.GetManyAsync(one.Path, one.Cookie, 1),
                    () => least.GetManyAsync($"/{one.Floor}", one.Cookie, 1),
                    isBound: false
                );
            }
        }

        await CompareAsync(
            "XLSX of as many rows as people",
            export.TakeAsync,
            () => least.GetManyAsync("/export", plan.Country, 1)
        );

        async Task CompareAsync(
            string name,
            Func<Task> ofProduct,
            Func<Task> ofFloor,
            bool isBound = true
        )
        {
            var one = await CountAsync(ofProduct, product, plan.People >= Large ? 1 : LeastRounds);
            var other = await CountAsync(ofFloor, floor);
            var pairs = await Pair.TakeAsync(
                plan.People >= Large ? LargePairs : Pairs,
                () => TimeAsync(ofProduct, one, product),
                () => TimeAsync(ofFloor, other, floor)
            );
            rows.Ratio(Named(name, plan), "ms", pairs, isBound ? Bound.AtMost(Least) : null);
            if (isBound)
            {
                Growth.Note(folder, name, plan.People, pairs);
            }
        }
    }

    public static string Named(string name, NationalPlan plan) =>
        string.Create(CultureInfo.InvariantCulture, $"{name}, {plan.People}");

    private static IEnumerable<(
        string Name,
        string Path,
        string Cookie,
        string Floor,
        bool IsKept
    )> Asked(NationalPlan plan)
    {
        yield return ("dashboard", "/manage", plan.Country, "dashboard", false);
        yield return ("coverage of an oblast", "/manage/coverage", plan.Region, "region", true);
        yield return ("coverage of the country", "/manage/coverage", plan.Country, "country", true);
        yield return (
            "person search",
            $"/manage/people?q={Uri.EscapeDataString(plan.Query)}",
            plan.Country,
            "people",
            false
        );
    }

    /// <summary>Warms up until it gets no faster, and finds how many requests take long enough to be measured.</summary>
    private static async Task<int> CountAsync(Func<Task> ask, Server server, int least = 1)
    {
        await ask();
        var count = 1;
        await WarmUp.UntilSteadyAsync(
            async () =>
            {
                var each = await TimeAsync(ask, count, server);
                count = Math.Clamp(
                    (int)(Enough.TotalMilliseconds / Math.Max(each, 0.1)),
                    1,
                    MostRequests
                );
                return each;
            },
            server,
            least
        );
        return count;
    }

    private static async Task<double> TimeAsync(Func<Task> ask, int count, Server server)
    {
        var before = Cpu.Of(server.Process);
        for (var number = 0; number < count; number++)
        {
            await ask();
        }

        return (Cpu.Of(server.Process) - before).TotalMilliseconds / count;
    }
}
