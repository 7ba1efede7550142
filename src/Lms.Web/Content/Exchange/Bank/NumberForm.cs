using System.Globalization;

namespace Lms.Web.Content.Exchange.Bank;

/// <summary>Numbers as an answer of ours writes them.</summary>
internal static class NumberForm
{
    public static string Of(decimal number) =>
        number.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>Whether a text could be read as a number, a range or a number with a tolerance.</summary>
    public static bool Is(string text) =>
        text.Length > 0
        && text.Any(char.IsDigit)
        && text.All(letter =>
            char.IsDigit(letter)
            || char.IsWhiteSpace(letter)
            || letter is '.' or ',' or '-' or '−' or '–' or '+' or '±' or 'e' or 'E'
        );
}
