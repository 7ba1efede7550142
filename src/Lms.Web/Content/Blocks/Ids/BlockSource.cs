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
        written = written.IsNormalized() ? written : written.ToString().Normalize();
        var letters = ArrayPool<char>.Shared.Rent(written.Length + 1);
        var tidy = Tidy(written, block is ParagraphBlock ? ' ' : '\n', letters);
        var included = string.Concat(Included(block).Select(file => $"\n{file.Text}"));
        var hash = HashOf(included.Length == 0 ? tidy : string.Concat(tidy, included));
        ArrayPool<char>.Shared.Return(letters);
        return hash;
    }

    private static string HashOf(ReadOnlySpan<char> source)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(source.Length));
        var length = Encoding.UTF8.GetBytes(source, bytes);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes.AsSpan(0, length), hash);
        ArrayPool<byte>.Shared.Return(bytes);
        return Convert.ToHexStringLower(hash);
    }

    /// <summary>The lines without the blanks at their ends, made in <paramref name="letters"/>.</summary>
    private static ReadOnlySpan<char> Tidy(
        ReadOnlySpan<char> written,
        char between,
        Span<char> letters
    )
    {
        var length = 0;
        foreach (var range in written.Split('\n'))
        {
            var line = written[range].TrimEnd();
            line.CopyTo(letters[length..]);
            length += line.Length;
            letters[length++] = between;
        }

        return letters[..length].Trim();
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
