using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Lms.Web.Data;

/// <summary>
/// Sets and then asserts, on every connection to the file, what "saved" rests on: write-ahead log,
/// a flush to the disk at each commit, foreign keys, and deleted bytes overwritten.
/// </summary>
internal sealed class DurableSqlite : DbConnectionInterceptor
{
    private const string Pragmas = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA busy_timeout = 5000;
        PRAGMA foreign_keys = ON;
        PRAGMA secure_delete = ON;
        PRAGMA temp_store = MEMORY;
        """;

    private const string Check = """
        SELECT journal_mode || ' ' || synchronous || ' ' || foreign_keys || ' ' || secure_delete
        FROM pragma_journal_mode, pragma_synchronous, pragma_foreign_keys, pragma_secure_delete
        """;

    private const string Durable = "wal 2 1 1";

    private static readonly ConditionalWeakTable<sqlite3, string> Prepared = [];

    public override void ConnectionOpened(
        DbConnection connection,
        ConnectionEndEventData eventData
    ) => Prepare(connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        Prepare(connection);
        return Task.CompletedTask;
    }

    // Pooled connections keep their handle, and the handle its pragmas: each is prepared and asserted
    // once, when it is new.
    private static void Prepare(DbConnection connection)
    {
        var handle = ((SqliteConnection)connection).Handle!;
        if (Prepared.TryGetValue(handle, out _))
        {
            return;
        }

        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
        command.CommandText = Check;
        var found = (string?)command.ExecuteScalar();
        if (found != Durable)
        {
            throw new InvalidOperationException(
                $"SQLite is not durable: '{found}' instead of '{Durable}'."
            );
        }

        Prepared.AddOrUpdate(handle, Durable);
    }
}
