using System.Text;

namespace Lms.Web.Content.Exchange.Answers;

/// <summary>Accepted words. A star in Moodle stands for any letters: here it is a pattern.</summary>
internal static class ShortTextRules
{
    private const int LongestPattern = 200;
    private const string PatternMarks = @"\^$.|?*+()[]{}#";

    /// <summary>Null, and said, when it cannot be asked here.</summary>
    public static ImportedAnswers.ShortText? Of(
        IReadOnlyList<GradedAnswer> answers,
        QuestionScope scope
    )
    {
        var accepted = TypedRules
            .Right(answers, scope)
            .Select(answer => Accepted(answer.Text, scope))
            .ToList();
        return scope.IsRefused ? null : new(accepted);
    }

    /// <summary>The text as a pattern that matches it alone.</summary>
    public static string Literally(string text)
    {
        var pattern = new StringBuilder();
        foreach (var letter in text)
        {
            if (PatternMarks.Contains(letter, StringComparison.Ordinal))
            {
                pattern.Append('\\');
            }

            pattern.Append(letter);
        }

        return pattern.ToString();
    }

    /// <summary>A pattern of ours with its stars; null when it says more than stars do.</summary>
    public static string? WithStars(string pattern)
    {
        var parts = pattern.Split(".*").Select(Unescaped).ToList();
        return string.Join(".*", parts.Select(Literally)) == pattern
            ? string.Join(
                '*',
                parts.Select(part => part.Replace("*", @"\*", StringComparison.Ordinal))
            )
            : null;
    }

    private static string Unescaped(string part)
    {
        var text = new StringBuilder();
        for (var at = 0; at < part.Length; at++)
        {
            var isEscape = part[at] == '\\' && at + 1 < part.Length;
            text.Append(part[isEscape ? ++at : at]);
        }

        return text.ToString();
    }

    private static AcceptedText Accepted(string text, QuestionScope scope)
    {
        // An escaped star is a star; the letter that stands for it cannot be in a text we take.
        var parts = text.Replace(@"\*", "\0", StringComparison.Ordinal)
            .Split('*')
            .Select(part => part.Replace('\0', '*'))
            .ToList();
        if (parts.Count == 1)
        {
            return new(parts[0], false);
        }

        var pattern = string.Join(".*", parts.Select(Literally));
        if (pattern.Length > LongestPattern || pattern.Contains('`', StringComparison.Ordinal))
        {
            scope.Say(ExchangeTexts.TooMuchText);
        }

        return new(pattern, true);
    }
}
