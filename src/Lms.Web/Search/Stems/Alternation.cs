namespace Lms.Web.Search.Stems;

/// <summary>Sounds that change at the end of a stem when its ending does.</summary>
internal static class Alternation
{
    private const string Vowels = "аеєиіїоуюя";

    public static bool IsVowel(char letter) => Vowels.Contains(letter, StringComparison.Ordinal);

    /// <summary>«знанн» of «знання» as «знан» of «знань».</summary>
    public static string WithoutDouble(string stem) =>
        stem.Length > 3 && stem[^1] == stem[^2] && !IsVowel(stem[^1]) ? stem[..^1] : stem;

    /// <summary>Before і: «довідці» of «довідка», «допомозі» of «допомога», «мусі» of «муха».</summary>
    public static void AddHard(StemSet stems, string stem)
    {
        switch (stem[^1])
        {
            case 'ц':
                stems.Add($"{stem[..^1]}к");
                break;
            case 'з':
                stems.Add($"{stem[..^1]}г");
                break;
            case 'с':
                stems.Add($"{stem[..^1]}х");
                break;
        }
    }

    /// <summary>
    /// Without an ending: «засіб» of «засоби», «папір» of «паперу»; «довідок» of «довідка», «біженець» of
    /// «біженця».
    /// </summary>
    public static void AddOpen(StemSet stems, string stem)
    {
        var at = LastVowel(stem);
        if (at < 0 || at == stem.Length - 1)
        {
            if (at > 0 && stem[at] == 'і')
            {
                stems.Add($"{stem[..at]}о");
            }

            return;
        }

        if (stem[at] == 'і')
        {
            stems.Add($"{stem[..at]}о{stem[(at + 1)..]}");
            stems.Add($"{stem[..at]}е{stem[(at + 1)..]}");
        }
        else if (stem[at] == 'ї')
        {
            stems.Add($"{stem[..at]}є{stem[(at + 1)..]}");
        }
        else if (
            at > 0
            && at == stem.Length - 2
            && stem[at] is 'о' or 'е'
            && stem[^1] is 'к' or 'ц' or 'н' or 'р' or 'л' or 'г' or 'в' or 'т'
        )
        {
            stems.Add($"{stem[..at]}{stem[^1]}");
        }
        else if (at == stem.Length - 2 && stem[at] is 'є')
        {
            stems.Add($"{stem[..at]}й{stem[^1]}");
        }
    }

    /// <summary>«допоможе» of «допомогти», «пише» of «писати», «роблю» of «робити».</summary>
    public static void AddSoft(StemSet stems, string stem)
    {
        switch (stem[^1])
        {
            case 'ж' when stem.Length > 3 && stem[^2] == 'д':
                stems.Add(stem[..^1]);
                break;
            case 'ж':
                stems.Add($"{stem[..^1]}г");
                stems.Add($"{stem[..^1]}з");
                stems.Add($"{stem[..^1]}д");
                break;
            case 'ч':
                stems.Add($"{stem[..^1]}к");
                stems.Add($"{stem[..^1]}т");
                break;
            case 'ш':
                stems.Add($"{stem[..^1]}с");
                break;
            case 'щ':
                stems.Add($"{stem[..^1]}ст");
                break;
            case 'л' when stem.Length > 3 && stem[^2] is 'б' or 'в' or 'м' or 'п' or 'ф':
                stems.Add(stem[..^1]);
                break;
        }
    }

    /// <summary>«ідентифікація» of «ідентифікувати», «вразливість» of «вразлива».</summary>
    public static void AddRelatives(StemSet stems, string stem)
    {
        if (stem.Length > 6 && stem.EndsWith("аці", StringComparison.Ordinal))
        {
            stems.Add($"{stem[..^3]}у");
        }
        else if (
            stem.Length > 6
            && (
                stem.EndsWith("іст", StringComparison.Ordinal)
                || stem.EndsWith("ост", StringComparison.Ordinal)
            )
        )
        {
            stems.Add(stem[..^3]);
        }
    }

    private static int LastVowel(string stem)
    {
        var at = stem.Length - 1;
        while (at >= 0 && !IsVowel(stem[at]))
        {
            at--;
        }

        return at;
    }
}
