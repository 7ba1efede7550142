using Markdig.Parsers;
using Markdig.Syntax;

namespace Lms.Web.Content.Markup;

/// <summary>
/// The bracket an item of a list begins with, <c>[x]</c> or <c>[ ]</c>, taken off before its
/// inlines are parsed: an option of a question, or a task in a lesson.
/// </summary>
internal sealed record ItemMark(string Inside, int Offset)
{
    private const int LongestInside = 3;

    /// <summary>In Latin or in Cyrillic: authors cannot see the difference.</summary>
    public bool IsChosen => Inside is "x" or "X" or "х" or "Х";

    /// <summary>Another bracket may be text: it is a mistake in a question alone.</summary>
    public bool IsKnown => IsChosen || Inside == " ";

    public static ItemMark? Of(Block item) => item.GetData(typeof(ItemMark)) as ItemMark;

    public static AttributeList? AttributesOf(Block item) =>
        item.GetData(typeof(AttributeList)) as AttributeList;

    public static void Take(BlockProcessor processor, Block block)
    {
        if (
            block is not ParagraphBlock { Lines.Count: > 0, Parent: ListItemBlock item } paragraph
            || item[0] != paragraph
        )
        {
            return;
        }

        ref var first = ref paragraph.Lines.Lines[0].Slice;
        var text = first.AsSpan();
        var end = text is ['[', ..] ? text.IndexOf(']') : -1;
        if (
            end < 1
            || end > LongestInside + 1
            || (end + 1 < text.Length && text[end + 1] is not (' ' or '\t'))
        )
        {
            return;
        }

        var mark = new ItemMark(text[1..end].ToString(), first.Start);
        item.SetData(typeof(ItemMark), mark);
        if (mark.IsKnown)
        {
            first.Start += end + 1;
            first.TrimStart();
            LineEnd.TakeAttributes(paragraph, item);
        }
    }
}
