using System.Runtime.InteropServices;

namespace Lms.Domain.Reports;

/// <summary>A count of people in a territory, and the wider count that it is a part of.</summary>
/// <param name="Count">0 and up.</param>
/// <param name="Whole">Index of the cell whose parts add up to it; null for a root.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CountedCell(int Count, int? Whole);

/// <summary>
/// What a stranger may read of counts of people: cells under <see cref="Least"/> are withheld, and with
/// one of them all parts of the same whole. So no sum and no difference gives one back, not even to a
/// reader who knows this rule: to withhold some of the others would tell by the choice.
/// </summary>
public static class SmallCells
{
    /// <summary>The least count that is told.</summary>
    public const int Least = 5;

    /// <summary>Which cells are withheld, in the order of the cells.</summary>
    /// <param name="cells">A whole stands before its parts, and is exactly their sum.</param>
    public static IReadOnlyList<bool> Withheld(IReadOnlyList<CountedCell> cells)
    {
        var hasSmallPart = new bool[cells.Count];
        foreach (var cell in cells)
        {
            if (cell.Whole is { } whole && cell.Count < Least)
            {
                hasSmallPart[whole] = true;
            }
        }

        var withheld = new bool[cells.Count];
        for (var at = 0; at < cells.Count; at++)
        {
            // The parts of what is withheld would add up to it.
            withheld[at] = cells[at].Whole is { } whole
                ? withheld[whole] || hasSmallPart[whole]
                : cells[at].Count < Least;
        }

        return withheld;
    }
}
