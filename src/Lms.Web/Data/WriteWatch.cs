using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Lms.Web.Data;

/// <summary>
/// Sees every write of this process to some tables, however it is made, so that what was read of them may be
/// kept for a moment.
/// </summary>
public sealed class WriteWatch(TimeProvider time) : DbCommandInterceptor
{
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
        if (!text.StartsWith("SELECT", StringComparison.Ordinal))
        {
            Rights.See(text);
            Coverage.See(text);
            Institutions.See(text);
            People.See(text);
        }

        return result;
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

    // A write is seen when it is made; until it is committed others read what was there before.
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
    public void See(string statement)
    {
        if (
            (harmless is null || !statement.StartsWith($"-- {harmless}", StringComparison.Ordinal))
            && quoted.Any(table => statement.Contains(table, StringComparison.Ordinal))
        )
        {
            Interlocked.Exchange(ref written, time.GetTimestamp());
        }
    }
}
