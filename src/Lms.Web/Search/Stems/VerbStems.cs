namespace Lms.Web.Search.Stems;

/// <summary>Readings as a verb, a participle or a noun of action.</summary>
internal static class VerbStems
{
    private const int ShortestStem = 3;

    public static void AddTo(StemSet stems, string word)
    {
        word = WithoutItself(word);
        AddGoing(stems, word);
        if (Cut(word, VerbEndings.AfterVowel) is { } theme && Alternation.IsVowel(theme[^1]))
        {
            AddTheme(stems, theme);
        }

        if (
            Cut(word, VerbEndings.Declined) is { } declined
            && declined[^1] is 'а' or 'я' or 'е' or 'є'
        )
        {
            AddTheme(stems, declined);
        }

        if (Cut(word, VerbEndings.AfterConsonant) is { } stem && !Alternation.IsVowel(stem[^1]))
        {
            AddConsonant(stems, stem, word);
        }
    }

    /// <summary>«пройти», «пройшов», «пройшла» as «пройд» of «пройде» and «пройдено».</summary>
    private static void AddGoing(StemSet stems, string word)
    {
        if (word.EndsWith("йти", StringComparison.Ordinal))
        {
            stems.Add($"{word[..^2]}д");
        }
        else if (
            word.EndsWith("йшов", StringComparison.Ordinal)
            || word[..^1].EndsWith("йшл", StringComparison.Ordinal)
        )
        {
            stems.Add($"{word[..^3]}д");
        }
    }

    private static void AddTheme(StemSet stems, string theme)
    {
        var stem = Present(theme);
        if (stem[^1] is 'у' || stem.Length <= ShortestStem)
        {
            stems.Add(stem);
        }

        var isLong = stem.Length > (stem[^1] is 'у' ? ShortestStem + 2 : ShortestStem);
        if (!isLong || stem[^1] is 'о' or 'ї' || Alternation.IsVowel(stem[^2]))
        {
            return;
        }

        AddBare(stems, stem[..^1]);
        if (stem[^1] is 'е' || stem[^2] is 'щ')
        {
            Alternation.AddSoft(stems, stem[..^1]);
        }

        // «впізнавати» of «впізнати»
        if (stem.Length > 6 && stem.EndsWith("ава", StringComparison.Ordinal))
        {
            stems.Add(stem[..^3]);
        }
    }

    /// <summary>The vowel of the present: вербу- of вербува- and of завербова-.</summary>
    private static string Present(string theme) =>
        theme switch
        {
            _ when EndsAs(theme, "ува") || EndsAs(theme, "юва") => theme[..^2],
            _ when EndsAs(theme, "ьова") => $"{theme[..^4]}ю",
            _ when EndsAs(theme, "ова") => $"{theme[..^3]}у",
            _ => theme,
        };

    private static void AddConsonant(StemSet stems, string stem, string word)
    {
        AddBare(stems, stem);
        Alternation.AddSoft(stems, stem);

        // «скласти» of «складено», «навести» of «наведе»
        if (stem[^1] is 'с' && EndsAs(word, "сти"))
        {
            stems.Add($"{stem[..^1]}д");
            stems.Add($"{stem[..^1]}т");
        }
    }

    /// <summary>«досягне» and «досягнення» as «досяг» too.</summary>
    private static void AddBare(StemSet stems, string stem)
    {
        stems.Add(stem);
        if (stem.Length > 5 && stem[^1] is 'н' && !Alternation.IsVowel(stem[^2]))
        {
            stems.Add(stem[..^1]);
        }
    }

    /// <summary>«вербуватися», «вербувалась» without the particle.</summary>
    private static string WithoutItself(string word) =>
        word.Length > 5 && (EndsAs(word, "ся") || EndsAs(word, "сь")) ? word[..^2] : word;

    private static string? Cut(string word, string[] endings) =>
        Array.Find(
            endings,
            ending => word.Length - ending.Length >= ShortestStem && EndsAs(word, ending)
        )
            is { } found
            ? word[..^found.Length]
            : null;

    private static bool EndsAs(string word, string ending) =>
        word.EndsWith(ending, StringComparison.Ordinal);
}
