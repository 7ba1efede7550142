using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Lms.Web.Features.Replays;

/// <summary>
/// Captions of a look back as WebVTT (https://www.w3.org/TR/webvtt1/): those that the page shows, and so
/// nothing that was cut, erased or said while recording was off.
/// </summary>
public static partial class CaptionFile
{
    private const long Least = 2_000;
    private const long Most = 7_000;
    private const long ForCharacter = 70;

    public static string Of(Replay replay)
    {
        var said = replay
            .Chapters.SelectMany(chapter => chapter.Lines)
            .OfType<ReplayLine.Caption>()
            .OrderBy(one => one.At)
            .ToList();
        // A caption stays until the next one, a gap or as long as it takes to read it.
        var ends = said.Select(one => one.At)
            .Concat(replay.Gaps.Select(gap => gap.Span.From))
            .Order()
            .ToList();
        var text = new StringBuilder("WEBVTT\n");
        foreach (var one in said)
        {
            var read = one.At + Math.Clamp(one.Text.Length * ForCharacter, Least, Most);
            var until = Math.Min(read, ends.FirstOrDefault(end => end > one.At, long.MaxValue));
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n{Moment(one.At)} --> {Moment(until)}\n{Escaped(one.Text)}\n"
            );
        }

        return text.ToString();
    }

    private static string Moment(long at)
    {
        var span = TimeSpan.FromMilliseconds(at);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{(int)span.TotalHours:00}:{span.Minutes:00}:{span.Seconds:00}.{span.Milliseconds:000}"
        );
    }

    // An empty line would end the cue.
    private static string Escaped(string words) =>
        Spaces()
            .Replace(words, " ")
            .Trim()
            .Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();
}
