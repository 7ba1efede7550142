using Lms.Web.Content.Blocks.Callouts;
using Lms.Web.Content.Blocks.Fences;
using Lms.Web.Content.Files;
using Lms.Web.Content.Markup;
using Markdig.Syntax;

namespace Lms.Web.Content.Blocks.Include;

/// <summary>A text that stands in another one. It is parsed by itself, and so what is found in it
/// is found at its own place.</summary>
/// <param name="Path">Within the course folder; its links start from here.</param>
internal sealed record Snippet(string Path, MarkupText Text)
{
    public static Snippet? Of(FenceBlock fence) => fence.GetData(typeof(Snippet)) as Snippet;

    /// <summary>All that a text includes, and what those include.</summary>
    public static IEnumerable<Snippet> AllIn(MarkupText text)
    {
        foreach (var fence in text.Blocks<FenceBlock>())
        {
            if (Of(fence) is { } snippet)
            {
                yield return snippet;
                foreach (var inner in AllIn(snippet.Text))
                {
                    yield return inner;
                }
            }
        }
    }

    public static MarkupText Parse(SourceFile file, MarkupSetting setting)
    {
        var text = MarkupText.Of(file, 0, file.Text.Length, MarkupText.MostBytesOfLesson, setting);
        foreach (var heading in text.Blocks<HeadingBlock>())
        {
            if (Fences.Fences.Around(heading) is null)
            {
                text.Report(FenceTexts.HeadingInside, heading.Span.Start, "include");
            }
        }

        foreach (var block in text.Blocks<Block>())
        {
            var attributes =
                block is FenceBlock fence ? fence.Attributes
                : block is QuoteBlock quote ? CalloutParser.MarkerOf(quote)?.Attributes
                : null;
            if (attributes?["#"] is { } id)
            {
                text.Report(IncludeTexts.IdInside, attributes.Offset, id);
            }
        }

        return text;
    }
}
