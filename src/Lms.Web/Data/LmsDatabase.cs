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

    public virtual void Dispose() => GC.SuppressFinalize(this);
}

internal sealed class SqliteLmsDatabase(IDbContextFactory<SqliteLmsDbContext> contexts)
    : LmsDatabase
{
    private protected override WriteGate Gate { get; } = new();

    private protected override LmsDbContext Rent() => contexts.CreateDbContext();

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
