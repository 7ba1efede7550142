using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Lms.Web.Data;

/// <summary>
/// Sees every write to some tables that this process makes through a context, by the change tracker, a bulk
/// update or raw SQL, so that what was read of them may be kept for a moment. What <see cref="BulkRows"/>
/// adds passes it by: that fills a demonstration before anything is asked.
/// </summary>
public sealed class WriteWatch(TimeProvider time) : DbCommandInterceptor, IDbTransactionInterceptor
{
    private readonly ConditionalWeakTable<DbTransaction, HashSet<WatchedTables>> open = [];

    /// <summary>Tag of a write to the tables of <see cref="Rights"/> that takes nobody a right.</summary>
    public const string NoRight = "no right";

    /// <summary>What a viewer's rights rest on (<see cref="Access.ViewerReads"/>).</summary>
    public WatchedTables Rights { get; } =
        new(time, NoRight, "Sessions", "Accounts", "AccountPasskeys", "Grants");

    /// <summary>What coverage is worked out from (<see cref="Features.Shared.Covering.KeptBoards"/>).</summary>
    public WatchedTables Coverage { get; } =
        new(
            time,
            null,
            "People",
            "ServedTerritories",
            "Posts",
            "Institutions",
            "CertificationPeriods",
            "PeriodRevocations",
            "Suspensions",
            "Waivers",
            "Unavailabilities",
            "Certificates",
            "Revocations",
            "CourseVersions",
            "Evacuations"
        );

    /// <summary>The register of institutions (<see cref="Features.Shared.Register.KeptRegister"/>).</summary>
    public WatchedTables Institutions { get; } = new(time, null, "Institutions");

    /// <summary>How many people are where (<see cref="Features.Shared.Register.KeptRegister"/>).</summary>
    public WatchedTables People { get; } = new(time, null, "People");

    private IReadOnlyList<WatchedTables> All => [Rights, Coverage, Institutions, People];

    public override DbDataReader ReaderExecuted(
        DbCommand command,
        CommandExecutedEventData eventData,
        DbDataReader result
    ) => Seen(command, result);

    public override ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command,
        CommandExecutedEventData eventData,
        DbDataReader result,
        CancellationToken cancellationToken = default
    ) => new(Seen(command, result));

    public override int NonQueryExecuted(
        DbCommand command,
        CommandExecutedEventData eventData,
        int result
    ) => Seen(command, result);

    public override ValueTask<int> NonQueryExecutedAsync(
        DbCommand command,
        CommandExecutedEventData eventData,
        int result,
        CancellationToken cancellationToken = default
    ) => new(Seen(command, result));

    public void TransactionCommitted(
        DbTransaction transaction,
        TransactionEndEventData eventData
    ) => Committed(transaction);

    public Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        Committed(transaction);
        return Task.CompletedTask;
    }

    private T Seen<T>(DbCommand command, T result)
    {
        var text = command.CommandText;
        if (!text.StartsWith("SELECT", StringComparison.Ordinal))
        {
            foreach (var tables in All.Where(tables => tables.See(text)))
            {
                if (command.Transaction is { } transaction)
                {
                    open.GetOrCreateValue(transaction).Add(tables);
                }
            }
        }

        return result;
    }

    // However long it took: until now others read what was there before.
    private void Committed(DbTransaction transaction)
    {
        if (open.TryGetValue(transaction, out var written))
        {
            // A connection may use the same object again.
            open.Remove(transaction);
            foreach (var tables in written)
            {
                tables.Touch();
            }
        }
    }
}

/// <summary>
/// Tables that something is kept of: for ten seconds as long as this process writes nothing to them. A write
/// of its own counts at once, one of another process within that time.
/// </summary>
/// <param name="harmless">Tag of a write that changes nothing of what is kept.</param>
public sealed class WatchedTables(
    TimeProvider time,
    string? harmless,
    params IReadOnlyList<string> names
)
{
    public static readonly TimeSpan Kept = TimeSpan.FromSeconds(10);

    // A write outside a transaction may be seen a moment before it is on the disk.
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(2);

    private readonly IReadOnlyList<string> quoted = [.. names.Select(name => $"\"{name}\"")];
    private long written = time.GetTimestamp();

    public IReadOnlyList<string> Names => names;

    /// <summary>To be taken before something is read that is to be kept.</summary>
    public long Now => time.GetTimestamp();

    /// <summary>Whether what was read at <paramref name="timestamp"/> still stands.</summary>
    public bool Holds(long timestamp) =>
        time.GetElapsedTime(timestamp) < Kept
        && time.GetElapsedTime(Interlocked.Read(ref written), timestamp) >= Settling;

    /// <param name="statement">One that is no query.</param>
    /// <returns>Whether it writes to one of them.</returns>
    public bool See(string statement)
    {
        var isSeen =
            (harmless is null || !statement.StartsWith($"-- {harmless}", StringComparison.Ordinal))
            && quoted.Any(table => statement.Contains(table, StringComparison.Ordinal));
        if (isSeen)
        {
            Touch();
        }

        return isSeen;
    }

    /// <summary>Something of them is another from now on.</summary>
    public void Touch() => Interlocked.Exchange(ref written, time.GetTimestamp());
}
