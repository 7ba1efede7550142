using Lms.Web.Content.Markup;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Lms.Web.Content.Blocks.Callouts;

/// <summary>The marker of a callout as written, before it is checked.</summary>
/// <param name="After">Text on the marker's line, which must be empty.</param>
internal sealed record CalloutMarker(
    string Word,
    string After,
    int Offset,
    AttributeList? Attributes
);

/// <summary>
/// Takes the marker and the attributes of a callout off its lines when the quote closes, before
/// its inlines are parsed.
/// </summary>
internal static class CalloutParser
{
    public static CalloutMarker? MarkerOf(QuoteBlock quote) =>
        quote.GetData(typeof(CalloutMarker)) as CalloutMarker;

    public static void Take(BlockProcessor processor, Block block)
    {
        if (
            block is not QuoteBlock { Count: > 0 } quote
            || quote[0] is not ParagraphBlock { Lines.Count: > 0 } first
        )
        {
            return;
        }

        var line = first.Lines.Lines[0].Slice;
        var text = line.AsSpan();
        var end = text is ['[', '!', ..] ? text.IndexOf(']') : -1;
        if (end < 0)
        {
            return;
        }

        var (word, after) = (text[2..end].ToString(), text[(end + 1)..].Trim().ToString());
        Drop(quote, first, 0);
        quote.SetData(
            typeof(CalloutMarker),
            new CalloutMarker(word, after, line.Start, TakeAttributes(quote))
        );
    }

    private static AttributeList? TakeAttributes(QuoteBlock quote)
    {
        Block? last = quote;
        while (last is ContainerBlock container)
        {
            last = container.LastChild;
        }

        if (last is not ParagraphBlock { Lines.Count: > 0 } paragraph)
        {
            return null;
        }

        var line = paragraph.Lines.Lines[paragraph.Lines.Count - 1].Slice;
        var found = AttributeList.AtEndOf(line.AsSpan(), line.Start, out var start);
        if (found is null || start != 0)
        {
            return null;
        }

        Drop(quote, paragraph, paragraph.Lines.Count - 1);
        return found;
    }

    private static void Drop(QuoteBlock quote, ParagraphBlock paragraph, int line)
    {
        paragraph.Lines.RemoveAt(line);
        if (paragraph.Lines.Count == 0 && paragraph.Parent == quote)
        {
            quote.Remove(paragraph);
        }
    }
}
