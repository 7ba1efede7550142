using AngleSharp.Dom;
using Lms.Web.Content.Exchange.Answers;

namespace Lms.Web.Content.Exchange.Prose;

/// <summary>Writes a piece of HTML as blocks of Markdown.</summary>
internal sealed class HtmlBlocks(HtmlInlines inlines, QuestionScope scope)
{
    private const int Deepest = 12;

    public List<string> Of(INode parent, int depth = 0)
    {
        var blocks = new List<string>();
        var line = new List<INode>();
        foreach (var child in parent.ChildNodes)
        {
            if (child is IElement element && depth < Deepest && StandsApart(element))
            {
                blocks.AddRange(Paragraphs.Of(inlines.Of(line)));
                line.Clear();
                blocks.AddRange(Of(element, HtmlNames.KindOf(element), depth + 1));
            }
            else
            {
                line.Add(child);
            }
        }

        blocks.AddRange(Paragraphs.Of(inlines.Of(line)));
        return blocks;
    }

    private IEnumerable<string> Of(IElement element, HtmlKind kind, int depth) =>
        kind switch
        {
            HtmlKind.Heading => Heading(element),
            HtmlKind.List => List(element, depth),
            HtmlKind.Table => Table(element, depth),
            HtmlKind.Quote => Quote(element, depth),
            HtmlKind.Preformatted when !HasGap(element) => Code(element),
            HtmlKind.Rule => ["***"],
            _ => Of(element, depth),
        };

    /// <summary>A block, or an element of a line that holds one.</summary>
    private static bool StandsApart(IElement element)
    {
        var kind = HtmlNames.KindOf(element);
        return kind != HtmlKind.Dropped
            && (
                HtmlNames.IsBlock(kind)
                || element
                    .Descendants<IElement>()
                    .Any(inside => HtmlNames.IsBlock(HtmlNames.KindOf(inside)))
            );
    }

    /// <summary>A paragraph: the headings of a file are its questions.</summary>
    private IEnumerable<string> Heading(IElement element)
    {
        scope.Say(ExchangeTexts.FormattingLost, element.LocalName);
        return Paragraphs.Of(inlines.Of(element.ChildNodes));
    }

    private IEnumerable<string> List(IElement list, int depth)
    {
        // Marks that options, answers and steps of ours do not have.
        var isNumbered = list.LocalName == "ol";
        var items = new List<string>();
        foreach (var item in list.ChildNodes)
        {
            var blocks = item is IText ? Paragraphs.Of(inlines.Of([item])) : Of(item, depth);
            var content = string.Join("\n\n", blocks);
            var mark = isNumbered ? $"{items.Count + 1}) " : "* ";
            if (content.Length > 0)
            {
                items.Add(mark + Lines.Indented(content, mark.Length));
            }
        }

        var isLoose = items.Exists(item => item.Contains("\n\n", StringComparison.Ordinal));
        return items.Count == 0 ? [] : [string.Join(isLoose ? "\n\n" : "\n", items)];
    }

    private IEnumerable<string> Quote(IElement element, int depth)
    {
        var content = string.Join("\n\n", Of(element, depth));
        return content.Length == 0 ? [] : [Lines.Quoted(content)];
    }

    private static bool HasGap(IElement element) =>
        element.TextContent.Contains(GapText.Open, StringComparison.Ordinal);

    private static IEnumerable<string> Code(IElement element)
    {
        var code = element.TextContent.Trim('\n').Replace('\t', ' ');
        var fence = new string('`', Math.Max(3, Backticks.LongestRun(code) + 1));
        return string.IsNullOrWhiteSpace(code) ? [] : [$"{fence}\n{code}\n{fence}"];
    }

    private IEnumerable<string> Table(IElement table, int depth)
    {
        foreach (var block in Cells(table, "caption").SelectMany(caption => Of(caption, depth)))
        {
            yield return block;
        }

        if (HtmlTable.Of(table, inlines) is { } written)
        {
            yield return written;
            yield break;
        }

        scope.Say(ExchangeTexts.FormattingLost, table.LocalName);
        foreach (var block in Cells(table, "td, th").SelectMany(cell => Of(cell, depth)))
        {
            yield return block;
        }
    }

    /// <summary>Of this table, not of those inside it.</summary>
    private static IEnumerable<IElement> Cells(IElement table, string selector) =>
        table.QuerySelectorAll(selector).Where(cell => cell.Closest("table") == table);
}
