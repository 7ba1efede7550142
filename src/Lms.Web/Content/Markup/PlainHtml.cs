namespace Lms.Web.Content.Markup;

/// <summary>
/// HTML that the second wall gives back letter for letter, so that it need not be asked: text without
/// a tag or a reference, and paragraphs of such text. Most options of a bank are no more.
/// </summary>
internal static class PlainHtml
{
    private const string Open = "<p>";
    private const string Close = "</p>";

    public static bool Is(string html)
    {
        var rest = html.AsSpan();
        if (!rest.StartsWith(Open, StringComparison.Ordinal))
        {
            return IsText(rest);
        }

        while (rest.StartsWith(Open, StringComparison.Ordinal))
        {
            var end = rest.IndexOf(Close, StringComparison.Ordinal);
            if (end < 0 || !IsText(rest[Open.Length..end]))
            {
                return false;
            }

            rest = rest[(end + Close.Length)..];
            rest = rest is ['\n', '<', ..] ? rest[1..] : rest;
        }

        return rest.IsEmpty;
    }

    /// <summary>Nothing that a reader or writer of HTML would change.</summary>
    private static bool IsText(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            if (
                letter is '<' or '>' or '&' or '\u00a0'
                || (char.IsControl(letter) && letter != '\n')
                || char.IsSurrogate(letter)
            )
            {
                return false;
            }
        }

        return text.IsEmpty || !char.IsWhiteSpace(text[0]);
    }
}
