using System.Globalization;
using Lms.Web.Content.Blocks.Abbreviations;
using Lms.Web.Content.Blocks.Callouts;
using Lms.Web.Content.Blocks.Fences;
using Lms.Web.Content.Blocks.Figures;
using Lms.Web.Content.Blocks.Footnotes;
using Lms.Web.Content.Blocks.Tables;
using Lms.Web.Content.Blocks.Tasks;
using Lms.Web.Content.Quizzes.Gaps;
using Lms.Web.Content.Terms;
using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;

namespace Lms.Web.Content.Markup;

/// <summary>Writes parsed text as HTML and passes it through the second wall.</summary>
internal static class MarkupHtml
{
    public static string Of(MarkupText text) => Of(text, text.Document);

    /// <summary>Some blocks of the text, in their order.</summary>
    public static string Of(MarkupText text, IEnumerable<Block> blocks)
    {
        using var writer = NewWriter();
        var renderer = RendererTo(writer, text);
        foreach (var block in blocks.Where(block => block is not LinkReferenceDefinitionGroup))
        {
            renderer.Render(block);
        }

        return SafeHtml.Of(Trimmed(writer), text);
    }

    /// <summary>What stands inside one paragraph or heading.</summary>
    public static string Inside(MarkupText text, LeafBlock leaf)
    {
        using var writer = NewWriter();
        RendererTo(writer, text).WriteLeafInline(leaf);
        return SafeHtml.Of(Trimmed(writer), text);
    }

    /// <summary>The whole text within another one, whose walls it passes with it.</summary>
    public static void WriteInto(TextWriter writer, MarkupText text) =>
        RendererTo(writer, text).Render(text.Document);

    private static StringWriter NewWriter() =>
        new(SpareBuilder.Take(), CultureInfo.InvariantCulture);

    private static string Trimmed(StringWriter writer)
    {
        var written = writer.GetStringBuilder();
        var end = written.Length;
        while (end > 0 && char.IsWhiteSpace(written[end - 1]))
        {
            end--;
        }

        var html = written.ToString(0, end).TrimStart();
        SpareBuilder.GiveBack(written);
        return html;
    }

    private static HtmlRenderer RendererTo(TextWriter writer, MarkupText text)
    {
        var renderer = new HtmlRenderer(writer);
        renderer.ObjectRenderers.Replace<HeadingRenderer>(new AnchoredHeadingRenderer());
        renderer.ObjectRenderers.Replace<LinkInlineRenderer>(new LinkRenderer(text.Setting));
        renderer.ObjectRenderers.Replace<AutolinkInlineRenderer>(new AutolinkRenderer());
        renderer.ObjectRenderers.Replace<QuoteBlockRenderer>(new CalloutRenderer());
        renderer.ObjectRenderers.FindExact<CodeBlockRenderer>()!.OutputAttributesOnPre = true;
        renderer.ObjectRenderers.Add(new FenceRenderer(text.Setting));
        renderer.ObjectRenderers.Add(new StrayFenceRenderer());
        renderer.ObjectRenderers.Add(new HtmlDefinitionListRenderer());
        renderer.ObjectRenderers.Add(new ScrollingTableRenderer(text.Setting));
        renderer.ObjectRenderers.Add(new AbbreviationRenderer());
        renderer.ObjectRenderers.Add(new FigureRenderer());
        renderer.ObjectRenderers.Add(new FigureCaptionRenderer());
        renderer.ObjectRenderers.Add(new FootnoteLinkRenderer(text));
        renderer.ObjectRenderers.Add(new FootnoteGroupRenderer(text));
        renderer.ObjectRenderers.Add(new TaskMarkRenderer(text.Setting));
        renderer.ObjectRenderers.Add(new GapRenderer());
        renderer.ObjectRenderers.Add(new TermRenderer());
        Strikethrough.Open(renderer);
        return renderer;
    }
}
