using Markdig.Parsers;
using Markdig.Syntax;

namespace Lms.Web.Content.Markup;

/// <summary>Takes the braces off the end of a heading before its inlines are parsed.</summary>
internal static class HeadingAttributes
{
    public static AttributeList? Of(HeadingBlock heading) =>
        heading.GetData(typeof(AttributeList)) as AttributeList;

    public static void Take(BlockProcessor processor, Block block)
    {
        if (block is HeadingBlock { Lines.Count: > 0 } heading)
        {
            LineEnd.TakeAttributes(heading, heading);
        }
    }
}
