using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Data;

/// <summary>
/// What SQLite keeps of deleted rows: nothing in the file, whose bytes secure_delete overwrites, but
/// the write-ahead log still holds the pages as they were. Rewriting the file takes what is left in
/// gaps of pages that were moved.
/// </summary>
internal static class SqliteFiles
{
    // It is rewritten in memory; a larger file is left to secure_delete alone.
    private const long MostToRewrite = 512L * 1024 * 1024;
    private const int Tries = 3;

    /// <summary>
    /// Empties the log, and rewrites the file where asked. The caller holds the gate, and has deleted
    /// already: what the database refuses here is done another time.
    /// </summary>
    public static async Task<bool> ForgetDeletedAsync(
        LmsDbContext db,
        bool rewrite,
        CancellationToken cancel
    )
    {
        await using var held = await HeldConnection.OpenAsync(db, cancel);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        var isRewritten = !rewrite || await IsDoneAsync(() => RewriteAsync(command, cancel));
        return await IsDoneAsync(() => EmptyAsync(command, cancel)) && isRewritten;
    }

    private static async Task<bool> IsDoneAsync(Func<Task<bool>> work)
    {
        try
        {
            return await work();
        }
        catch (SqliteException failure) when (!LostFlush.IsLostFlush(failure))
        {
            return false;
        }
    }

    private static async Task<bool> RewriteAsync(DbCommand command, CancellationToken cancel)
    {
        command.CommandText =
            "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size";
        if ((long)(await command.ExecuteScalarAsync(cancel))! <= MostToRewrite)
        {
            command.CommandText = "VACUUM";
            await command.ExecuteNonQueryAsync(cancel);
        }

        return true;
    }

    private static async Task<bool> EmptyAsync(DbCommand command, CancellationToken cancel)
    {
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await IsEmptiedAsync(command, cancel))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Counts for the planner, from a part of each index: no value of a row is kept.</summary>
    public static async Task ReckonSizesAsync(LmsDbContext db, CancellationToken cancel)
    {
        await using var held = await HeldConnection.OpenAsync(db, cancel);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA analysis_limit = 1000; ANALYZE";
        await command.ExecuteNonQueryAsync(cancel);
    }

    // Its first number is 1 while someone reads from the log, after the waiting time of the connection.
    private static async Task<bool> IsEmptiedAsync(DbCommand command, CancellationToken cancel)
    {
        await using var answer = await command.ExecuteReaderAsync(cancel);
        return await answer.ReadAsync(cancel) && answer.GetInt64(0) == 0;
    }
}
