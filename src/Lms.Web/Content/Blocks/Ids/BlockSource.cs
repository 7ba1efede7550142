using System.Security.Cryptography;
using System.Text;
using Lms.Web.Content.Blocks.Fences;
using Lms.Web.Content.Blocks.Include;
using Lms.Web.Content.Files;
using Lms.Web.Content.Markup;
using Markdig.Syntax;

namespace Lms.Web.Content.Blocks.Ids;

/// <summary>What an author wrote as one block, so that two versions can be compared.</summary>
internal static class BlockSource
{
    /// <summary>
    /// SHA-256 of the source, where blanks at the ends of lines and around it, and the line breaks of
    /// a paragraph, make no difference.
    /// </summary>
    /// <param name="end">Where the next block begins: what stands between belongs to this one.</param>
    public static string HashOf(MarkupText text, Block block, int end)
    {
        var written = text.Written(new(block.Span.Start, end - 1)).Normalize();
        var lines = written.Split('\n').Select(line => line.TrimEnd());
        var source = string.Join(block is ParagraphBlock ? ' ' : '\n', lines).Trim();
        source = string.Concat([source, .. Included(block).Select(file => $"\n{file.Text}")]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source)));
    }

    /// <summary>What is included is a part of the block: when it is changed, so is the block.</summary>
    private static IEnumerable<SourceFile> Included(Block block) =>
        block is ContainerBlock container
            ? container
                .Descendants<FenceBlock>()
                .Append(container as FenceBlock)
                .OfType<FenceBlock>()
                .Select(Snippet.Of)
                .OfType<Snippet>()
                .SelectMany(one => Snippet.AllIn(one.Text).Prepend(one))
                .Select(one => one.Text.File)
            : [];
}
