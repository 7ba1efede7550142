namespace Lms.Domain.Reports;

/// <summary>A count of people in a territory, and the wider count that it is a part of.</summary>
/// <param name="Count">0 and up.</param>
/// <param name="Whole">Index of the cell whose parts add up to it; null for a root.</param>
public readonly record struct CountedCell(int Count, int? Whole);

/// <summary>
/// What a stranger may read of counts of people: cells under <see cref="Least"/> are withheld, and as
/// many beside them that no sum and no difference gives one back. Which ones those are follows from
/// their order, never from their size: the choice itself tells nothing.
/// </summary>
public static class SmallCells
{
    /// <summary>The least count that is told.</summary>
    public const int Least = 5;

    /// <summary>Which cells are withheld, in the order of the cells.</summary>
    /// <param name="cells">A whole stands before its parts, and is exactly their sum.</param>
    public static IReadOnlyList<bool> Withheld(IReadOnlyList<CountedCell> cells)
    {
        var withheld = new bool[cells.Count];
        var parts = new List<int>[cells.Count];
        for (var at = 0; at < cells.Count; at++)
        {
            parts[at] = [];
            if (cells[at].Whole is { } whole)
            {
                parts[whole].Add(at);
            }
            else
            {
                withheld[at] = cells[at].Count < Least;
            }
        }

        for (var at = 0; at < cells.Count; at++)
        {
            WithholdParts(cells, parts[at], withheld, withheld[at]);
        }

        return withheld;
    }

    private static void WithholdParts(
        IReadOnlyList<CountedCell> cells,
        List<int> parts,
        bool[] withheld,
        bool isWholeWithheld
    )
    {
        var (hidden, sum) = (0, 0);
        foreach (var part in parts)
        {
            // The parts of what is withheld would add up to it.
            if (isWholeWithheld || cells[part].Count < Least)
            {
                withheld[part] = true;
                (hidden, sum) = (hidden + 1, sum + cells[part].Count);
            }
        }

        // What is left of the whole is itself a count: of several cells, and not small.
        foreach (var part in parts)
        {
            if (hidden == 0 || (hidden > 1 && sum >= Least) || isWholeWithheld)
            {
                return;
            }

            if (!withheld[part])
            {
                withheld[part] = true;
                (hidden, sum) = (hidden + 1, sum + cells[part].Count);
            }
        }
    }
}
