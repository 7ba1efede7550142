using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lms.Web.Content.Markup;

/// <summary>The plain words of a parsed text, to find in them what has no marks of its own.</summary>
internal static class Literals
{
    /// <summary>Outside links and pictures, each run of words in one piece.</summary>
    public static List<LiteralInline> OutsideLinks(MarkdownDocument document)
    {
        var found = new List<LiteralInline>();
        foreach (var leaf in document.Descendants<LeafBlock>())
        {
            Collect(leaf.Inline, found);
        }

        return found;
    }

    /// <summary>Puts an inline in the place of some letters; what follows them is handed back.</summary>
    /// <param name="at">From the first letter of the literal.</param>
    public static LiteralInline Replace(LiteralInline literal, int at, int length, Inline with)
    {
        var (start, span) = (literal.Content.Start + at, literal.Span.Start + at);
        var after = new LiteralInline
        {
            Content = new(literal.Content.Text, start + length, literal.Content.End),
            Span = new(span + length, literal.Span.End),
            IsClosed = true,
        };
        with.Span = new(span, span + length - 1);
        with.IsClosed = true;
        literal.Content = new(literal.Content.Text, literal.Content.Start, start - 1);
        literal.Span = new(literal.Span.Start, span - 1);
        literal.InsertAfter(with);
        with.InsertAfter(after);
        if (literal.Content.IsEmpty)
        {
            literal.Remove();
        }

        return after;
    }

    private static void Collect(Inline? inline, List<LiteralInline> found)
    {
        if (inline is not ContainerInline container || inline is LinkInline)
        {
            return;
        }

        for (var child = container.FirstChild; child is not null; child = child.NextSibling)
        {
            if (child is LiteralInline literal)
            {
                Join(literal);
                found.Add(literal);
            }
            else
            {
                Collect(child, found);
            }
        }
    }

    /// <summary>Marks that came to nothing, such as the lone <c>_</c> of a name, part the words.</summary>
    private static void Join(LiteralInline literal)
    {
        while (
            literal.NextSibling is LiteralInline { IsFirstCharacterEscaped: false } next
            && ReferenceEquals(next.Content.Text, literal.Content.Text)
            && next.Content.Start == literal.Content.End + 1
        )
        {
            literal.Content.End = next.Content.End;
            literal.Span.End = next.Span.End;
            next.Remove();
        }
    }
}
