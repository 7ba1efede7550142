using System.Text.RegularExpressions;

namespace Lms.Web.Content.Exchange.Gift;

/// <summary>What stands between two empty lines of a file, its comments apart.</summary>
/// <param name="Id">Of the comment <c>// [id:…]</c>, which Moodle writes.</param>
/// <param name="Tags">Of the comments <c>// [tag:…]</c>.</param>
internal sealed record GiftBlock(GiftText Text, string? Id, IReadOnlyList<string> Tags)
{
    private const RegexOptions Linear =
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const int LongestWord = 100;
    private const int MostLetters = 256 * 1024;

    private static readonly Regex Mark = new(
        @"\[(?<name>id|tag):(?<value>[^\[\]\n]{1,200})\]",
        Linear
    );

    /// <summary>Then its text is its first line alone.</summary>
    public bool IsTooLong { get; private init; }

    public static IEnumerable<GiftBlock> Of(string text)
    {
        var lines = new List<(string, int)>();
        for (var start = 0; start < text.Length; )
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            if (!text.AsSpan(start, end - start).IsWhiteSpace())
            {
                lines.Add((text[start..end], start));
            }
            else if (lines.Count > 0)
            {
                yield return Of(lines);
                lines = [];
            }

            start = end + 1;
        }

        if (lines.Count > 0)
        {
            yield return Of(lines);
        }
    }

    private static GiftBlock Of(List<(string Text, int Offset)> lines)
    {
        if (lines.Sum(line => line.Text.Length) > MostLetters)
        {
            var start = lines[0].Text[..Math.Min(lines[0].Text.Length, LongestWord)];
            return new(GiftText.Of([(start, lines[0].Offset)]), null, []) { IsTooLong = true };
        }

        var comments = lines.Where(line => IsComment(line.Text)).Select(line => line.Text);
        var marks = comments
            .SelectMany(comment => Mark.Matches(comment))
            .ToLookup(
                found => found.Groups["name"].Value,
                found => found.Groups["value"].Value.Trim(),
                StringComparer.Ordinal
            );
        var text = GiftText.Of(lines.Where(line => !IsComment(line.Text)));
        return new(text.Trim(), marks["id"].FirstOrDefault(), [.. marks["tag"]]);
    }

    private static bool IsComment(string line) =>
        line.AsSpan().TrimStart().StartsWith("//", StringComparison.Ordinal);
}
