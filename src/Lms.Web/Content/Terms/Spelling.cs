using System.Text;

namespace Lms.Web.Content.Terms;

/// <summary>When two written words are the same word.</summary>
internal static class Spelling
{
    private const string Apostrophes = "'’ʼ`´‘";
    private const string Hyphens = "-‐‑–—";

    /// <summary>Neither case nor the blanks between words matter.</summary>
    public static string Of(string name) =>
        string.Join(
            ' ',
            name.Normalize(NormalizationForm.FormC)
                .ToLowerInvariant()
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );

    /// <summary>Nor does the shape of an apostrophe, nor a hyphen in place of a blank or of nothing.</summary>
    public static string Loose(string name)
    {
        var letters = new StringBuilder(name.Length);
        foreach (var letter in Of(name))
        {
            if (Apostrophes.Contains(letter, StringComparison.Ordinal))
            {
                letters.Append('’');
            }
            else if (letter != ' ' && !Hyphens.Contains(letter, StringComparison.Ordinal))
            {
                letters.Append(letter);
            }
        }

        return letters.ToString();
    }
}
