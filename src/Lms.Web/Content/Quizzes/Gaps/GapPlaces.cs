using Lms.Web.Content.Blocks.Fences;
using Lms.Web.Content.Markup;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace Lms.Web.Content.Quizzes.Gaps;

/// <summary>Where in a text a gap may stand at all.</summary>
internal static class GapPlaces
{
    /// <param name="isPage">A lesson or a description, where questions stand in blocks alone.</param>
    public static void Check(MarkupText text, bool isPage)
    {
        if (!text.Holds(GapParser.Opening))
        {
            return;
        }

        foreach (var leaf in text.Blocks<LeafBlock>())
        {
            foreach (var gap in leaf.Inline?.FindDescendants<GapInline>() ?? [])
            {
                if (Within<TableCell>(leaf) is not null)
                {
                    text.Report(GapTexts.InTable, gap.Span.Start);
                }
                else if (isPage && Within<FenceBlock>(leaf)?.Form?.IsQuestion != true)
                {
                    text.Report(GapTexts.OutsideQuestion, gap.Span.Start);
                }
            }
        }
    }

    private static T? Within<T>(Block block)
        where T : Block
    {
        var around = block.Parent;
        while (around is not (null or T))
        {
            around = around.Parent;
        }

        return around as T;
    }
}
