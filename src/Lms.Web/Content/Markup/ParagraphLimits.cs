using System.Buffers;
using System.Text;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;

namespace Lms.Web.Content.Markup;

/// <summary>
/// Counts every paragraph, heading, cell and caption before its inlines are parsed, whose time grows
/// with the square of some characters. One past a limit loses its text and is reported. The last of
/// the extensions: it watches the parsers of all the others.
/// </summary>
internal sealed class ParagraphLimits : IMarkdownExtension
{
    private const int MostBytes = 8 * 1024;
    private const int MostMarks = 500;
    private const string Marks = "[{*_~`<";

    private static readonly SearchValues<char> Counted = SearchValues.Create(Marks + "]");

    /// <summary>What the block is past, when it is.</summary>
    public static LimitPassed? Of(Block block) => block.GetData(typeof(LimitPassed)) as LimitPassed;

    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        foreach (var parser in pipeline.BlockParsers)
        {
            parser.Closed += (processor, _) => Watch(processor);
        }

        pipeline.BlockParsers.Insert(0, new FirstLine());
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) { }

    /// <summary>Some words never close as a block of their own, so all are counted at once, later.</summary>
    private static void Watch(BlockProcessor processor)
    {
        var document = processor.Document;
        if (document.GetData(typeof(ParagraphLimits)) is null)
        {
            document.SetData(typeof(ParagraphLimits), true);
            document.ProcessInlinesBegin += (inlines, _) => Check(inlines.Document);
        }
    }

    private static void Check(MarkdownDocument document)
    {
        foreach (var leaf in document.Descendants<LeafBlock>())
        {
            if (
                leaf is { ProcessInlines: true, Lines.Count: > 0 }
                && PassedBy(leaf.Lines) is { } passed
            )
            {
                leaf.SetData(typeof(LimitPassed), passed);
                leaf.Lines = new StringLineGroup(1);
            }
        }
    }

    /// <summary>A table alone closes nothing, and its first line comes by here.</summary>
    private sealed class FirstLine : BlockParser
    {
        public override BlockState TryOpen(BlockProcessor processor)
        {
            Watch(processor);
            return BlockState.None;
        }
    }

    private static LimitPassed? PassedBy(StringLineGroup lines)
    {
        var (bytes, depth) = (0, 0);
        Span<int> counts = stackalloc int[Marks.Length];
        counts.Clear();
        for (var index = 0; index < lines.Count; index++)
        {
            var line = lines.Lines[index].Slice.AsSpan();
            bytes += Encoding.UTF8.GetByteCount(line) + 1;
            for (int at; (at = line.IndexOfAny(Counted)) >= 0; line = line[(at + 1)..])
            {
                var letter = line[at];
                var step = letter switch
                {
                    '[' => 1,
                    ']' => -1,
                    _ => 0,
                };
                depth = Math.Max(0, depth + step);
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

        return bytes > MostBytes ? new(MarkupTexts.ParagraphTooLong, []) : null;
    }
}

internal sealed record LimitPassed(FindingText Text, string[] Args);
