using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Lms.Domain.Quizzes;

/// <summary>
/// An accepted text. Case, white space and the shape of an apostrophe do not matter; a pattern must
/// match the whole answer and is matched in linear time.
/// </summary>
public sealed record TextKey(string Text, bool IsPattern)
{
    /// <summary>Characters of a pattern, and of an answer that a pattern looks at.</summary>
    public const int LongestPattern = 200;

    private const RegexOptions Linear =
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    public bool Matches(string answer) =>
        IsPattern
            ? answer.Trim() is { Length: <= LongestPattern } whole
                && Regex.IsMatch(whole, $@"\A(?:{Text})\z", Linear)
            : Folded(answer) == Folded(Text);

    /// <summary>Whether anybody can type it: a text of signs that are seen.</summary>
    public static bool IsTextSound(string text) => Folded(text).Length > 0;

    /// <summary>
    /// Whether it can be a pattern at all: short, sound by itself and not just within what makes it
    /// match whole, and matched in linear time.
    /// </summary>
    public static bool IsPatternSound(string pattern)
    {
        try
        {
            return pattern.Length is > 0 and <= LongestPattern
                && new Regex(pattern, Linear) is not null
                && new Regex($@"\A(?:{pattern})\z", Linear) is not null;
        }
        catch (Exception unsound) when (unsound is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    private static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        // By runes: half of a surrogate pair has no normal form.
        foreach (var letter in text.EnumerateRunes())
        {
            if (IsApostrophe(letter))
            {
                folded.Append('\'');
            }
            else if (!Rune.IsWhiteSpace(letter) && !IsUnseen(letter))
            {
                folded.Append(letter);
            }
        }

        return folded.ToString().Normalize().ToLower(CultureInfo.InvariantCulture);
    }

    /// <summary>Joiners, soft hyphens and marks of direction come along when text is copied.</summary>
    private static bool IsUnseen(Rune letter) =>
        Rune.GetUnicodeCategory(letter) is UnicodeCategory.Format or UnicodeCategory.Control;

    private static bool IsApostrophe(Rune letter) =>
        letter.Value is '\'' or '’' or '‘' or 'ʼ' or '`' or '´' or '′' or 'ʹ' or '＇' or '‛';
}
