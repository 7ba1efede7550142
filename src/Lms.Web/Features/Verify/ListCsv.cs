using System.Data;
using System.Globalization;
using System.Text;
using Sylvan.Data.Csv;

namespace Lms.Web.Features.Verify;

/// <summary>A table as CSV for spreadsheets: UTF-8 with its mark, and no cell that is a formula.</summary>
internal static class ListCsv
{
    public static byte[] Write(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows)
    {
        using var table = new DataTable { Locale = CultureInfo.InvariantCulture };
        foreach (var column in head)
        {
            table.Columns.Add(column, typeof(string));
        }

        foreach (var row in rows)
        {
            table.Rows.Add([.. row.Select(Plain)]);
        }

        using var text = new StringWriter();
        using (var csv = CsvDataWriter.Create(text))
        {
            csv.Write(table.CreateDataReader());
        }

        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    // CWE-1236: a spreadsheet runs what begins like this; after an apostrophe it is text.
    private static string Plain(string cell) =>
        cell.Length > 0 && "=+-@\t\r\n＝＋－＠".Contains(cell[0], StringComparison.Ordinal)
            ? $"'{cell}"
            : cell;
}
