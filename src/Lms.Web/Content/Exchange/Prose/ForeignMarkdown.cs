using Lms.Web.Content.Markup;
using Markdig;
using Markdig.Extensions.Tables;

namespace Lms.Web.Content.Exchange.Prose;

/// <summary>Markdown of another system as HTML: CommonMark and tables, with none of our forms.</summary>
internal static class ForeignMarkdown
{
    private static readonly MarkdownPipeline Pipeline = Build();

    /// <summary>Null past a limit.</summary>
    public static string? Html(string markdown)
    {
        if (NestingLimit.FirstTooDeep(markdown) >= 0)
        {
            return null;
        }

        try
        {
            return Markdown.ToHtml(markdown, Pipeline);
        }
        catch (ArgumentException)
        {
            // Nested deeper than Markdig goes.
            return null;
        }
    }

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder().UsePipeTables(
            new PipeTableOptions { UseGfmRules = true }
        );
        builder.Extensions.Add(new ParagraphLimits());
        return builder.Build();
    }
}
