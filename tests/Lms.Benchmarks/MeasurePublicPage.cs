namespace Lms.Benchmarks;

/// <summary>A lesson that anyone may read, beside a minimal API that answers with the same bytes.</summary>
internal static class MeasurePublicPage
{
    private const int Pairs = 7;
    private const int Readers = 8;
    private const int Requests = 12_000;

    public static async Task RunAsync(string folder, Server product, Server floor)
    {
        var plan = Plan.Read(folder);
        using var asked = new Driver(product.Port, Readers, "br");
        using var least = new Driver(floor.Port, Readers, "br");
        var (page, _) = await asked.GetAsync(plan.PublicPage, cookie: null);
        await least.PutAsync("/bytes", page);

        Func<Task<double>> productTime = () =>
            Measure.TimeAsync(product, asked, plan.PublicPage, cookie: null, Requests);
        Func<Task<double>> floorTime = () =>
            Measure.TimeAsync(floor, least, "/public", cookie: null, Requests);
        await Measure.WarmAsync(productTime, product);
        await Measure.WarmAsync(floorTime, floor);

        var pairs = await Pair.TakeAsync(Pairs, productTime, floorTime);

        var rows = new Rows(folder);
        rows.Ratio("public lesson page", "ms", pairs, Bound.AtMost(1.2));
        rows.Number("public lesson page, bytes", page.Length);
    }
}
