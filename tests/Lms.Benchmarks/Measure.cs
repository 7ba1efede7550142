namespace Lms.Benchmarks;

/// <summary>A server under measurement.</summary>
internal sealed record Server(int Port, int Process);

/// <summary>The rows of the table.</summary>
internal static class Measure
{
    private const int Pairs = 5;
    private const int WarmUps = 4;
    private const int PageWarmUps = 12;
    private const int Requests = 3_000;
    private const int Readers = 8;
    private static readonly TimeSpan SaveWarmUp = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan SaveTime = TimeSpan.FromSeconds(6);

    /// <summary>SQL statements of one request, as the product's own log tells them.</summary>
    public static async Task StatementsAsync(string folder, int port)
    {
        var plan = Plan.Read(folder);
        using var driver = new Driver(port, 1);
        var (_, cookie) = await driver.GetAsync(plan.Page, plan.Cookie);
        var counts = new List<double>();
        for (var number = 0; number < 5; number++)
        {
            var before = await LoggedAsync(folder);
            await driver.GetAsync(plan.Page, cookie);
            counts.Add(await LoggedAsync(folder) - before);
        }

        new Rows(folder).Number(
            "lesson page, SQL statements",
            Rows.Median(counts),
            Bound.AtMost(3)
        );
    }

    /// <summary>Processor time of the server for each request of the lesson page.</summary>
    public static async Task PageAsync(string folder, Server product, Server floor)
    {
        var plan = Plan.Read(folder);
        using var asked = new Driver(product.Port, Readers);
        using var least = new Driver(floor.Port, Readers);
        var (page, cookie) = await asked.GetAsync(plan.Page, plan.Cookie);
        await least.PutAsync("/page", page);

        Func<Task<double>> productTime = () =>
            TimeAsync(product, asked, plan.Page, cookie, Requests);
        Func<Task<double>> efTime = () => TimeAsync(floor, least, "/ef", cookie, Requests);
        Func<Task<double>> adoTime = () => TimeAsync(floor, least, "/ado", cookie, Requests);
        await WarmAsync(productTime, product);
        await WarmAsync(efTime, floor);
        await WarmAsync(adoTime, floor);

        var byEf = new List<Pair>();
        var byAdo = new List<Pair>();
        for (var number = 0; number < Pairs; number++)
        {
            var isOdd = number % 2 == 1;
            var early = isOdd ? await efTime() : 0;
            var between = await productTime();
            byEf.Add(new(between, isOdd ? early : await efTime()));
            byAdo.Add(new(between, await adoTime()));
        }

        var rows = new Rows(folder);
        rows.Ratio("lesson page", "ms", byEf, Bound.AtMost(2.5));
        rows.Ratio("lesson page, bare ADO.NET", "ms", byAdo, bound: null);
    }

    /// <summary>Answers saved per second, each by another person.</summary>
    public static async Task SavesAsync(string folder, Server product, Server floor)
    {
        var savers = Plan.Read(folder).Savers;
        using var asked = new Driver(product.Port, savers.Count);
        using var least = new Driver(floor.Port, savers.Count);
        for (var number = 0; number < WarmUps; number++)
        {
            await asked.SaveAsync(savers, SaveWarmUp);
            await Cpu.QuietAsync(product.Process);
            await least.SaveAsync(savers, SaveWarmUp);
            await Cpu.QuietAsync(floor.Process);
        }

        var pairs = await Pair.TakeAsync(
            Pairs,
            () => asked.SaveAsync(savers, SaveTime),
            () => least.SaveAsync(savers, SaveTime)
        );

        var rows = new Rows(folder);
        rows.Ratio($"saving an answer, {savers.Count} people", "/s", pairs, Bound.AtLeast(0.6));
        rows.Number(
            "insert and commit alone, /s",
            FloorSaves.Rate(folder, TimeSpan.FromSeconds(3))
        );
    }

    public static Task WarmAsync(Func<Task<double>> time, Server server) =>
        WarmUp.UntilSteadyAsync(time, server, PageWarmUps);

    /// <returns>Milliseconds of the server's processor time for each request.</returns>
    public static async Task<double> TimeAsync(
        Server server,
        Driver driver,
        string path,
        string? cookie,
        int count
    )
    {
        var before = Cpu.Of(server.Process);
        await driver.GetManyAsync(path, cookie, count);
        return (Cpu.Of(server.Process) - before).TotalMilliseconds / count;
    }

    private static async Task<int> LoggedAsync(string folder)
    {
        // The console logger writes from a queue of its own.
        await Task.Delay(TimeSpan.FromMilliseconds(500));
        await using var log = new FileStream(
            Path.Combine(folder, "statements.log"),
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite
        );
        using var reader = new StreamReader(log);
        var text = await reader.ReadToEndAsync();
        return text.Split("Executed DbCommand").Length - 1;
    }
}
