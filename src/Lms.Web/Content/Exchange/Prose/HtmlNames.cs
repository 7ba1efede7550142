using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;

namespace Lms.Web.Content.Exchange.Prose;

/// <summary>What an element of HTML means in a question.</summary>
internal enum HtmlKind
{
    /// <summary>Its content counts, itself does not: a span.</summary>
    Transparent,

    /// <summary>The same, but something is lost and said.</summary>
    Unknown,

    /// <summary>Neither it nor its content: a script.</summary>
    Dropped,
    Break,
    Strong,
    Emphasis,
    Code,
    Link,
    Picture,
    Block,
    Heading,
    List,
    Table,
    Quote,
    Preformatted,
    Rule,
}

internal static class HtmlNames
{
    private const int LongestName = 12;

    private static readonly SearchValues<char> TagLetters = SearchValues.Create(
        "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    );

    private static readonly FrozenDictionary<string, HtmlKind> Kinds = new Dictionary<
        HtmlKind,
        string
    >
    {
        [HtmlKind.Transparent] =
            "span font small big label abbr cite time bdi bdo data nobr center wbr tbody thead tfoot tr td th li caption",
        [HtmlKind.Dropped] =
            "script style template noscript iframe frame object embed applet svg canvas video audio source track form input button select textarea option link meta base head title map area",
        [HtmlKind.Break] = "br",
        [HtmlKind.Strong] = "b strong",
        [HtmlKind.Emphasis] = "i em var dfn",
        [HtmlKind.Code] = "code kbd samp tt",
        [HtmlKind.Link] = "a",
        [HtmlKind.Picture] = "img",
        [HtmlKind.Block] =
            "p div section article header footer main aside nav figure figcaption address details summary fieldset legend dl dt dd body html",
        [HtmlKind.Heading] = "h1 h2 h3 h4 h5 h6",
        [HtmlKind.List] = "ul ol menu dir",
        [HtmlKind.Table] = "table",
        [HtmlKind.Quote] = "blockquote",
        [HtmlKind.Preformatted] = "pre xmp listing plaintext",
        [HtmlKind.Rule] = "hr",
    }
        .SelectMany(kind => kind.Value.Split(' ').Select(name => (name, kind.Key)))
        .ToFrozenDictionary(pair => pair.name, pair => pair.Key, StringComparer.Ordinal);

    public static HtmlKind KindOf(IElement element) =>
        Kinds.GetValueOrDefault(element.LocalName, HtmlKind.Unknown);

    /// <summary>Leaves tags of HTML alone; any other <c>&lt;</c> is a letter: «x &lt; y».</summary>
    public static string EscapeOthers(string text)
    {
        var to = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var isLetter = text[at] == '<' && !BeginsTag(text.AsSpan(at + 1));
            to.Append(isLetter ? "&lt;" : text[at].ToString());
        }

        return to.ToString();
    }

    private static bool BeginsTag(ReadOnlySpan<char> after)
    {
        if (after.StartsWith("!--", StringComparison.Ordinal))
        {
            return true;
        }

        var name = after is ['/', .. var closing] ? closing : after;
        var end = name.IndexOfAnyExcept(TagLetters);
        return end is > 0 and <= LongestName
            && name[end] is ' ' or '\t' or '\n' or '>' or '/'
            && Kinds.ContainsKey(name[..end].ToString().ToLowerInvariant());
    }

    /// <summary>Stands on lines of its own.</summary>
    public static bool IsBlock(HtmlKind kind) => kind >= HtmlKind.Block;
}
