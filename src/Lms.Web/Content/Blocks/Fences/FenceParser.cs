using Lms.Web.Content.Markup;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Lms.Web.Content.Blocks.Fences;

/// <summary>
/// <c>::: name title {#id}</c> … <c>:::</c>. Unlike Markdig's containers, a block that is never closed
/// and a fence that closes nothing are seen, and a fence inside a code block is code.
/// </summary>
internal sealed class FenceParser : BlockParser
{
    private const int Fewest = 3;

    public FenceParser() => OpeningCharacters = [':'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        var line = processor.Line.AsSpan();
        var end = line.IndexOfAnyExcept(':');
        var colons = end < 0 ? line.Length : end;
        if (processor.IsCodeIndent || colons < Fewest)
        {
            return BlockState.None;
        }

        return line[colons..].IsWhiteSpace()
            ? Close(processor, colons)
            : Open(processor, line, colons);
    }

    // Whether this line closes it is asked when nothing inside has taken the line.
    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        processor.GoToColumn(processor.ColumnBeforeIndent);
        return BlockState.Continue;
    }

    private BlockState Open(BlockProcessor processor, ReadOnlySpan<char> line, int colons)
    {
        var around = Around(processor).Take(NestingLimit.Deepest).ToList();
        if (around.Count == NestingLimit.Deepest)
        {
            return Stray(processor, MarkupTexts.TooDeep);
        }

        var attributes = AttributeList.AtEndOf(line, processor.Start, out var braces);
        var written = attributes is null ? line : line[..braces];
        var name = colons + Blanks(written[colons..]);
        var nameEnd = name + Word(written[name..]);
        var title = nameEnd + Blanks(written[nameEnd..]);
        processor.NewBlocks.Push(
            new FenceBlock(this)
            {
                Colons = colons,
                Name = written[name..nameEnd].ToString(),
                NameOffset = processor.Start + name,
                Title = written[title..].TrimEnd().ToString(),
                TitleOffset = processor.Start + title,
                Attributes = attributes,
                IsTooLong = around.Count > 0 && around[0].Colons <= colons,
                Span = new(processor.Start, processor.Line.End),
                Column = processor.Column,
            }
        );
        return BlockState.ContinueDiscard;
    }

    /// <summary>The block of just this length, else the innermost shorter one.</summary>
    private BlockState Close(BlockProcessor processor, int colons)
    {
        var around = Around(processor).ToList();
        var closed =
            around.Find(fence => fence.Colons == colons)
            ?? around.Find(fence => fence.Colons < colons);
        if (closed is null)
        {
            return Stray(processor, FenceTexts.ClosesNothing);
        }

        closed.IsClosed = true;
        closed.UpdateSpanEnd(processor.Line.End);
        processor.Close(closed);
        return BlockState.BreakDiscard;
    }

    private BlockState Stray(BlockProcessor processor, FindingText reason)
    {
        processor.NewBlocks.Push(
            new StrayFence(this, reason) { Span = new(processor.Start, processor.Line.End) }
        );
        return BlockState.BreakDiscard;
    }

    /// <summary>The blocks that this line stands in, the innermost first.</summary>
    private static IEnumerable<FenceBlock> Around(BlockProcessor processor)
    {
        for (var block = processor.CurrentBlock; block is not null; block = block.Parent)
        {
            if (block is FenceBlock { IsOpen: true } fence)
            {
                yield return fence;
            }
        }
    }

    private static int Blanks(ReadOnlySpan<char> text) => text.Length - text.TrimStart().Length;

    private static int Word(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(' ', '\t');
        return end < 0 ? text.Length : end;
    }
}
