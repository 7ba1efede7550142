using Lms.Web.Content.Blocks.Callouts;
using Lms.Web.Content.Blocks.Fences;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Lms.Web.Content.Markup;

/// <summary>The ids that authors wrote on headings and blocks: each stands once on a page.</summary>
internal static class WrittenIds
{
    /// <summary>The id that stands on the page, once it has been claimed.</summary>
    public static string? Of(Block block) => block.TryGetAttributes()?.Id;

    public static HashSet<string> Claim(MarkupText text)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var block in text.Blocks<Block>())
        {
            if (Of(text, block) is ({ } id, var offset) && !ids.Add(id))
            {
                text.Report(MarkupTexts.DuplicateId, offset, id);
            }
        }

        return ids;
    }

    /// <summary>The id written on a block, checked, and where it stands.</summary>
    private static (string? Id, int Offset) Of(MarkupText text, Block block)
    {
        switch (block)
        {
            case HeadingBlock heading when HeadingAttributes.Of(heading) is { } attributes:
                text.Refuse(attributes, "#");
                return (Take(text, heading, attributes), heading.Span.Start);
            case FenceBlock { Attributes: { } attributes } fence:
                return (Take(text, fence, attributes), attributes.Offset);
            case QuoteBlock quote when CalloutParser.MarkerOf(quote)?.Attributes is { } attributes:
                return (Take(text, quote, attributes), attributes.Offset);
            default:
                return (null, 0);
        }
    }

    private static string? Take(MarkupText text, Block block, AttributeList attributes)
    {
        if (attributes["#"] is not { } id || !text.IsId(id, attributes.Offset))
        {
            return null;
        }

        block.GetAttributes().Id = id;
        return id;
    }
}
