using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Lms.Web.Tests.Content.Standards;

/// <summary>
/// HTML in one spelling, as the specification's own test runner compares it: the order of attributes
/// and white space outside <c>pre</c> do not count. Neither does what every page of ours adds and no
/// example can speak of: anchors of headings, <c>rel</c> of links and <c>loading</c> of
/// pictures.
/// </summary>
internal static class NormalHtml
{
    private static readonly HashSet<string> Blocks =
    [
        .. "p h1 h2 h3 h4 h5 h6 ul ol li blockquote pre hr div table br".Split(' '),
    ];

    private static readonly Regex Space = new(@"[ \t\r\n]+", RegexOptions.NonBacktracking);

    public static string Of(string html)
    {
        var text = new StringBuilder();
        foreach (var node in new HtmlParser().ParseDocument($"<body>{html}").Body!.ChildNodes)
        {
            Write(text, node, isPre: false);
        }

        return text.ToString().Trim();
    }

    private static void Write(StringBuilder text, INode node, bool isPre)
    {
        switch (node)
        {
            case IText words:
                text.Append(isPre ? words.Data : Space.Replace(words.Data, " "));
                break;
            case IElement element:
                Write(text, element, isPre || element.LocalName == "pre");
                break;
        }
    }

    private static void Write(StringBuilder text, IElement element, bool isPre)
    {
        var isBlock = Blocks.Contains(element.LocalName);
        Break(text, isBlock && !isPre);
        text.Append('<').Append(element.LocalName);
        foreach (var one in element.Attributes.OrderBy(one => one.Name, StringComparer.Ordinal))
        {
            if (
                one.Name is not ("rel" or "loading")
                && !(one.Name == "id" && element.LocalName.StartsWith('h'))
            )
            {
                text.Append(' ').Append(one.Name).Append("=\"").Append(one.Value).Append('"');
            }
        }

        text.Append('>');
        Break(text, isBlock && !isPre);
        foreach (var child in element.ChildNodes)
        {
            Write(text, child, isPre);
        }

        Break(text, isBlock && !isPre);
        text.Append("</").Append(element.LocalName).Append('>');
        Break(text, isBlock);
    }

    /// <summary>White space beside a block is no text.</summary>
    private static void Break(StringBuilder text, bool isBeside)
    {
        if (isBeside)
        {
            while (text.Length > 0 && text[^1] is ' ' or '\n')
            {
                text.Length--;
            }

            text.Append('\n');
        }
    }
}
