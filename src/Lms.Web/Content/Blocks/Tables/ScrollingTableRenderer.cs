using Lms.Web.Content.Markup;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Lms.Web.Content.Blocks.Tables;

/// <summary>
/// A table in a box of its own that scrolls on a narrow screen and is reached by the keyboard.
/// Alignment is a class: the page allows no inline style.
/// </summary>
internal sealed class ScrollingTableRenderer(MarkupSetting setting) : HtmlObjectRenderer<Table>
{
    private const int LongestLabel = 100;

    protected override void Write(HtmlRenderer renderer, Table table)
    {
        renderer.EnsureLine();
        renderer.Write("<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"");
        renderer.WriteEscape(Label(table)).Write("\"").WriteAttributes(table);
        renderer.WriteLine(">").WriteLine("<table>");
        var isInHead = false;
        var rows = table.OfType<TableRow>().ToList();
        for (var index = 0; index < rows.Count; index++)
        {
            if (index == 0 || rows[index].IsHeader != isInHead)
            {
                CloseGroup(renderer, index, isInHead);
                isInHead = rows[index].IsHeader;
                renderer.WriteLine(isInHead ? "<thead>" : "<tbody>");
            }

            Write(renderer, table, rows[index]);
        }

        CloseGroup(renderer, rows.Count, isInHead);
        renderer.WriteLine("</table>").WriteLine("</div>");
    }

    private static void CloseGroup(HtmlRenderer renderer, int rowsBefore, bool isHead)
    {
        if (rowsBefore > 0)
        {
            renderer.WriteLine(isHead ? "</thead>" : "</tbody>");
        }
    }

    private static void Write(HtmlRenderer renderer, Table table, TableRow row)
    {
        renderer.Write("<tr>");
        var (tag, scope) = row.IsHeader ? ("th", " scope=\"col\"") : ("td", "");
        for (var index = 0; index < row.Count; index++)
        {
            renderer.Write('<').Write(tag).Write(scope);
            renderer.Write(AlignmentOf(table, index)).Write(">");
            var wasImplicit = renderer.ImplicitParagraph;
            renderer.ImplicitParagraph = true;
            renderer.Write((TableCell)row[index]);
            renderer.ImplicitParagraph = wasImplicit;
            renderer.Write("</").Write(tag).Write(">");
        }

        renderer.WriteLine("</tr>");
    }

    private static string AlignmentOf(Table table, int column) =>
        (
            column < table.ColumnDefinitions.Count
                ? table.ColumnDefinitions[column].Alignment
                : null
        ) switch
        {
            TableColumnAlign.Center => " class=\"align-center\"",
            TableColumnAlign.Right => " class=\"align-right\"",
            _ => "",
        };

    private string Label(Table table)
    {
        var word = setting.IsEnglish ? "Table" : "Таблиця";
        var head = table.OfType<TableRow>().FirstOrDefault(row => row.IsHeader);
        var columns = string.Join(
            ", ",
            (head ?? []).Select(PlainText.OfAll).Where(text => text.Length > 0)
        );
        return columns.Length is 0 or > LongestLabel ? word : $"{word}: {columns}";
    }
}
