namespace Lms.Web.Search.Stems;

/// <summary>Plurals, -ed and -ing of English words, as Porter's first step takes them off.</summary>
internal static class EnglishStems
{
    private const int Shortest = 4;

    public static StemSet Of(string word)
    {
        var stems = new StemSet();
        stems.Add(IrregularWords.StemOf(word) ?? Tidy(Cut(word)));
        return stems;
    }

    private static string Cut(string word) =>
        word switch
        {
            { Length: < Shortest } => word,
            _ when Ends(word, "sses") => word[..^2],
            _ when Ends(word, "ies") && word.Length > Shortest => $"{word[..^3]}y",
            _ when Ends(word, "ied") && word.Length > Shortest => $"{word[..^3]}y",
            _ when Ends(word, "ss") || Ends(word, "us") || Ends(word, "is") => word,
            _ when Ends(word, "s") => Cut(word[..^1]),
            _ when Ends(word, "eed") => word,
            _ when Ends(word, "ed") && HasVowel(word[..^2]) => Single(word[..^2]),
            _ when Ends(word, "ing") && HasVowel(word[..^3]) => Single(word[..^3]),
            _ => word,
        };

    /// <summary>«trafficked» of «traffic», «abusing» of «abuse».</summary>
    private static string Tidy(string stem) =>
        stem switch
        {
            _ when Ends(stem, "ick") && stem.Length > Shortest + 1 => stem[..^1],
            _ when Ends(stem, "e") && stem.Length > Shortest - 1 => stem[..^1],
            _ => stem,
        };

    private static string Single(string stem) =>
        stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is not ('l' or 's' or 'z' or 'e' or 'o')
            ? stem[..^1]
            : stem;

    private static bool HasVowel(string stem) =>
        stem.Length > 1 && stem.Any(letter => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y');

    private static bool Ends(string word, string ending) =>
        word.EndsWith(ending, StringComparison.Ordinal);
}
