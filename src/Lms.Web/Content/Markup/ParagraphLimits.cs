using System.Globalization;
using System.Text;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Lms.Web.Content.Markup;

/// <summary>
/// Counts a paragraph before its inlines are parsed, whose time grows with the square of some
/// characters. One past a limit loses its text and is reported.
/// </summary>
internal static class ParagraphLimits
{
    private const int MostBytes = 8 * 1024;
    private const int MostMarks = 500;
    private const int MostCells = 5_000;
    private const string Marks = "[{*_~`<";

    /// <summary>What the block is past, when it is.</summary>
    public static LimitPassed? Of(Block block) => block.GetData(typeof(LimitPassed)) as LimitPassed;

    public static void Check(BlockProcessor processor, Block block)
    {
        if (block is LeafBlock { Lines.Count: > 0 } leaf && PassedBy(leaf.Lines) is { } passed)
        {
            leaf.SetData(typeof(LimitPassed), passed);
            leaf.Lines = new StringLineGroup(1);
        }
    }

    private static LimitPassed? PassedBy(StringLineGroup lines)
    {
        var (bytes, depth, bars) = (0, 0, 0);
        Span<int> counts = stackalloc int[Marks.Length];
        counts.Clear();
        for (var index = 0; index < lines.Count; index++)
        {
            var line = lines.Lines[index].Slice.AsSpan();
            bytes += Encoding.UTF8.GetByteCount(line) + 1;
            bars = Math.Max(bars, line.Count('|'));
            foreach (var letter in line)
            {
                depth = Math.Max(
                    0,
                    depth
                        + (
                            letter is '[' ? 1
                            : letter is ']' ? -1
                            : 0
                        )
                );
                if (depth > NestingLimit.Deepest)
                {
                    return new(MarkupTexts.TooDeep, []);
                }

                var mark = Marks.IndexOf(letter, StringComparison.Ordinal);
                if (mark >= 0 && ++counts[mark] > MostMarks)
                {
                    return new(MarkupTexts.TooManyMarks, [letter.ToString()]);
                }
            }
        }

        return bytes > MostBytes ? new(MarkupTexts.ParagraphTooLong, [])
            : bars * lines.Count > MostCells
                ? new(MarkupTexts.TableTooBig, [MostCells.ToString(CultureInfo.InvariantCulture)])
            : null;
    }
}

internal sealed record LimitPassed(FindingText Text, string[] Args);
