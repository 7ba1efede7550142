using System.Globalization;
using Lms.Web.Content.Markup;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lms.Web.Content.Blocks.Footnotes;

/// <summary>
/// Notes below a text, <c>[^1]</c> and <c>[^1]: …</c>. Their ids carry the name of the text, so that
/// two texts may stand on one page.
/// </summary>
internal static class Footnotes
{
    public static void Check(MarkupText text)
    {
        foreach (var group in text.Document.OfType<LinkReferenceDefinitionGroup>())
        {
            foreach (var unused in group.OfType<FootnoteLinkReferenceDefinition>())
            {
                if (unused.Footnote.Order < 0)
                {
                    text.Report(FootnoteTexts.Unused, unused.Span.Start, $"[{unused.Label}]");
                }
            }
        }

        if (text.Holds("[^"))
        {
            RemoveBackLinksToPictures(text.Document);
        }
    }

    public static string IdOf(MarkupText text, Footnote note) =>
        string.Create(CultureInfo.InvariantCulture, $"fn:{text.Prefix}:{note.Order}");

    /// <summary>Of the place that refers to a note.</summary>
    public static string IdOf(MarkupText text, FootnoteLink link) =>
        string.Create(CultureInfo.InvariantCulture, $"fnref:{text.Prefix}:{link.Index}");

    /// <summary>The alternative text of a picture has no links, so nothing leads back to it.</summary>
    private static void RemoveBackLinksToPictures(MarkdownDocument document)
    {
        var links = document.Descendants<FootnoteLink>().ToLookup(link => link.IsBackLink);
        var shown = links[false].Where(link => !IsInPicture(link)).Select(link => link.Index);
        var known = shown.ToHashSet();
        foreach (var back in links[true].Where(back => !known.Contains(back.Index)))
        {
            back.Remove();
        }
    }

    private static bool IsInPicture(Inline inline)
    {
        for (var parent = inline.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is LinkInline { IsImage: true })
            {
                return true;
            }
        }

        return false;
    }
}
