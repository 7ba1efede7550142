using Lms.Web.Content.Blocks.Callouts;
using Lms.Web.Content.Markup;
using Markdig.Syntax;

namespace Lms.Web.Content.Quizzes;

/// <summary>Explanations and feedback are written as quotes and shown without being one.</summary>
internal static class Quotes
{
    /// <summary>Null when there are none.</summary>
    public static string? Html(MarkupText text, IEnumerable<Block> blocks)
    {
        var inside = blocks.OfType<QuoteBlock>().SelectMany(Inside).ToList();
        return inside.Count == 0 ? null : MarkupHtml.Of(text, inside);
    }

    private static IEnumerable<Block> Inside(QuoteBlock quote) =>
        Callout.Of(quote) is null ? quote : [quote];
}
