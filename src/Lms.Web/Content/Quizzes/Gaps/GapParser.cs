using System.Text;
using Markdig.Helpers;
using Markdig.Parsers;

namespace Lms.Web.Content.Quizzes.Gaps;

/// <summary>
/// Takes gaps out of a line before emphasis, tables and abbreviations look at it. In a gap
/// <c>\|</c>, <c>\}</c>, <c>\*</c> and <c>\\</c> are the second sign alone.
/// </summary>
internal sealed class GapParser : InlineParser
{
    public const string Opening = "___{";

    private const string Escapable = "|}*\\";

    public GapParser() => OpeningCharacters = ['_'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        if (!text.StartsWith(Opening, StringComparison.Ordinal) || slice.PeekCharExtra(-1) == '_')
        {
            return false;
        }

        var parts = new List<GapPart>();
        for (var at = Opening.Length; at <= text.Length; at++)
        {
            if (Part(text, ref at) is not { } part)
            {
                return false;
            }

            parts.Add(part);
            if (text[at] == '}')
            {
                var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
                processor.Inline = new GapInline(parts)
                {
                    Span = new(start, start + at),
                    Line = line,
                    Column = column,
                };
                slice.Start += at + 1;
                return true;
            }
        }

        return false;
    }

    /// <summary>Up to the next bar or the end; null when the line ends first.</summary>
    private static GapPart? Part(ReadOnlySpan<char> text, ref int at)
    {
        var isStarred = at < text.Length && text[at] == '*';
        at += isStarred ? 1 : 0;
        var written = new StringBuilder();
        for (; at < text.Length && text[at] is not ('|' or '}' or '\n'); at++)
        {
            if (
                text[at] == '\\'
                && at + 1 < text.Length
                && Escapable.Contains(text[at + 1], StringComparison.Ordinal)
            )
            {
                at++;
            }

            written.Append(text[at]);
        }

        return at < text.Length && text[at] != '\n'
            ? new(written.ToString().Trim(), isStarred)
            : null;
    }
}
