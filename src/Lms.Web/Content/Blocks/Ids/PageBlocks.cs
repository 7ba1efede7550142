using System.Globalization;
using System.Text;
using Lms.Domain.Courses;
using Lms.Web.Content.Blocks.Checklists;
using Lms.Web.Content.Blocks.Fences;
using Lms.Web.Content.Markup;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Lms.Web.Content.Blocks.Ids;

/// <summary>
/// Gives each block of a lesson an id on the page: the written one, else a draft id made of its
/// source, which publishing replaces by one that outlives changes of the text.
/// </summary>
internal sealed class PageBlocks
{
    private const int IdDigits = 12;

    private readonly MarkupText text;
    private readonly HashSet<string> taken;
    private readonly List<LessonBlock> found = [];
    private readonly StringBuilder words = new(BlockWords.Most);

    private PageBlocks(MarkupText text)
    {
        this.text = text;
        taken = [.. text.Anchors];
    }

    /// <summary>The blocks of the outline, and those inside them that have a written id.</summary>
    public static IReadOnlyList<LessonBlock> Give(MarkupText text)
    {
        var page = new PageBlocks(text);
        var section = "";
        var blocks = InOrder(text.Document);
        foreach (var (index, block) in blocks.Index())
        {
            var end = index + 1 < blocks.Count ? blocks[index + 1].Span.Start : text.Length;
            section = block is HeadingBlock heading ? HeadingAnchors.Of(heading) ?? "" : section;
            page.Add(block, end, section);
            foreach (var inside in block.Descendants<FenceBlock>().Where(HasId))
            {
                page.Add(inside, inside.Span.End + 1, section);
            }
        }

        return page.found;
    }

    /// <summary>Where they stand in the source; what Markdig gathers elsewhere is none of them.</summary>
    private static List<Block> InOrder(MarkdownDocument document)
    {
        var blocks = new List<Block>();
        foreach (var block in document)
        {
            if (!block.Span.IsEmpty && block.Span.Start >= (blocks.LastOrDefault()?.Span.End ?? 0))
            {
                blocks.Add(block);
            }
        }

        return blocks;
    }

    private void Add(Block block, int end, string section)
    {
        if (BlockKinds.Of(block) is not { } kind)
        {
            return;
        }

        var hash = BlockSource.HashOf(text, block, end);
        var written = WrittenIds.Of(block);
        var id = written ?? DraftId(hash);
        block.GetAttributes().Id = id;
        found.Add(
            new(id, written is not null, hash, section, kind, BlockWords.Of(block, words))
            {
                Entries = block is FenceBlock { Form: ChecklistForm } checklist
                    ? ChecklistEntries.Name(checklist, id)
                    : [],
            }
        );
    }

    private static bool HasId(FenceBlock fence) => WrittenIds.Of(fence) is not null;

    private string DraftId(string hash)
    {
        var draft = $"d-{hash[..IdDigits]}";
        var id = draft;
        for (var number = 2; !taken.Add(id); number++)
        {
            id = string.Create(CultureInfo.InvariantCulture, $"{draft}-{number}");
        }

        return id;
    }
}
