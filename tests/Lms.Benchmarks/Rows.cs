using System.Globalization;

namespace Lms.Benchmarks;

/// <summary>The results: a line for people, and in <c>rows</c> of the folder one for machines.</summary>
internal sealed class Rows(string folder)
{
    public static string Heading { get; } =
        $"{"row", -34} {"product", 14} {"floor", 14} {"ratio", 7} {"min", 6} {"max", 6}  bound";

    /// <summary>A bound on the median; a row without one is for information.</summary>
    public void Ratio(string name, string unit, IReadOnlyList<Pair> pairs, Bound? bound)
    {
        var ratios = pairs.Select(pair => pair.Product / pair.Floor).ToList();
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{name, -34} {Median(pairs.Select(p => p.Product)), 8:0.###} {unit, -5} {Median(pairs.Select(p => p.Floor)), 8:0.###} {unit, -5} {Median(ratios), 7:0.00} {ratios.Min(), 6:0.00} {ratios.Max(), 6:0.00}"
        );
        Write(line, name, Median(ratios), bound);
    }

    public void Number(string name, double value, Bound? bound = null) =>
        Write(
            string.Create(CultureInfo.InvariantCulture, $"{name, -34} {value, 8:0.#}"),
            name,
            value,
            bound
        );

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    private void Write(string line, string name, double value, Bound? bound)
    {
        Console.WriteLine(
            bound is null ? line : $"{line}  {bound} {(bound.Holds(value) ? "ok" : "BROKEN")}"
        );
        if (bound is not null)
        {
            var row = string.Create(
                CultureInfo.InvariantCulture,
                $"row name={name.Replace(' ', '-').Replace(",", "", StringComparison.Ordinal)} ratio={value:0.00} bound={bound.Value:0.0} ok={(bound.Holds(value) ? "true" : "false")}"
            );
            File.AppendAllText(Path.Combine(folder, "rows"), row + "\n");
        }
    }
}

internal sealed record Bound(double Value, bool IsMost)
{
    public static Bound AtMost(double value) => new(value, IsMost: true);

    public static Bound AtLeast(double value) => new(value, IsMost: false);

    public bool Holds(double value) => IsMost ? value <= Value : value >= Value;

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(IsMost ? "≤" : "≥")} {Value:0.0}");
}
