using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lms.Web.Content.Markup;

/// <summary>Takes the braces right after a link or a picture: <c>![…](…){key=value}</c>.</summary>
internal sealed class LinkAttributes : InlineParser
{
    public LinkAttributes() => OpeningCharacters = ['{'];

    public static AttributeList? Of(LinkInline link) =>
        link.GetData(typeof(AttributeList)) as AttributeList;

    /// <summary>Reports every attribute of the link that is not among <paramref name="known"/>.</summary>
    public static void Refuse(MarkupText text, LinkInline link, params string[] known)
    {
        if (Of(link) is { } attributes)
        {
            text.Refuse(attributes, known);
        }
    }

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (
            processor.Inline is not LinkInline { IsClosed: true, IsAutoLink: false } link
            || slice.PeekCharExtra(-1) is not (')' or ']')
        )
        {
            return false;
        }

        var text = slice.AsSpan();
        var end = text.IndexOfAny('}', '\n');
        if (end < 0 || text[end] == '\n')
        {
            return false;
        }

        var offset = processor.GetSourcePosition(slice.Start);
        link.SetData(typeof(AttributeList), AttributeList.Inside(text[1..end], offset));
        slice.Start += end + 1;
        return true;
    }
}
