using Lms.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Data;

/// <summary>Hands out pooled contexts, each with its viewer: there is no other way to one.</summary>
public abstract class LmsDatabase : IDisposable
{
    /// <summary>Null on a database that keeps its own writers apart.</summary>
    private protected abstract WriteGate? Gate { get; }

    public LmsDbContext Open(Viewer viewer)
    {
        var db = Rent();
        db.Viewer = viewer;
        db.Gate = Gate;
        return db;
    }

    private protected abstract LmsDbContext Rent();

    /// <summary>
    /// What was deleted leaves the files of the database too, where the database lets us see to it.
    /// </summary>
    /// <param name="rewrite">The file as well as its log.</param>
    /// <returns>
    /// False when someone was reading or writing all the time, or the disk refused: the log keeps it until
    /// the next time.
    /// </returns>
    public virtual Task<bool> ForgetDeletedAsync(
        bool rewrite,
        CancellationToken cancel = default
    ) => Task.FromResult(true);

    /// <summary>
    /// Lets the database see how many rows stand behind a value of an index, where it does not do so by
    /// itself: else it reads a million completions of a course to find those of one person.
    /// </summary>
    public virtual Task ReckonSizesAsync(CancellationToken cancel = default) => Task.CompletedTask;

    public virtual void Dispose() => GC.SuppressFinalize(this);
}

internal sealed class SqliteLmsDatabase(IDbContextFactory<SqliteLmsDbContext> contexts)
    : LmsDatabase
{
    private protected override WriteGate Gate { get; } = new();

    private protected override LmsDbContext Rent() => contexts.CreateDbContext();

    public override async Task<bool> ForgetDeletedAsync(
        bool rewrite,
        CancellationToken cancel = default
    )
    {
        using var turn = await Gate.EnterAsync(cancel);
        await using var db = Rent();
        return await SqliteFiles.ForgetDeletedAsync(db, rewrite, cancel);
    }

    public override async Task ReckonSizesAsync(CancellationToken cancel = default)
    {
        using var turn = await Gate.EnterAsync(cancel);
        await using var db = Rent();
        await SqliteFiles.ReckonSizesAsync(db, cancel);
    }

    public override void Dispose()
    {
        Gate.Dispose();
        base.Dispose();
    }
}

internal sealed class PostgresLmsDatabase(IDbContextFactory<PostgresLmsDbContext> contexts)
    : LmsDatabase
{
    private protected override WriteGate? Gate => null;

    private protected override LmsDbContext Rent() => contexts.CreateDbContext();
}
