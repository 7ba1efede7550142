using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lms.Web.Content.Markup;

/// <summary>
/// The letters an author wrote as text in one block, with the place of each: code, entities and
/// escaped characters are holes, so that what is looked for is never found in them.
/// </summary>
internal sealed class WrittenText
{
    private const char Hole = '\ufffc';

    private readonly StringBuilder text = new();
    private readonly List<(int At, int Offset)> places = [];

    public WrittenText(LeafBlock block) => Append(block.Inline);

    public string Text => text.ToString();

    /// <summary>Offset in the parsed text of the letter at <paramref name="at"/>.</summary>
    public int OffsetOf(int at)
    {
        var found = places.FindLastIndex(place => place.At <= at);
        return found < 0 ? 0 : places[found].Offset + (at - places[found].At);
    }

    private void Append(Inline? inline)
    {
        switch (inline)
        {
            case null:
                break;
            case LiteralInline literal:
                places.Add((text.Length, literal.Span.Start));
                text.Append(literal.Content.AsSpan());
                if (literal.IsFirstCharacterEscaped && literal.Content.Length > 0)
                {
                    text[places[^1].At] = Hole;
                }

                break;
            case LineBreakInline:
                places.Add((text.Length, inline.Span.Start));
                text.Append('\n');
                break;
            // In a table a bracket that opens no link is left as it was found.
            case DelimiterInline delimiter:
                places.Add((text.Length, delimiter.Span.Start));
                text.Append(delimiter.ToLiteral());
                foreach (var child in delimiter)
                {
                    Append(child);
                }

                break;
            case ContainerInline container:
                foreach (var child in container)
                {
                    Append(child);
                }

                break;
            default:
                places.Add((text.Length, inline.Span.Start));
                text.Append(Hole);
                break;
        }
    }
}
