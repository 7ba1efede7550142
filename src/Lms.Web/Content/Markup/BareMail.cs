using System.Text.RegularExpressions;
using Markdig.Syntax.Inlines;

namespace Lms.Web.Content.Markup;

/// <summary>
/// A mail address without any marks becomes a link, as the web addresses beside it do
/// (GitHub-flavoured Markdown, extended autolinks).
/// </summary>
internal static class BareMail
{
    private static readonly Regex Written = new(
        @"[A-Za-z0-9._+-]+@[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)+",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    );

    public static void Mark(MarkupText text)
    {
        if (!text.Holds("@"))
        {
            return;
        }

        foreach (var literal in Literals.OutsideLinks(text.Document))
        {
            if (!literal.Content.AsSpan().Contains('@'))
            {
                continue;
            }

            var (rest, offset) = (literal, 0);
            foreach (var found in Written.Matches(literal.Content.ToString()).AsEnumerable())
            {
                if (found.Value[^1] is not ('-' or '_') && !IsCut(literal, found.Index))
                {
                    rest = Literals.Replace(
                        rest,
                        found.Index - offset,
                        found.Length,
                        LinkTo(found.Value)
                    );
                    offset = found.Index + found.Length;
                }
            }
        }
    }

    /// <summary>An escaped character before it may belong to the address: it is left as it is.</summary>
    private static bool IsCut(LiteralInline literal, int at) =>
        at == 0 && (literal.IsFirstCharacterEscaped || literal.PreviousSibling is LiteralInline);

    private static LinkInline LinkTo(string address)
    {
        var link = new LinkInline { Url = $"mailto:{address}", IsAutoLink = true };
        link.AppendChild(new LiteralInline(address));
        return link;
    }
}
