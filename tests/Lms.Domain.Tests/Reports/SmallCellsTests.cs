using CsCheck;
using Lms.Domain.Reports;

namespace Lms.Domain.Tests.Reports;

/// <summary>What is withheld cannot be worked out from what is told, however it is added and taken away.</summary>
public sealed class SmallCellsTests
{
    private const int MostPeople = 10;

    [Fact]
    public void A_small_cell_takes_all_beside_it_with_it() =>
        Assert.Equal(
            [false, true, true, true],
            SmallCells.Withheld([new(33, null), new(3, 0), new(10, 0), new(20, 0)])
        );

    /// <summary>Whoever knew that the seven alone was told would know both fours.</summary>
    [Fact]
    public void Small_cells_do_not_hide_behind_each_other() =>
        Assert.Equal(
            [false, true, true, true],
            SmallCells.Withheld([new(15, null), new(7, 0), new(4, 0), new(4, 0)])
        );

    [Fact]
    public void Large_cells_are_all_told() =>
        Assert.Equal(
            [false, false, false],
            SmallCells.Withheld([new(11, null), new(5, 0), new(6, 0)])
        );

    [Fact]
    public void Nobody_at_all_is_a_small_number_too() =>
        Assert.Equal(
            [false, true, true],
            SmallCells.Withheld([new(9, null), new(0, 0), new(9, 0)])
        );

    [Fact]
    public void The_parts_of_what_is_withheld_are_withheld() =>
        Assert.Equal(
            [false, true, true, true, true],
            SmallCells.Withheld([new(12, null), new(3, 0), new(9, 0), new(5, 2), new(4, 2)])
        );

    /// <summary>
    /// Brute force. A reader who knows the rule goes through every table that would look the same: each
    /// withheld cell must be able to be something else, and a withheld rest is never a small count.
    /// </summary>
    [Fact]
    public void No_table_gives_a_withheld_cell_back() =>
        Gen.Select(
                Gen.Int[1, 3].Array[1, 2].Where(shape => shape.Sum() <= 4),
                Gen.Int[0, 8].Array[4]
            )
            .Sample(
                (shape, counts) =>
                {
                    var leaves = counts.Take(shape.Sum()).ToArray();
                    var cells = Cells(shape, leaves);
                    var withheld = SmallCells.Withheld(cells);
                    var seen = LooksLike(cells, withheld);
                    var possible = cells.Select(_ => new HashSet<int>()).ToList();
                    foreach (var other in TablesOf(shape, cells, withheld))
                    {
                        if (LooksLike(other, SmallCells.Withheld(other)) == seen)
                        {
                            for (var at = 0; at < other.Count; at++)
                            {
                                possible[at].Add(other[at].Count);
                            }
                        }
                    }

                    for (var at = 0; at < cells.Count; at++)
                    {
                        if (withheld[at])
                        {
                            Assert.True(possible[at].Count > 1, $"{seen}: cell {at} is told");
                        }
                        else
                        {
                            Assert.True(cells[at].Count >= SmallCells.Least);
                            AssertRest(cells, withheld, at);
                        }
                    }
                },
                iter: 1500,
                threads: 1
            );

    // The whole less the parts that are told is nothing, or a count that may be told.
    private static void AssertRest(
        IReadOnlyList<CountedCell> cells,
        IReadOnlyList<bool> withheld,
        int whole
    )
    {
        var parts = Enumerable.Range(0, cells.Count).Where(at => cells[at].Whole == whole).ToList();
        var hidden = parts.Where(at => withheld[at]).ToList();
        if (hidden.Count > 0 && parts.Count > 1)
        {
            Assert.True(hidden.Sum(at => cells[at].Count) >= SmallCells.Least);
            Assert.True(hidden.Count > 1);
        }
    }

    // One root, its parts, and theirs: three levels, as a country has.
    private static List<CountedCell> Cells(int[] shape, int[] leaves)
    {
        var cells = new List<CountedCell> { new(leaves.Sum(), null) };
        var from = 0;
        foreach (var size in shape)
        {
            var own = leaves[from..(from + size)];
            var at = cells.Count;
            cells.Add(new(own.Sum(), 0));
            cells.AddRange(own.Select(count => new CountedCell(count, at)));
            from += size;
        }

        return cells;
    }

    private static string LooksLike(
        IReadOnlyList<CountedCell> cells,
        IReadOnlyList<bool> withheld
    ) => string.Join(' ', cells.Select((cell, at) => withheld[at] ? "-" : $"{cell.Count}"));

    // Every way to fill the withheld leaves that agrees with all that is told.
    private static IEnumerable<List<CountedCell>> TablesOf(
        int[] shape,
        IReadOnlyList<CountedCell> cells,
        IReadOnlyList<bool> withheld
    )
    {
        var leaves = Enumerable
            .Range(0, cells.Count)
            .Where(at => at > 0 && !cells.Any(cell => cell.Whole == at))
            .ToList();
        return Fill(0, new int[leaves.Count]);

        IEnumerable<List<CountedCell>> Fill(int at, int[] filled)
        {
            if (at == filled.Length)
            {
                var table = Cells(shape, filled);
                if (
                    table
                        .Select(
                            (cell, index) => withheld[index] || cell.Count == cells[index].Count
                        )
                        .All(same => same)
                )
                {
                    yield return table;
                }

                yield break;
            }

            var known = cells[leaves[at]].Count;
            var most = withheld[leaves[at]] ? MostPeople : known;
            for (var count = withheld[leaves[at]] ? 0 : known; count <= most; count++)
            {
                filled[at] = count;
                foreach (var table in Fill(at + 1, filled))
                {
                    yield return table;
                }
            }
        }
    }
}
