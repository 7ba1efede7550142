using Microsoft.Data.Sqlite;

namespace Lms.Benchmarks.National;

/// <summary>Rows by bare ADO.NET, each column as the type the product needs of it.</summary>
internal sealed class FloorRows(SqliteConnection connection)
{
    /// <param name="columns">One letter for each: g an id, t a text, d a day, n a number; capital where it may be missing.</param>
    /// <returns>How many there were.</returns>
    public int Read(string sql, string columns, params (string Name, object Value)[] parameters)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        using var row = command.ExecuteReader();
        var count = 0;
        for (; row.Read(); count++)
        {
            for (var at = 0; at < columns.Length; at++)
            {
                if (!char.IsUpper(columns[at]) || !row.IsDBNull(at))
                {
                    ReadColumn(row, at, columns[at]);
                }
            }
        }

        return count;
    }

    private static void ReadColumn(SqliteDataReader row, int at, char kind)
    {
        switch (kind)
        {
            case 'g' or 'G':
                _ = row.GetGuid(at);
                break;
            case 't' or 'T':
                _ = row.GetString(at);
                break;
            case 'd' or 'D':
                _ = row.GetFieldValue<DateOnly>(at);
                break;
            case 'n' or 'N':
                _ = row.GetInt64(at);
                break;
            default:
                throw new InvalidOperationException($"No such column: {kind}.");
        }
    }
}
