namespace Lms.Web.Content.Markup;

/// <summary>
/// HTML that the second wall gives back letter for letter, so that it need not be asked: tags that
/// parsers nest just as they are written, the attributes of a page, and letters that stand for
/// themselves. One pass; whatever it does not know is for the wall.
/// </summary>
internal ref struct PlainHtml
{
    private const int Deepest = 48;

    /// <summary>What is written of a letter as it was read.</summary>
    private static readonly string[] References = ["&amp;", "&lt;", "&gt;"];

    private readonly Stack<PlainTag> open = new();
    private ReadOnlySpan<char> rest;

    private PlainHtml(ReadOnlySpan<char> html) => rest = html;

    public static bool Is(string html) =>
        (html.Length == 0 || !char.IsWhiteSpace(html[0])) && new PlainHtml(html).IsPlain();

    /// <summary>Nothing that a reader or writer of HTML would change.</summary>
    public static bool IsKept(char letter) =>
        letter
            is '\n'
                or (>= ' ' and < '\u007f' and not ('<' or '>' or '&'))
                or (> '\u00a0' and < '\ud800')
                or (> '\udfff' and <= '\ufffd');

    private PlainContent Here => open.TryPeek(out var tag) ? tag.Holds : PlainContent.Blocks;

    private bool IsPlain()
    {
        while (!rest.IsEmpty)
        {
            var isRead = rest switch
            {
                ['<', '/', ..] => Closes(),
                ['<', ..] => Opens(),
                ['&', ..] => IsReference(),
                _ => IsText(),
            };
            if (!isRead)
            {
                return false;
            }
        }

        return open.Count == 0;
    }

    private bool Opens()
    {
        var length = rest.IndexOfAny(' ', '>');
        if (
            length < 0
            || PlainTag.Of(rest[1..length]) is not { } tag
            || !tag.MayStandIn(Here)
            || open.Count == Deepest
            || (tag.StandsIn == PlainContent.Words && open.Contains(tag))
        )
        {
            return false;
        }

        rest = rest[length..];
        if (!PlainAttributes.Take(ref rest) || rest is not ['>', ..])
        {
            return false;
        }

        rest = rest[1..];
        if (tag.Holds != PlainContent.Nothing)
        {
            open.Push(tag);
        }

        // A parser drops the first line feed of what is preformatted.
        return tag.Name != "pre" || rest is not ['\n', ..];
    }

    private bool Closes()
    {
        var length = rest.IndexOf('>');
        if (length < 0 || !open.TryPop(out var tag) || !rest[2..length].SequenceEqual(tag.Name))
        {
            return false;
        }

        rest = rest[(length + 1)..];
        return true;
    }

    private bool IsReference()
    {
        foreach (var reference in References)
        {
            if (rest.StartsWith(reference, StringComparison.Ordinal))
            {
                rest = rest[reference.Length..];
                return Here.HoldsWords();
            }
        }

        return false;
    }

    private bool IsText()
    {
        var holdsWords = Here.HoldsWords();
        var length = 0;
        while (length < rest.Length && IsKept(rest[length]) && (holdsWords || rest[length] == '\n'))
        {
            length++;
        }

        rest = rest[length..];
        return length > 0;
    }
}
