using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Lms.Web.Data;

/// <summary>
/// Adds very many rows of one kind inside a write that is open: columns and conversions are those of the
/// model, what EF tracks is not. For rows that nobody waits for one by one: the demonstration.
/// </summary>
internal static class BulkRows
{
    public static async Task AddManyAsync<T>(
        this LmsDbContext db,
        IReadOnlyCollection<T> rows,
        CancellationToken cancel = default
    )
        where T : class
    {
        if (rows.Count == 0)
        {
            return;
        }

        var type =
            db.Model.FindEntityType(typeof(T))
            ?? throw new InvalidOperationException($"{typeof(T)} is no table.");
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        var columns = ColumnsOf(type, table).ToList();
        var connection = db.Database.GetDbConnection();
        if (connection is NpgsqlConnection postgres)
        {
            await CopyAsync(postgres, type, columns, rows, cancel);
        }
        else
        {
            await InsertAsync(db, connection, type, columns, rows, cancel);
        }
    }

    private static async Task InsertAsync<T>(
        LmsDbContext db,
        DbConnection connection,
        IEntityType type,
        List<Column> columns,
        IReadOnlyCollection<T> rows,
        CancellationToken cancel
    )
        where T : class
    {
        await using var command = connection.CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText =
            $"INSERT INTO \"{type.GetTableName()}\" ({Names(columns)}) VALUES ({string.Join(", ", columns.Select((_, at) => $"@p{at}"))})";
        var parameters = columns.Select((column, at) => column.Parameter(command, $"@p{at}"));
        command.Parameters.AddRange(parameters.ToArray());
        await command.PrepareAsync(cancel);
        foreach (var row in rows)
        {
            for (var at = 0; at < columns.Count; at++)
            {
                command.Parameters[at].Value = columns[at].Of(row) ?? DBNull.Value;
            }

            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    private static async Task CopyAsync<T>(
        NpgsqlConnection connection,
        IEntityType type,
        List<Column> columns,
        IReadOnlyCollection<T> rows,
        CancellationToken cancel
    )
        where T : class
    {
        await using var example = connection.CreateCommand();
        var types = columns
            .Select(column => ((NpgsqlParameter)column.Parameter(example, "p")).NpgsqlDbType)
            .ToList();
        await using var copy = await connection.BeginBinaryImportAsync(
            $"COPY \"{type.GetTableName()}\" ({Names(columns)}) FROM STDIN (FORMAT BINARY)",
            cancel
        );
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancel);
            for (var at = 0; at < columns.Count; at++)
            {
                if (columns[at].Of(row) is { } value)
                {
                    await copy.WriteAsync(value, types[at], cancel);
                }
                else
                {
                    await copy.WriteNullAsync(cancel);
                }
            }
        }

        await copy.CompleteAsync(cancel);
    }

    private static string Names(IEnumerable<Column> columns) =>
        string.Join(", ", columns.Select(column => $"\"{column.Name}\""));

    // What the database numbers itself is left to it.
    private static IEnumerable<Column> ColumnsOf(
        ITypeBase type,
        StoreObjectIdentifier table,
        params PropertyInfo[] path
    )
    {
        foreach (var property in type.GetProperties())
        {
            var isNumbered =
                property.ValueGenerated == ValueGenerated.OnAdd
                && property.ClrType == typeof(long)
                && property.IsPrimaryKey();
            if (!isNumbered && property.PropertyInfo is { } own)
            {
                yield return new(
                    property.GetColumnName(table)!,
                    [.. path, own],
                    property.GetRelationalTypeMapping()
                );
            }
        }

        foreach (var part in type.GetComplexProperties())
        {
            foreach (
                var column in ColumnsOf(part.ComplexType, table, [.. path, part.PropertyInfo!])
            )
            {
                yield return column;
            }
        }
    }

    private sealed record Column(string Name, PropertyInfo[] Path, RelationalTypeMapping Mapping)
    {
        public DbParameter Parameter(DbCommand command, string name) =>
            Mapping.CreateParameter(command, name, null, nullable: true);

        public object? Of(object row)
        {
            object? value = row;
            foreach (var step in Path)
            {
                value = value is null ? null : step.GetValue(value);
            }

            return value is null || Mapping.Converter is not { } converter
                ? value
                : converter.ConvertToProvider(value);
        }
    }
}
