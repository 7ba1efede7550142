using System.Globalization;

namespace Lms.Benchmarks.National;

/// <summary>
/// Ten times the people may take ten times the time, or as many as bare reads of the same rows take of
/// theirs: those of a large file come from further away. A fifth more for what is measured badly.
/// </summary>
internal static class Growth
{
    private const double Tolerance = 1.2;

    public static void Note(string folder, string name, int people, IReadOnlyList<Pair> pairs)
    {
        var (product, floor) = (pairs.Min(pair => pair.Product), pairs.Min(pair => pair.Floor));
        File.AppendAllText(
            In(folder),
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name}\t{people}\t{product:R}\t{floor:R}\n"
            )
        );
    }

    public static void Tell(string folder)
    {
        var rows = new Rows(folder);
        var noted = File.ReadLines(In(folder))
            .Select(line => line.Split('\t'))
            .Select(parts =>
                (
                    Name: parts[0],
                    People: int.Parse(parts[1], CultureInfo.InvariantCulture),
                    Time: double.Parse(parts[2], CultureInfo.InvariantCulture),
                    Bare: double.Parse(parts[3], CultureInfo.InvariantCulture)
                )
            );
        foreach (var one in noted.GroupBy(row => row.Name))
        {
            var sizes = one.OrderBy(row => row.People).ToList();
            foreach (var (less, more) in sizes.Zip(sizes.Skip(1)))
            {
                rows.Number(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{one.Key}, {less.People} to {more.People}"
                    ),
                    more.Time / less.Time,
                    Bound.AtMost(
                        Tolerance
                            * Math.Max((double)more.People / less.People, more.Bare / less.Bare)
                    )
                );
            }
        }
    }

    private static string In(string folder) => Path.Combine(folder, "growth");
}
