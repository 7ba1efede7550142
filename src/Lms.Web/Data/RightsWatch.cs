using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Lms.Web.Data;

/// <summary>
/// Sees every write of this process to what a viewer's rights rest on, however it is made, so that
/// what was read of them may be kept for a moment (<see cref="Access.ViewerReads"/>).
/// </summary>
public sealed class RightsWatch(TimeProvider time) : DbCommandInterceptor
{
    /// <summary>Tag of a write to these tables that takes nobody a right.</summary>
    public const string NoRight = "no right";

    private static readonly string[] Tables =
    [
        "\"Sessions\"",
        "\"Accounts\"",
        "\"AccountPasskeys\"",
        "\"Grants\"",
    ];

    // A write is seen when it is made; until it is committed others read what was there before.
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(2);

    private long written = time.GetTimestamp();

    /// <summary>Whether what was read at <paramref name="timestamp"/> still stands, by this process alone.</summary>
    public bool IsUnchangedSince(long timestamp) =>
        time.GetElapsedTime(Interlocked.Read(ref written), timestamp) >= Settling;

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result
    ) => Seen(command, result);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    ) => new(Seen(command, result));

    public override InterceptionResult<int> NonQueryExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result
    ) => Seen(command, result);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    ) => new(Seen(command, result));

    private T Seen<T>(DbCommand command, T result)
    {
        var text = command.CommandText;
        if (
            !text.StartsWith("SELECT", StringComparison.Ordinal)
            && !text.StartsWith($"-- {NoRight}", StringComparison.Ordinal)
            && Array.Exists(Tables, table => text.Contains(table, StringComparison.Ordinal))
        )
        {
            Interlocked.Exchange(ref written, time.GetTimestamp());
        }

        return result;
    }
}
