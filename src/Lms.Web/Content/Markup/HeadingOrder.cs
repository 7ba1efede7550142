using System.Globalization;
using Lms.Web.Content.Blocks.Fences;
using Markdig.Syntax;

namespace Lms.Web.Content.Markup;

/// <summary>
/// The page's own title is its first level: a text begins at the second and skips none
/// (WCAG 2.2, 1.3.1).
/// </summary>
internal static class HeadingOrder
{
    public const int First = 2;

    public static int LevelOf(HeadingBlock heading) => Math.Max(First, heading.Level);

    public static void Check(MarkupText text)
    {
        var deepest = First;
        foreach (
            var heading in text.Blocks<HeadingBlock>().Where(one => Fences.Around(one) is null)
        )
        {
            if (heading.Level < First || heading.Level > deepest)
            {
                string[] levels =
                [
                    deepest.ToString(CultureInfo.InvariantCulture),
                    heading.Level.ToString(CultureInfo.InvariantCulture),
                ];
                text.Report(MarkupTexts.HeadingOrder, heading.Span.Start, levels);
            }

            deepest = LevelOf(heading) + 1;
        }
    }
}
