using System.Collections.Frozen;
using System.Text;

namespace Lms.Web.Features.Shared.Passwords;

/// <summary>
/// Passwords that many people chose, from breaches. The list knows Latin letters; a Ukrainian word is
/// also looked up as the keys it is typed with, under which «пароль» stands in it.
/// </summary>
public static class CommonPasswords
{
    private const string Cyrillic = "йцукенгшщзхїфівапролджєячсмитьбюыэъ";
    private const string Keys = "qwertyuiop[]asdfghjkl;'zxcvbnm,.s']";
    private const string Disguises = "013457@$!";
    private const string Disguised = "oieastasi";

    private static readonly Lazy<FrozenSet<string>> List = new(Read);

    /// <summary>
    /// Nothing but a common one: with spaces, digits and signs around, said several times, with signs
    /// for letters, or on the other keyboard.
    /// </summary>
    public static bool IsOne(string folded) =>
        Forms(folded).Any(form => IsKnown(form) || IsKnown(Unit(form)));

    /// <summary>The shortest part that, said again and again, gives the whole.</summary>
    public static string Unit(string text)
    {
        var period = Enumerable
            .Range(1, Math.Max(text.Length - 1, 0))
            .FirstOrDefault(
                length => text.AsSpan(length).SequenceEqual(text.AsSpan(0, text.Length - length)),
                text.Length
            );
        return period * 2 <= text.Length ? text[..period] : text;
    }

    private static IEnumerable<string> Forms(string folded)
    {
        var dense = new string([.. folded.Where(sign => !char.IsWhiteSpace(sign))]);
        yield return dense;
        var letters = new string([.. dense.Where(char.IsLetter)]);
        yield return letters;
        yield return new string([.. Mapped(dense, Disguises, Disguised).Where(char.IsLetter)]);
        yield return Mapped(dense, Cyrillic, Keys);
        yield return Mapped(letters, Cyrillic, Keys);
    }

    private static bool IsKnown(string word) => List.Value.Contains(word);

    private static string Mapped(string text, string from, string to)
    {
        var mapped = new StringBuilder(text);
        for (var i = 0; i < from.Length; i++)
        {
            mapped.Replace(from[i], to[i]);
        }

        return mapped.ToString();
    }

    private static FrozenSet<string> Read()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream(
            "Lms.Web.common-passwords.txt"
        )!;
        using var reader = new StreamReader(stream);
        return reader
            .ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .ToFrozenSet(StringComparer.Ordinal);
    }
}
