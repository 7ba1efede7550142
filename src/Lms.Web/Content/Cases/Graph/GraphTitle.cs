namespace Lms.Web.Content.Cases.Graph;

/// <summary>A title in two lines that fit a box; what does not fit ends in dots.</summary>
internal static class GraphTitle
{
    private const int Longest = 23;
    private const int LongestSmall = 30;
    private const int MostLines = 2;

    public static IReadOnlyList<string> Lines(string title)
    {
        var lines = new List<string> { "" };
        foreach (var word in title.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = lines[^1].Length == 0 ? word : $"{lines[^1]} {word}";
            if (longer.Length <= Longest || lines[^1].Length == 0)
            {
                lines[^1] = longer;
            }
            else
            {
                lines.Add(word);
            }
        }

        var shown = lines.Take(MostLines).Select(line => Shortened(line, Longest)).ToList();
        shown[^1] = lines.Count > MostLines ? $"{shown[^1].TrimEnd('…')}…" : shown[^1];
        return shown;
    }

    /// <summary>The small line above a title.</summary>
    public static string Small(string line) => Shortened(line, LongestSmall);

    private static string Shortened(string line, int longest) =>
        line.Length <= longest ? line : $"{line[..(longest - 1)]}…";
}
