using System.Globalization;

namespace Lms.Web.Features.Shared;

/// <summary>Finds by the beginning of a surname, whatever the case and the shape of apostrophes.</summary>
internal static class SurnameSearch
{
    private const string Apostrophes = "'’‘ʼʹ`´′＇";

    public static bool Begins(string family, string typed, CultureInfo culture) =>
        Plain(family, culture).StartsWith(Plain(typed, culture), StringComparison.Ordinal);

    private static string Plain(string text, CultureInfo culture) =>
        string.Concat(text.Trim().Normalize().Where(letter => !Apostrophes.Contains(letter)))
            .ToLower(culture);
}
