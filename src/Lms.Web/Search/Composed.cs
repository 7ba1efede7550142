using System.Text;

namespace Lms.Web.Search;

/// <summary>Text in which a letter is one character (NFC), whatever came in.</summary>
internal static class Composed
{
    public static string Of(string text)
    {
        if (text.Any(char.IsSurrogate))
        {
            // Half a pair has no composed form; the runes replace it.
            text = string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()));
        }

        return text.IsNormalized(NormalizationForm.FormC)
            ? text
            : text.Normalize(NormalizationForm.FormC);
    }
}
