using System.Buffers;
using System.Globalization;
using Lms.Web.Content.Files;

namespace Lms.Web.Content.Exchange.Prose;

/// <summary>Control characters, which no file of ours may hold; white space apart.</summary>
internal static class Unprintable
{
    private static readonly SearchValues<char> All = SearchValues.Create([
        .. Enumerable
            .Range(0, 0xa0)
            .Select(code => (char)code)
            .Where(letter => char.IsControl(letter) && !char.IsWhiteSpace(letter)),
    ]);

    /// <summary>Whether there is one; it is said.</summary>
    public static bool IsIn(string text, QuestionScope scope)
    {
        if (text.AsSpan().IndexOfAny(All) is not (>= 0 and var at))
        {
            return false;
        }

        var code = ((int)text[at]).ToString("X4", CultureInfo.InvariantCulture);
        scope.Say(FileTexts.ControlCharacter, $"U+{code}");
        return true;
    }
}
