using Lms.Web.Content.Blocks.Fences;
using Lms.Web.Content.Markup;
using Markdig.Extensions.DefinitionLists;
using Markdig.Syntax;

namespace Lms.Web.Content.Blocks.Definitions;

/// <summary>A term, or several on lines of their own, and what is said of it.</summary>
/// <param name="Said">One entry for each <c>:</c>.</param>
internal sealed record Definition(
    IReadOnlyList<DefinitionTerm> Terms,
    IReadOnlyList<IReadOnlyList<Block>> Said
);

/// <summary>Lists of a term and, behind a colon, what it means.</summary>
internal static class DefinitionLists
{
    public static void Check(MarkupText text)
    {
        foreach (var list in text.Blocks<DefinitionList>())
        {
            // In a quote or a list each line begins with what is not the list's own.
            if (list.Column == 0 && LazyLine(text.Written(list.Span)) is >= 0 and var at)
            {
                text.Report(DefinitionTexts.TermWithoutBlankLine, list.Span.Start + at);
            }
        }
    }

    /// <summary>The one list that a block is made of; reported and null when it holds anything else.</summary>
    public static DefinitionList? Only(MarkupText text, FenceBlock fence)
    {
        if (fence.FirstOrDefault(block => block is not DefinitionList) is { } other)
        {
            text.Report(DefinitionTexts.Expected, other.Span.Start, fence.Name);
        }
        else if (fence.Count == 0)
        {
            text.Report(DefinitionTexts.Expected, fence.Span.Start, fence.Name);
        }

        return fence is [DefinitionList list] ? list : null;
    }

    public static List<Definition> Of(DefinitionList list)
    {
        var all = new List<(List<DefinitionTerm> Terms, List<IReadOnlyList<Block>> Said)>();
        foreach (var item in list.OfType<DefinitionItem>())
        {
            var terms = item.OfType<DefinitionTerm>().ToList();
            if (terms.Count > 0 || all.Count == 0)
            {
                all.Add((terms, []));
            }

            all[^1].Said.Add([.. item.Where(block => block is not DefinitionTerm)]);
        }

        return [.. all.Select(one => new Definition(one.Terms, one.Said))];
    }

    /// <summary>
    /// Where a line begins that looks like the next term and is read as the end of what was said
    /// before; -1 when none does.
    /// </summary>
    private static int LazyLine(ReadOnlySpan<char> written)
    {
        var (at, isInside) = (0, false);
        foreach (var line in written.EnumerateLines())
        {
            var isIndented = line is [':' or ' ' or '\t', ..];
            if (isInside && !isIndented && !line.IsWhiteSpace())
            {
                return at;
            }

            isInside = isIndented && !line.IsWhiteSpace();
            at += line.Length + 1;
        }

        return -1;
    }
}
