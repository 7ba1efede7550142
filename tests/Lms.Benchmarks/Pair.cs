namespace Lms.Benchmarks;

/// <summary>One measurement of the product and one of the floor, close in time.</summary>
internal sealed record Pair(double Product, double Floor)
{
    /// <summary>Pairs whose sides take turns in being first: what warms up or tires helps neither.</summary>
    public static async Task<List<Pair>> TakeAsync(
        int count,
        Func<Task<double>> product,
        Func<Task<double>> floor
    )
    {
        var pairs = new List<Pair>(count);
        for (var number = 0; number < count; number++)
        {
            var isOdd = number % 2 == 1;
            var early = isOdd ? await floor() : 0;
            var between = await product();
            pairs.Add(new(between, isOdd ? early : await floor()));
        }

        return pairs;
    }

    public static List<Pair> Take(int count, Func<double> product, Func<double> floor) =>
        TakeAsync(count, () => Task.FromResult(product()), () => Task.FromResult(floor()))
            .GetAwaiter()
            .GetResult();
}
