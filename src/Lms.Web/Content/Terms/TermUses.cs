using Lms.Web.Content.Blocks.Fences;
using Lms.Web.Content.Files;
using Lms.Web.Content.Markup;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lms.Web.Content.Terms;

/// <summary>Looks the terms of a text up in the glossary, and decides which lead to their meaning.</summary>
internal static class TermUses
{
    /// <param name="glossary">Null while the glossary itself is read.</param>
    public static void Mark(MarkupText text, GlossaryText? glossary)
    {
        if (glossary is null || !text.Holds(TermParser.Opening))
        {
            return;
        }

        var isLesson = text.Setting.Inclusion is not null;
        foreach (var leaf in text.Blocks<LeafBlock>().Where(leaf => leaf.Inline is not null))
        {
            var isShownHere = isLesson && leaf is not HeadingBlock && !IsInQuestion(leaf);
            foreach (var term in leaf.Inline!.Descendants<TermInline>())
            {
                var entry = Find(text, term, glossary);
                term.Entry = isShownHere && !IsInLink(term) ? entry : null;
            }
        }
    }

    /// <summary>The entries that a lesson leads to, in the order of their first use.</summary>
    public static IEnumerable<GlossaryEntry> In(IEnumerable<MarkupText> texts) =>
        texts
            .SelectMany(text => text.Inlines.OfType<TermInline>())
            .Select(term => term.Entry)
            .OfType<GlossaryEntry>()
            .DistinctBy(entry => entry.Anchor);

    private static GlossaryEntry? Find(MarkupText text, TermInline term, GlossaryText glossary)
    {
        if (glossary.Find(term.Name) is { } entry)
        {
            return entry;
        }

        if (glossary.FindLoosely(term.Name) is ({ } alike, var name))
        {
            text.Report(TermTexts.SpelledTwoWays, term.Span.Start, term.Name, name);
            return alike;
        }

        var nearest = Nearest.To(term.Name, glossary.Names);
        text.Report(TermTexts.Unknown, term.Span.Start, nearest, [term.Name]);
        return null;
    }

    private static bool IsInLink(Inline term)
    {
        for (var around = term.Parent; around is not null; around = around.Parent)
        {
            if (around is LinkInline)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A question is asked on a page of its own.</summary>
    private static bool IsInQuestion(Block block)
    {
        for (Block? around = block; around is not null; around = around.Parent)
        {
            if (around is FenceBlock { Form.IsQuestion: true })
            {
                return true;
            }
        }

        return false;
    }
}
