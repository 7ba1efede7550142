namespace Lms.Web.Search;

/// <summary>How a word is made comparable: case, apostrophes, ґ, and letters of the wrong alphabet.</summary>
internal static class Spelling
{
    private const string Apostrophes = "'’‘ʼʹʻ‛`´′＇";
    private const string Hyphens = "-‐‑";
    private const string LatinTwins = "abcehikmoptxyï";
    private const string CyrillicTwins = "авсенікмортхуї";

    /// <summary>Unicode counts ʼ as a letter; here it is an apostrophe like the others.</summary>
    public static bool IsOfWord(char letter) =>
        char.IsLetterOrDigit(letter) && !IsApostrophe(letter);

    public static bool IsApostrophe(char letter) =>
        Apostrophes.Contains(letter, StringComparison.Ordinal);

    public static bool IsHyphen(char letter) => Hyphens.Contains(letter, StringComparison.Ordinal);

    /// <summary>Inside a word but not of it: a stress mark, a soft hyphen, a joiner of no width.</summary>
    public static bool IsUnseen(char letter) =>
        letter
            is '\u00AD'
                or (>= '\u0300' and <= '\u036F')
                or (>= '\u200B' and <= '\u200D')
                or '\u2060'
                or '\uFEFF';

    /// <summary>As the index knows the letter.</summary>
    public static char Folded(char letter) =>
        char.ToLowerInvariant(letter) switch
        {
            'ґ' => 'г',
            var lower => lower,
        };

    /// <summary>
    /// A word of both alphabets gets the one that all its letters can be read in. A short code such as
    /// К1 is Cyrillic however it is typed.
    /// </summary>
    public static void MakeOneAlphabet(Span<char> word)
    {
        var (latin, cyrillic, digits) = Count(word);
        if ((latin > 0 && cyrillic > 0) || (latin > 0 && digits > 0))
        {
            if (!TryTurn(word, LatinTwins, CyrillicTwins, char.IsAsciiLetter) && cyrillic > 0)
            {
                _ = TryTurn(word, CyrillicTwins, LatinTwins, IsCyrillic);
            }
        }
    }

    public static bool IsCyrillic(char letter) => letter is >= '\u0400' and <= '\u052F';

    private static (int Latin, int Cyrillic, int Digits) Count(ReadOnlySpan<char> word)
    {
        var (latin, cyrillic, digits) = (0, 0, 0);
        foreach (var letter in word)
        {
            latin += char.IsAsciiLetter(letter) ? 1 : 0;
            cyrillic += IsCyrillic(letter) ? 1 : 0;
            digits += char.IsAsciiDigit(letter) ? 1 : 0;
        }

        return (latin, cyrillic, digits);
    }

    private static bool TryTurn(Span<char> word, string from, string to, Func<char, bool> isOfThem)
    {
        foreach (var letter in word)
        {
            if (isOfThem(letter) && !from.Contains(letter, StringComparison.Ordinal))
            {
                return false;
            }
        }

        foreach (ref var letter in word)
        {
            var twin = from.IndexOf(letter, StringComparison.Ordinal);
            letter = twin < 0 ? letter : to[twin];
        }

        return true;
    }
}
