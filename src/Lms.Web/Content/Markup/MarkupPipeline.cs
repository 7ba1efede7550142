using Lms.Web.Content.Blocks.Abbreviations;
using Lms.Web.Content.Blocks.Callouts;
using Lms.Web.Content.Blocks.Fences;
using Lms.Web.Content.Quizzes.Gaps;
using Lms.Web.Content.Terms;
using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Tables;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers.Html;

namespace Lms.Web.Content.Markup;

/// <summary>
/// The one way Markdown is parsed: CommonMark, what GitHub adds to it, footnotes and figures; no HTML,
/// no generic attributes.
/// What is ours is taken when a block closes, before Markdig parses what is inside it.
/// </summary>
internal static class MarkupPipeline
{
    private static readonly MarkdownPipeline Pipeline = Build();

    public static Markdig.Syntax.MarkdownDocument Parse(string text) =>
        Markdown.Parse(text, Pipeline);

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder()
            .UsePreciseSourceLocation()
            .UsePipeTables(new PipeTableOptions { UseGfmRules = true })
            .UseAutoLinks(new AutoLinkOptions { UseHttpsForWWWLinks = true })
            .UseFootnotes()
            .UseFigures()
            .DisableHtml();
        builder.BlockParsers.Insert(0, new DefinitionListParser { OpeningCharacters = [':'] });
        builder.BlockParsers.Insert(0, new FenceParser());
        builder.BlockParsers.AddIfNotAlready<AbbreviationParser>();
        builder.InlineParsers.Insert(0, new GapParser());
        builder.InlineParsers.Insert(0, new TermParser());
        builder.InlineParsers.Insert(0, new LinkAttributes());
        Strikethrough.Open(builder.InlineParsers.FindExact<EmphasisInlineParser>()!);
        // A heading underlined with --- is closed by the parser of paragraphs.
        var paragraphs = builder.BlockParsers.FindExact<ParagraphBlockParser>()!;
        var headings = builder.BlockParsers.FindExact<HeadingBlockParser>()!;
        paragraphs.Closed += HeadingAttributes.Take;
        headings.Closed += HeadingAttributes.Take;
        paragraphs.Closed += ItemMark.Take;
        builder.BlockParsers.FindExact<QuoteBlockParser>()!.Closed += CalloutParser.Take;
        // The name of a language would become a class, and the page knows no such class.
        builder.BlockParsers.FindExact<FencedCodeBlockParser>()!.Closed += (_, code) =>
            code.SetAttributes(new());
        builder.Extensions.Add(new ParagraphLimits());
        return builder.Build();
    }
}
