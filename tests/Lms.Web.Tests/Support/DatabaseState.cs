using System.Globalization;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Support;

/// <summary>
/// Every row of every table as text, to compare two moments. Left out is what remembers on purpose: the
/// log, the merges themselves, and sessions and stamps, which once ended stay so; and the outbox, which a
/// job empties meanwhile.
/// </summary>
public static class DatabaseState
{
    private static readonly string[] Remembers =
    [
        "Audit",
        "PersonMerges",
        "Sessions",
        "Tickets",
        "OutgoingMail",
    ];

    public static async Task<IReadOnlyList<string>> ReadAsync(LmsHost host)
    {
        await using var db = host.Look();
        var lines = new List<string>();
        var tables = db
            .Model.GetEntityTypes()
            .Select(type => type.GetTableName())
            .OfType<string>()
            .Distinct()
            .Except(Remembers)
            .Order(StringComparer.Ordinal);
        await db.Database.OpenConnectionAsync();
        foreach (var table in tables)
        {
            lines.AddRange((await RowsAsync(db, table)).Order(StringComparer.Ordinal));
        }

        return lines;
    }

    private static async Task<List<string>> RowsAsync(LmsDbContext db, string table)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\"";
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(
                table
                    + ": "
                    + string.Join(
                        " | ",
                        Enumerable
                            .Range(0, reader.FieldCount)
                            .Where(column => reader.GetName(column) != "SecurityStamp")
                            .Select(column => Words(reader.GetValue(column)))
                    )
            );
        }

        return rows;
    }

    private static string Words(object value) =>
        value is byte[] bytes
            ? Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(bytes))
            : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
