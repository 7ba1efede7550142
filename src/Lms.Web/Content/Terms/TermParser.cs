using System.Buffers;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace Lms.Web.Content.Terms;

/// <summary>A place where a text names a term: <c>[[term]]</c> or <c>[[term|written form]]</c>.</summary>
/// <param name="name">As the glossary may have it.</param>
/// <param name="written">What a reader sees.</param>
internal sealed class TermInline(string name, string written) : LeafInline
{
    public string Name => name;

    public string Written => written;

    /// <summary>What it leads to on its page; null where it is plain words.</summary>
    public GlossaryEntry? Entry { get; set; }
}

/// <summary>Takes terms out of a line before links, emphasis and tables look at it.</summary>
internal sealed class TermParser : InlineParser
{
    public const int Longest = 200;
    public const string Opening = "[[";

    // What means something else to Markdown is no word.
    public static readonly SearchValues<char> Marks = SearchValues.Create("[]\\\n`*_<>&~");

    // In a table a bar alone parts the cells.
    private const string BarOfCell = "\\|";

    public TermParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        if (text is not ['[', '[', not '^', ..])
        {
            return false;
        }

        var length = LengthOf(text[2..]);
        if (length is <= 0 or > Longest || !text[(2 + length)..].StartsWith("]]"))
        {
            return false;
        }

        var parts = text.Slice(2, length).ToString().Replace(BarOfCell, "|").Split('|');
        if (parts.Length > 2 || Array.Exists(parts, string.IsNullOrWhiteSpace))
        {
            return false;
        }

        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new TermInline(parts[0].Trim(), parts[^1].Trim())
        {
            Span = new(start, start + length + 3),
            Line = line,
            Column = column,
        };
        slice.Start += length + 4;
        return true;
    }

    private static int LengthOf(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (
            length < text.Length
            && (!Marks.Contains(text[length]) || text[length..].StartsWith(BarOfCell))
        )
        {
            length++;
        }

        return length;
    }
}
