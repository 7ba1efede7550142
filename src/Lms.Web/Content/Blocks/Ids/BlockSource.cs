using System.Security.Cryptography;
using System.Text;
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
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source)));
    }
}
