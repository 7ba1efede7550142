using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Lms.Web.Data;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lms.Web.Tests.Data;

/// <summary>
/// A database as the first release left it: its schema, and in <c>first-release.json</c> the rows of a
/// learner who took К1 in it, with instants in Unix milliseconds and bytes in hexadecimal.
/// </summary>
internal static class FirstRelease
{
    private const string Bytes = "hex:";

    public static async Task FillAsync(LmsDbContext db)
    {
        await db.GetService<IMigrator>().MigrateAsync("Initial");
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        var types = await TypesAsync(connection);
        using var rows = JsonDocument.Parse(
            await File.ReadAllTextAsync(
                Repository.File("tests", "Lms.Web.Tests", "Data", "first-release.json")
            )
        );
        foreach (var table in rows.RootElement.EnumerateObject())
        {
            foreach (var row in table.Value.EnumerateArray())
            {
                await InsertAsync(connection, table.Name, [.. row.EnumerateObject()], types);
            }
        }

        await db.Database.CloseConnectionAsync();
    }

    private static async Task InsertAsync(
        DbConnection connection,
        string table,
        IReadOnlyList<JsonProperty> row,
        Dictionary<(string Table, string Column), string> types
    )
    {
        await using var insert = connection.CreateCommand();
        foreach (var (number, column) in row.Index())
        {
            var parameter = insert.CreateParameter();
            parameter.ParameterName = Parameter(number);
            parameter.Value = ValueOf(column.Value, types.GetValueOrDefault((table, column.Name)));
            insert.Parameters.Add(parameter);
        }

        insert.CommandText =
            $"INSERT INTO \"{table}\" ({string.Join(", ", row.Select(column => $"\"{column.Name}\""))}) "
            + $"VALUES ({string.Join(", ", row.Index().Select(one => Parameter(one.Index)))})";
        await insert.ExecuteNonQueryAsync();
    }

    private static string Parameter(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"@p{number}");

    /// <param name="type">Of PostgreSQL; null on SQLite, which takes what the file has.</param>
    private static object ValueOf(JsonElement value, string? type) =>
        value.ValueKind == JsonValueKind.Number
            ? type switch
            {
                "boolean" => value.GetInt64() != 0,
                "timestamp with time zone" => DateTimeOffset.FromUnixTimeMilliseconds(
                    value.GetInt64()
                ),
                "integer" => value.GetInt32(),
                _ => value.GetInt64(),
            }
            : OfText(value.GetString()!, type);

    private static object OfText(string text, string? type) =>
        text.StartsWith(Bytes, StringComparison.Ordinal)
            ? Convert.FromHexString(text.AsSpan(Bytes.Length))
            : type switch
            {
                "uuid" => Guid.Parse(text),
                "date" => DateOnly.Parse(text, CultureInfo.InvariantCulture),
                "numeric" => decimal.Parse(text, CultureInfo.InvariantCulture),
                _ => text,
            };

    private static async Task<Dictionary<(string Table, string Column), string>> TypesAsync(
        DbConnection connection
    )
    {
        var types = new Dictionary<(string, string), string>();
        if (connection is Npgsql.NpgsqlConnection)
        {
            await using var ask = connection.CreateCommand();
            ask.CommandText =
                "SELECT table_name, column_name, data_type FROM information_schema.columns";
            await using var answer = await ask.ExecuteReaderAsync();
            while (await answer.ReadAsync())
            {
                types[(answer.GetString(0), answer.GetString(1))] = answer.GetString(2);
            }
        }

        return types;
    }
}
