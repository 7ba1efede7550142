using Lms.Web.Content.Markup;
using Markdig.Syntax;

namespace Lms.Web.Content.Quizzes.Keys;

/// <summary>What stands in an item or a cell: one paragraph without its tag, or its blocks.</summary>
internal static class ItemHtml
{
    public static string Of(MarkupText text, IReadOnlyList<Block> blocks) =>
        blocks is [ParagraphBlock only]
            ? MarkupHtml.Inside(text, only)
            : MarkupHtml.Of(text, blocks);
}
