using Lms.Web.Content.Blocks.Fences;
using Lms.Web.Content.Markup;
using Markdig.Syntax;

namespace Lms.Web.Content.Quizzes;

/// <summary>A question as written: a heading with what follows it, or what stands inside a fence.</summary>
/// <param name="Title">Null inside a fence, whose text is the whole prompt.</param>
/// <param name="Attributes">What stands in its braces; empty when there are none.</param>
/// <param name="Body">Below the heading.</param>
/// <param name="Offset">Of its first line.</param>
internal sealed record WrittenQuestion(
    MarkupText Text,
    HeadingBlock? Title,
    AttributeList Attributes,
    IReadOnlyList<Block> Body,
    int Offset
)
{
    /// <summary>A poll has none.</summary>
    public bool NeedsKey { get; init; } = true;

    /// <summary>The one question of a text cut at <c>##</c>; null when it is past a limit and empty.</summary>
    public static WrittenQuestion? UnderHeading(MarkupText text)
    {
        List<Block> blocks = [.. text.Document.Where(IsShown)];
        return blocks is [HeadingBlock title, ..]
            ? new(
                text,
                title,
                HeadingAttributes.Of(title) ?? new(title.Span.Start, true, []),
                blocks[1..],
                title.Span.Start
            )
            : null;
    }

    /// <summary>A question of a lesson or a deck: <c>::: question {#q-x}</c>.</summary>
    public static WrittenQuestion InFence(MarkupText text, FenceBlock fence) =>
        new(
            text,
            null,
            fence.Attributes ?? new(fence.Span.Start, true, []),
            [.. fence.Where(IsShown)],
            fence.Span.Start
        );

    private static bool IsShown(Block block) => block is not LinkReferenceDefinitionGroup;
}
