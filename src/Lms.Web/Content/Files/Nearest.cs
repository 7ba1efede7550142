namespace Lms.Web.Content.Files;

/// <summary>"Did you mean": the known word at most two letters away (Levenshtein).</summary>
internal static class Nearest
{
    private const int MostLetters = 2;
    private const int LongestWord = 60;
    private const int MostCandidates = 200;

    public static string? To(string word, IEnumerable<string> known)
    {
        if (word.Length is 0 or > LongestWord)
        {
            return null;
        }

        var lower = word.ToLowerInvariant();
        var best = known
            .Take(MostCandidates)
            .Where(candidate => candidate.Length <= LongestWord)
            .Select(candidate => (candidate, Away: Distance(lower, candidate.ToLowerInvariant())))
            .Where(found => found.Away <= MostLetters && found.Away < word.Length)
            .OrderBy(found => found.Away)
            .FirstOrDefault();
        return best.candidate;
    }

    private static int Distance(string from, string to)
    {
        if (Math.Abs(from.Length - to.Length) > MostLetters)
        {
            return int.MaxValue;
        }

        int[] above = [.. Enumerable.Range(0, to.Length + 1)];
        for (var row = 1; row <= from.Length; row++)
        {
            var current = new int[to.Length + 1];
            current[0] = row;
            for (var column = 1; column <= to.Length; column++)
            {
                var changed = above[column - 1] + (from[row - 1] == to[column - 1] ? 0 : 1);
                current[column] = Math.Min(
                    changed,
                    Math.Min(above[column], current[column - 1]) + 1
                );
            }

            above = current;
        }

        return above[to.Length];
    }
}
