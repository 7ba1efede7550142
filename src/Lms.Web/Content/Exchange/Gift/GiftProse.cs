using System.Net;
using System.Text;
using Lms.Web.Content.Exchange.Prose;

namespace Lms.Web.Content.Exchange.Gift;

/// <summary>Markdown of ours as a text of GIFT: bare words, or HTML where there is more than words.</summary>
internal static class GiftProse
{
    private const string Escapable = @"\~=#{}:";

    public static string Of(string markdown) => Of(markdown, isHtml: false);

    /// <param name="isHtml">HTML even for bare words.</param>
    public static string Of(string markdown, bool isHtml)
    {
        if (markdown.Length == 0)
        {
            return "";
        }

        var html = (ForeignMarkdown.Html(markdown) ?? "").Trim();
        var words = WordsOf(html);
        return words is null || isHtml ? "[html]" + Escaped(html) : Escaped(words);
    }

    /// <summary>The words alone, for what has no format; said when something is lost.</summary>
    public static string WordsOf(string markdown, QuestionScope scope)
    {
        var html = (ForeignMarkdown.Html(markdown) ?? "").Trim();
        if (WordsOf(html) is { } words)
        {
            return Escaped(words);
        }

        var source = new ForeignText(html, TextFormat.Html);
        var bare = new ForeignProse().Words(source, scope);
        if (html.AsSpan().Count('<') > 2)
        {
            scope.Say(ExchangeTexts.EmphasisLost);
        }

        return Escaped(bare);
    }

    public static string Escaped(string text)
    {
        var to = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (letter == '\n')
            {
                to.Append(@"\n");
                continue;
            }

            if (Escapable.Contains(letter, StringComparison.Ordinal))
            {
                to.Append('\\');
            }

            to.Append(letter);
        }

        return to.ToString();
    }

    /// <summary>Of one paragraph without any mark of HTML; else null.</summary>
    private static string? WordsOf(string html)
    {
        const string Open = "<p>";
        const string Close = "</p>";
        if (
            !html.StartsWith(Open, StringComparison.Ordinal)
            || !html.EndsWith(Close, StringComparison.Ordinal)
        )
        {
            return null;
        }

        var words = WebUtility.HtmlDecode(html[Open.Length..^Close.Length]);
        return
            html.AsSpan().Count('<') > 2
            || words.AsSpan().IndexOfAny("<&\n") >= 0
            || words.StartsWith('[')
            ? null
            : words;
    }
}
