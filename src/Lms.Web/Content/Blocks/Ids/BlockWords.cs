using System.Text;
using Lms.Domain.Courses;
using Lms.Web.Content.Blocks.Fences;
using Lms.Web.Content.Blocks.Include;
using Lms.Web.Content.Markup;
using Markdig.Syntax;

namespace Lms.Web.Content.Blocks.Ids;

/// <summary>The words of a block without their marks.</summary>
internal static class BlockWords
{
    public const int Most = 2_000;

    /// <param name="words">A place to gather them, used again for the next block.</param>
    public static string Of(Block block, StringBuilder words)
    {
        words.Clear();
        Append(words, block);
        return words.Length > Most ? words.ToString(0, Most) : words.ToString();
    }

    private static void Append(StringBuilder words, Block block)
    {
        switch (block)
        {
            case var _ when words.Length > Most:
                break;
            case CodeBlock code:
                Append(words, code.Lines.ToString());
                break;
            case LeafBlock leaf:
                PlainText.Append(words, leaf);
                break;
            // The options of a question stand in it with their keys.
            case FenceBlock { Form.Kind: LessonBlockKind.Question }:
                break;
            case FenceBlock { Form: IncludeForm } include:
                Append(words, Snippet.Of(include)?.Text.Document ?? []);
                break;
            case ContainerBlock container:
                Append(words, container is FenceBlock fence ? fence.Title : "");
                // A sensitive block is found by its own id alone, never by the words of what it stands in.
                foreach (var child in container)
                {
                    if (!IsSensitive(child))
                    {
                        Append(words, child);
                    }
                }

                break;
        }
    }

    private static bool IsSensitive(Block block) =>
        block is FenceBlock { Form.Kind: LessonBlockKind.Sensitive };

    private static void Append(StringBuilder words, string text)
    {
        if (text.Length > 0)
        {
            words.Append(words.Length > 0 ? " " : "").Append(text);
        }
    }
}
