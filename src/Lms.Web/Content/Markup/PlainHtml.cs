namespace Lms.Web.Content.Markup;

/// <summary>
/// HTML that the second wall gives back letter for letter, so that it need not be asked: text with
/// plain emphasis, and paragraphs of such text. Most questions of a bank are no more.
/// </summary>
internal static class PlainHtml
{
    private const string Open = "<p>";
    private const string Close = "</p>";

    /// <summary>Tags without attributes, each with the letter that stands for it while it is open.</summary>
    private static readonly (string Open, string Close, char Letter)[] Marks =
    [
        ("<em>", "</em>", 'e'),
        ("<strong>", "</strong>", 's'),
        ("<code>", "</code>", 'c'),
    ];

    /// <summary>What is written of a letter as it was read.</summary>
    private static readonly string[] References = ["&amp;", "&lt;", "&gt;"];

    public static bool Is(string html)
    {
        var rest = html.AsSpan();
        if (!rest.StartsWith(Open, StringComparison.Ordinal))
        {
            return IsLine(rest);
        }

        while (rest.StartsWith(Open, StringComparison.Ordinal))
        {
            var end = rest.IndexOf(Close, StringComparison.Ordinal);
            if (end < 0 || !IsLine(rest[Open.Length..end]))
            {
                return false;
            }

            rest = rest[(end + Close.Length)..];
            rest = rest is ['\n', '<', ..] ? rest[1..] : rest;
        }

        return rest.IsEmpty;
    }

    private static bool IsLine(ReadOnlySpan<char> html)
    {
        if (!html.IsEmpty && char.IsWhiteSpace(html[0]))
        {
            return false;
        }

        var open = "";
        while (!html.IsEmpty)
        {
            var length = html[0] switch
            {
                '<' => LengthOfTag(html, ref open),
                '&' => LengthOfReference(html),
                var letter => IsKept(letter) ? 1 : 0,
            };
            if (length == 0)
            {
                return false;
            }

            html = html[length..];
        }

        return open.Length == 0;
    }

    /// <summary>Of a tag that may stand here, none within its like; 0 when there is none.</summary>
    private static int LengthOfTag(ReadOnlySpan<char> html, ref string open)
    {
        foreach (var mark in Marks)
        {
            if (
                html.StartsWith(mark.Open, StringComparison.Ordinal)
                && !open.Contains(mark.Letter, StringComparison.Ordinal)
            )
            {
                open += mark.Letter;
                return mark.Open.Length;
            }

            if (html.StartsWith(mark.Close, StringComparison.Ordinal) && open.EndsWith(mark.Letter))
            {
                open = open[..^1];
                return mark.Close.Length;
            }
        }

        return 0;
    }

    private static int LengthOfReference(ReadOnlySpan<char> html)
    {
        foreach (var reference in References)
        {
            if (html.StartsWith(reference, StringComparison.Ordinal))
            {
                return reference.Length;
            }
        }

        return 0;
    }

    /// <summary>Nothing that a reader or writer of HTML would change.</summary>
    private static bool IsKept(char letter) =>
        letter is not ('>' or '\u00a0')
        && (letter == '\n' || !char.IsControl(letter))
        && !char.IsSurrogate(letter);
}
