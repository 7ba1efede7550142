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

    /// <summary>Whether it can be a pattern at all: short, sound, and matched in linear time.</summary>
    public static bool IsPatternSound(string pattern)
    {
        try
        {
            return pattern.Length <= LongestPattern
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
        foreach (var letter in text.Normalize().ToLower(CultureInfo.InvariantCulture))
        {
            if (IsApostrophe(letter))
            {
                folded.Append('\'');
            }
            else if (!char.IsWhiteSpace(letter))
            {
                folded.Append(letter);
            }
        }

        return folded.ToString();
    }

    private static bool IsApostrophe(char letter) =>
        letter is '\'' or '’' or '‘' or 'ʼ' or '`' or '´' or '′' or 'ʹ' or '＇';
}
