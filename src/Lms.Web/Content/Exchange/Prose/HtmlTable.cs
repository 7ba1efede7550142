using AngleSharp.Dom;

namespace Lms.Web.Content.Exchange.Prose;

/// <summary>A simple table: every row as wide as the first, one line in each cell.</summary>
internal static class HtmlTable
{
    private const int MostColumns = 12;

    /// <summary>Null when it is not simple.</summary>
    public static string? Of(IElement table, HtmlInlines inlines)
    {
        var rows = table
            .QuerySelectorAll("tr")
            .Select(row => row.Children.Where(cell => cell.LocalName is "td" or "th").ToList())
            .Where(row => row.Count > 0)
            .ToList();
        if (rows.Count == 0 || !IsSimple(table, rows))
        {
            return null;
        }

        var hasHeading = rows[0].TrueForAll(cell => cell.LocalName == "th");
        var lines = rows.ConvertAll(row => Line(row.ConvertAll(cell => Cell(cell, inlines))));
        if (!hasHeading)
        {
            lines.Insert(0, Line(rows[0].ConvertAll(_ => "")));
        }

        lines.Insert(1, Line(rows[0].ConvertAll(_ => "---")));
        return string.Join('\n', lines);
    }

    private static bool IsSimple(IElement table, List<List<IElement>> rows) =>
        rows[0].Count is > 1 and <= MostColumns
        && rows.TrueForAll(row => row.Count == rows[0].Count)
        && table.QuerySelector("table, ul, ol, pre, blockquote, [colspan], [rowspan]") is null;

    private static string Cell(IElement cell, HtmlInlines inlines) =>
        OneLine.Of(inlines.Of(cell.ChildNodes));

    private static string Line(List<string> cells) => $"| {string.Join(" | ", cells)} |";
}
