using System.Text;
using Lms.Web.Content.Blocks.Abbreviations;
using Lms.Web.Content.Quizzes.Gaps;
using Lms.Web.Content.Terms;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lms.Web.Content.Markup;

/// <summary>What a reader sees of inlines, without their marks.</summary>
internal static class PlainText
{
    public static string Of(LeafBlock? block) => Of(block?.Inline);

    public static string Of(Inline? inline)
    {
        var text = new StringBuilder();
        Append(text, inline);
        return text.ToString().Trim();
    }

    /// <summary>The block and every leaf below it, a space between them.</summary>
    public static string OfAll(MarkdownObject block) =>
        block is LeafBlock leaf
            ? Of(leaf)
            : string.Join(' ', block.Descendants<LeafBlock>().Select(Of));

    /// <summary>The same behind what <paramref name="text"/> holds, a space between them.</summary>
    public static void Append(StringBuilder text, LeafBlock block)
    {
        var start = text.Length;
        text.Append(' ');
        Append(text, block.Inline);
        TrimFrom(text, start + 1);
        if (start == 0 || text.Length == start + 1)
        {
            text.Remove(start, 1);
        }
    }

    private static void TrimFrom(StringBuilder text, int start)
    {
        var end = text.Length;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        text.Length = end;
        var from = start;
        while (from < end && char.IsWhiteSpace(text[from]))
        {
            from++;
        }

        text.Remove(start, from - start);
    }

    private static void Append(StringBuilder text, Inline? inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                text.Append(literal.Content.AsSpan());
                break;
            case CodeInline code:
                text.Append(code.ContentSpan);
                break;
            case HtmlEntityInline entity:
                text.Append(entity.Transcoded.AsSpan());
                break;
            case AutolinkInline link:
                text.Append(link.Url);
                break;
            case AbbreviationInline abbreviation:
                text.Append(abbreviation.Short);
                break;
            case TermInline term:
                text.Append(term.Written);
                break;
            case GapInline:
                text.Append(GapParser.Opening[..^1]);
                break;
            case LineBreakInline:
                text.Append(' ');
                break;
            case ContainerInline container:
                foreach (var child in container)
                {
                    Append(text, child);
                }

                break;
        }
    }
}
