using System.Globalization;
using Lms.Web.Content.Markup;
using Markdig.Syntax.Inlines;

namespace Lms.Web.Content.Blocks.Abbreviations;

/// <summary>An abbreviation in the words of a text.</summary>
internal sealed class AbbreviationInline(WrittenAbbreviation written) : LeafInline
{
    public string Short => written.Short;

    public string Meaning => written.Meaning;
}

/// <summary>
/// Finds the explained abbreviations among the words. Their number is limited, because every word is
/// compared with those that begin as it does.
/// </summary>
internal static class Abbreviations
{
    public const int Most = 100;

    public static void Mark(MarkupText text)
    {
        var known = Known(text);
        if (known.Count == 0)
        {
            return;
        }

        var byLetter = known
            .OrderByDescending(one => one.Short.Length)
            .ToLookup(one => one.Short[0]);
        var used = new HashSet<WrittenAbbreviation>();
        foreach (var literal in Literals.OutsideLinks(text.Document))
        {
            Mark(literal, byLetter, used);
        }

        foreach (var unused in known.Where(one => !used.Contains(one)))
        {
            text.Report(AbbreviationTexts.Unused, unused.Offset, unused.Short);
        }
    }

    private static List<WrittenAbbreviation> Known(MarkupText text)
    {
        var all = AbbreviationParser.Of(text.Document);
        if (all.Count > Most)
        {
            var most = Most.ToString(CultureInfo.InvariantCulture);
            text.Report(AbbreviationTexts.TooMany, all[Most].Offset, most);
        }

        var known = new List<WrittenAbbreviation>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var one in all.Take(Most))
        {
            if (names.Add(one.Short))
            {
                known.Add(one);
            }
            else
            {
                text.Report(AbbreviationTexts.Twice, one.Offset, one.Short);
            }
        }

        return known;
    }

    private static void Mark(
        LiteralInline literal,
        ILookup<char, WrittenAbbreviation> byLetter,
        HashSet<WrittenAbbreviation> used
    )
    {
        var words = literal.Content.ToString();
        var (rest, offset) = (literal, 0);
        for (var at = 0; at < words.Length; at++)
        {
            if (
                (at == 0 || !char.IsLetterOrDigit(words[at - 1]))
                && byLetter[words[at]].FirstOrDefault(one => Stands(one, words, at)) is { } found
            )
            {
                var length = found.Short.Length;
                rest = Literals.Replace(rest, at - offset, length, new AbbreviationInline(found));
                used.Add(found);
                offset = at + length;
                at = offset - 1;
            }
        }
    }

    private static bool Stands(WrittenAbbreviation one, string words, int at)
    {
        var end = at + one.Short.Length;
        return string.CompareOrdinal(words, at, one.Short, 0, one.Short.Length) == 0
            && (end == words.Length || !char.IsLetterOrDigit(words[end]));
    }
}
