using System.Globalization;
using System.Text;

namespace Lms.Web.Pdf;

/// <summary>Breaks a text into lines of a width.</summary>
public static class TextLayout
{
    private const string BreaksOfAddresses = "/-._?&=";

    /// <summary>
    /// Lines no wider than the width, spaces at their ends not counted: they stay, so that the
    /// words of two lines do not run together when read aloud or copied.
    /// </summary>
    public static IReadOnlyList<string> Wrap(string text, TextStyle style, double width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var piece in Pieces(Clean(text).Trim(' ')))
        {
            if (line.Length > 0 && !Fits(line + piece, style, width))
            {
                lines.Add(line);
                line = "";
            }

            line += piece;
            while (
                !Fits(line, style, width)
                && CutOf(line, style, width) is var cut
                && cut < line.Length
            )
            {
                lines.Add(line[..cut]);
                line = line[cut..];
            }
        }

        return [.. lines, line];
    }

    /// <summary>The same number of lines, made as even as they go: for names and titles.</summary>
    public static IReadOnlyList<string> Balance(string text, TextStyle style, double width)
    {
        var lines = Wrap(text, style, width);
        for (var narrower = width * 0.95; narrower > width / 2 && lines.Count > 1; narrower *= 0.95)
        {
            var candidate = Wrap(text, style, narrower);
            if (candidate.Count > lines.Count || !EndsAtWords(candidate))
            {
                break;
            }

            lines = candidate;
        }

        return lines;
    }

    /// <summary>
    /// Composed letters (й and ї come decomposed from some keyboards), one kind of breaking space,
    /// no control characters; whatever Unicode does not allow becomes U+FFFD.
    /// </summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) && rune.Value is not (0xA0 or 0x2007 or 0x202F))
            {
                clean.Append(' ');
            }
            else if ((rune.Value & 0xFFFE) == 0xFFFE)
            {
                clean.Append('\uFFFD');
            }
            else if (
                Rune.GetUnicodeCategory(rune)
                is not (UnicodeCategory.Control or UnicodeCategory.Format)
            )
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString().Normalize(NormalizationForm.FormC);
    }

    private static bool Fits(string line, TextStyle style, double width) =>
        style.WidthOf(line.AsSpan().TrimEnd(' ')) <= width;

    private static bool EndsAtWords(IReadOnlyList<string> lines) =>
        lines.SkipLast(1).All(line => line.EndsWith(' '));

    /// <summary>
    /// Words with their spaces. A word of one letter, a short number and № go with the next word,
    /// a dash with the one before, as Ukrainian typesetting wants.
    /// </summary>
    private static IEnumerable<string> Pieces(string text)
    {
        var start = 0;
        var word = 0;
        for (var at = 1; at < text.Length; at++)
        {
            if (text[at - 1] != ' ' || text[at] == ' ')
            {
                continue;
            }

            if (text[at] is not ('—' or '–') && !LeansForward(text.AsSpan(word, at - word)))
            {
                yield return text[start..at];
                start = at;
            }

            word = at;
        }

        yield return text[start..];
    }

    private static bool LeansForward(ReadOnlySpan<char> word)
    {
        word = word.Trim(" («№");
        return word.Length <= 1 && (word.IsEmpty || char.IsLetter(word[0]))
            || word.Length <= 4 && !word.ContainsAnyExceptInRange('0', '9');
    }

    /// <summary>Where to cut a piece wider than the line: at a space, a mark of an address, or
    /// wherever the line is full; at least one character, that it may end.</summary>
    private static int CutOf(string line, TextStyle style, double width)
    {
        var full = 0;
        var best = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            var next = full + rune.Utf16SequenceLength;
            if (full > 0 && !Fits(line[..next], style, width))
            {
                break;
            }

            full = next;
            best = rune.Value == ' ' || BreaksOfAddresses.Contains((char)rune.Value) ? full : best;
        }

        return best > 0 ? best : full;
    }
}
