using Lms.Web.Content.Markup;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Lms.Web.Content.Terms;

/// <summary>A term leads to its meaning on the same page, or is plain words.</summary>
internal sealed class TermRenderer : HtmlObjectRenderer<TermInline>
{
    protected override void Write(HtmlRenderer renderer, TermInline term)
    {
        if (term.Entry is not { } entry)
        {
            renderer.WriteEscape(term.Written);
            return;
        }

        renderer.Write("<a class=\"term\" href=\"#").Write(Uri.EscapeDataString(entry.Anchor));
        renderer.Write("\">").WriteEscape(term.Written).Write("</a>");
    }
}

/// <summary>What the terms of a lesson mean, below it: so a published lesson keeps its meanings.</summary>
internal static class TermList
{
    private const string Page = "/help/glossary";

    public static string Html(MarkupText text, IEnumerable<GlossaryEntry> entries)
    {
        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        foreach (var entry in entries)
        {
            renderer.Write("<dt>").WriteEscape(entry.Term).WriteLine("</dt>");
            renderer.Write("<dd id=\"").WriteEscape(entry.Anchor).Write("\">");
            renderer.Write(entry.Html).WriteLine("</dd>");
        }

        var list = writer.ToString();
        if (list.Length == 0)
        {
            return "";
        }

        var (title, whole) = text.Setting.IsEnglish
            ? ("Words of this lesson", "The whole glossary")
            : ("Слова цього уроку", "Увесь словник");
        return SafeHtml.Of(
            $"\n<aside class=\"terms\">\n<p class=\"terms-title\">{title}</p>\n<dl>\n{list}</dl>\n"
                + $"<p><a href=\"{Page}\">{whole}</a></p>\n</aside>",
            text
        );
    }
}
