using System.Buffers;
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
        var written = text.Written(new(block.Span.Start, end - 1));
        written = written.IsNormalized() ? written : written.Normalize();
        var tidy = Tidy(written, block is ParagraphBlock ? ' ' : '\n');
        var source = string.Concat([tidy, .. Included(block).Select(file => $"\n{file.Text}")]);
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(source.Length));
        var length = Encoding.UTF8.GetBytes(source, bytes);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(0, length)));
        ArrayPool<byte>.Shared.Return(bytes);
        return hash;
    }

    /// <summary>The lines without the blanks at their ends.</summary>
    private static string Tidy(ReadOnlySpan<char> written, char between)
    {
        var letters = ArrayPool<char>.Shared.Rent(written.Length + 1);
        var length = 0;
        foreach (var range in written.Split('\n'))
        {
            var line = written[range].TrimEnd();
            line.CopyTo(letters.AsSpan(length));
            length += line.Length;
            letters[length++] = between;
        }

        var tidy = letters.AsSpan(0, length).Trim().ToString();
        ArrayPool<char>.Shared.Return(letters);
        return tidy;
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
