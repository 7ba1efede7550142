namespace Lms.Domain.Courses;

/// <summary>
/// How much of their words two blocks share (Dice 1945: twice the common ones by all of them), from
/// 0 to 1.
/// </summary>
internal static class Similarity
{
    private const double Enough = 0.5;

    // A section has a dozen blocks; where it has hundreds, those far away are not compared.
    private const int Reach = 128;

    /// <summary>The best pairs that are similar enough, each block in one of them at most.</summary>
    public static IEnumerable<(LessonBlock Old, LessonBlock Now)> Pairs(
        List<LessonBlock> old,
        List<LessonBlock> now,
        Words words
    )
    {
        int[][] before = [.. old.Select(block => words.Of(block.Text))];
        int[][] after = [.. now.Select(block => words.Of(block.Text))];
        var found = new List<(double Share, int Old, int Now)>();
        for (var at = 0; at < after.Length; at++)
        {
            var end = Math.Min(before.Length, at + Reach);
            for (var from = Math.Max(0, at - Reach); from < end; from++)
            {
                if (Share(before[from], after[at]) is >= Enough and var share)
                {
                    found.Add((share, from, at));
                }
            }
        }

        var (oldTaken, nowTaken) = (new bool[old.Count], new bool[now.Count]);
        foreach (
            var pair in found
                .OrderByDescending(pair => pair.Share)
                .ThenBy(pair => pair.Old)
                .ThenBy(pair => pair.Now)
        )
        {
            if (!oldTaken[pair.Old] && !nowTaken[pair.Now])
            {
                (oldTaken[pair.Old], nowTaken[pair.Now]) = (true, true);
                yield return (old[pair.Old], now[pair.Now]);
            }
        }
    }

    /// <param name="one">Sorted.</param>
    /// <param name="other">Sorted.</param>
    private static double Share(int[] one, int[] other)
    {
        var (common, left, right) = (0, 0, 0);
        while (left < one.Length && right < other.Length)
        {
            var order = one[left].CompareTo(other[right]);
            common += order == 0 ? 1 : 0;
            left += order <= 0 ? 1 : 0;
            right += order >= 0 ? 1 : 0;
        }

        return one.Length + other.Length == 0 ? 0 : 2.0 * common / (one.Length + other.Length);
    }
}
