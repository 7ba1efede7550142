namespace Lms.Web.Content.Markup;

/// <summary>
/// How many cells the tables of a text could have, by one linear pass before they are made: a short
/// line of hyphens gives every row below it as many cells.
/// </summary>
internal static class TableLimit
{
    public const int MostCells = 5_000;

    private const string OfDelimiterRow = " \t|:-";

    // A table may stand in quotes and lists.
    private const string Before = ">+*.)0123456789";

    /// <summary>Offset of the row that makes too many, else -1.</summary>
    public static int FirstTooBig(ReadOnlySpan<char> text)
    {
        var (start, row, columns, rows) = (0, 0, 0, 0);
        foreach (var line in text.EnumerateLines())
        {
            if (line.IsWhiteSpace())
            {
                columns = 0;
            }
            else if (line.Count('|') + 1 > columns && IsDelimiterRow(line))
            {
                (row, columns, rows) = (start, line.Count('|') + 1, 0);
            }

            rows++;
            if (columns * (long)rows > MostCells)
            {
                return row;
            }

            start += line.Length + 1;
        }

        return -1;
    }

    private static bool IsDelimiterRow(ReadOnlySpan<char> line) =>
        line.Contains('-') && !line.ContainsAnyExcept(OfDelimiterRow + Before);
}
