using System.Globalization;
using Lms.Web.Content.Markup;
using Markdig.Extensions.Footnotes;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Lms.Web.Content.Blocks.Footnotes;

/// <summary>The number of a note in the text, and the arrow below that leads back to it.</summary>
internal sealed class FootnoteLinkRenderer(MarkupText text) : HtmlObjectRenderer<FootnoteLink>
{
    protected override void Write(HtmlRenderer renderer, FootnoteLink link)
    {
        var number = link.Footnote.Order.ToString(CultureInfo.InvariantCulture);
        var (note, place) = (Footnotes.IdOf(text, link.Footnote), Footnotes.IdOf(text, link));
        if (link.IsBackLink)
        {
            var back = text.Setting.IsEnglish
                ? $"Back to the text, note {number}"
                : $"Назад до тексту, примітка {number}";
            renderer.Write(
                $" <a class=\"footnote-back\" href=\"#{place}\" aria-label=\"{back}\">↩</a>"
            );
        }
        else
        {
            var label = text.Setting.IsEnglish ? $"Note {number}" : $"Примітка {number}";
            renderer.Write(
                $"<sup><a id=\"{place}\" href=\"#{note}\" aria-label=\"{label}\">{number}</a></sup>"
            );
        }
    }
}

internal sealed class FootnoteGroupRenderer(MarkupText text) : HtmlObjectRenderer<FootnoteGroup>
{
    protected override void Write(HtmlRenderer renderer, FootnoteGroup notes)
    {
        if (notes.Count == 0)
        {
            return;
        }

        var label = text.Setting.IsEnglish ? "Notes" : "Примітки";
        renderer.EnsureLine();
        renderer.WriteLine($"<section class=\"footnotes\" aria-label=\"{label}\">");
        renderer.WriteLine("<ol>");
        foreach (var note in notes.OfType<Footnote>())
        {
            renderer.WriteLine($"<li id=\"{Footnotes.IdOf(text, note)}\">");
            renderer.WriteChildren(note);
            renderer.EnsureLine();
            renderer.WriteLine("</li>");
        }

        renderer.WriteLine("</ol>").WriteLine("</section>");
    }
}
