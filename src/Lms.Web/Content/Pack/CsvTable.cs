using System.Globalization;
using Lms.Web.Content.Files;
using Sylvan.Data.Csv;

namespace Lms.Web.Content.Pack;

/// <summary>One line of a table, its values by column.</summary>
internal sealed record CsvRow(SourceFile File, int Line, string[] Columns, string[] Values)
{
    public string this[string column] => Values[Array.IndexOf(Columns, column)].Trim();

    public void Report(string column, FindingText text, params string[] args) =>
        Report(column, text, null, args);

    public void Report(string column, FindingText text, string? suggestion, string[] args)
    {
        // Quoting moves the place by a letter or two at most: good enough to find the value.
        var before = Values.Take(Math.Max(0, Array.IndexOf(Columns, column)));
        File.ReportAt(text, Line, 1 + before.Sum(value => value.Length + 1), suggestion, args);
    }

    /// <summary>The value, reported when empty.</summary>
    public string Required(string column)
    {
        if (this[column].Length == 0)
        {
            Report(column, PackTexts.EmptyValue, column);
        }

        return this[column];
    }
}

/// <summary>A CSV file with exactly the columns that are asked for, in their order.</summary>
internal static class CsvTable
{
    private static readonly CsvDataReaderOptions Options = new()
    {
        Delimiter = ',',
        HasHeaders = false,
        CsvStyle = CsvStyle.Standard,
        BufferSize = 64 * 1024,
        MaxBufferSize = 2 * SourceFile.MostBytes,
    };

    public static IReadOnlyList<CsvRow> Read(SourceFile file, params string[] columns)
    {
        var rows = new List<CsvRow>();
        var line = 1;
        try
        {
            using var reader = CsvDataReader.Create(new StringReader(file.Text), Options);
            while (reader.Read())
            {
                var values = Values(reader);
                if (line == 1 && !values.SequenceEqual(columns))
                {
                    file.ReportAt(PackTexts.WrongColumns, 1, 1, null, string.Join(',', columns));
                    return [];
                }

                if (line > 1 && IsRow(file, line, values, columns))
                {
                    rows.Add(new(file, line, columns, values));
                }

                line += 1 + values.Sum(value => value.Count(letter => letter == '\n'));
            }
        }
        catch (Exception bad)
            when (bad is FormatException or InvalidOperationException or ArgumentException)
        {
            file.ReportAt(PackTexts.CsvSyntax, line, 1, null);
        }

        if (line == 1)
        {
            file.ReportAt(PackTexts.WrongColumns, 1, 1, null, string.Join(',', columns));
        }

        return rows;
    }

    private static string[] Values(CsvDataReader reader) =>
        [.. Enumerable.Range(0, reader.RowFieldCount).Select(reader.GetString)];

    private static bool IsRow(SourceFile file, int line, string[] values, string[] columns)
    {
        if (values.Length == columns.Length)
        {
            return true;
        }

        if (values is not ([] or [""]))
        {
            var (expected, found) = (Text(columns.Length), Text(values.Length));
            file.ReportAt(PackTexts.CsvFieldCount, line, 1, null, expected, found);
        }

        return false;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
