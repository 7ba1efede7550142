using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Data;

/// <summary>
/// A connection that is held open for several readings. What was opened by hand is closed by hand: else
/// the context goes back to its pool with it, and neither is ever given back.
/// </summary>
public sealed class HeldConnection : IAsyncDisposable
{
    private readonly LmsDbContext db;

    private HeldConnection(LmsDbContext db) => this.db = db;

    /// <summary>Of a context; to be disposed of before the context is.</summary>
    public static async Task<HeldConnection> OpenAsync(
        LmsDbContext db,
        CancellationToken cancel = default
    )
    {
#pragma warning disable RS0030 // Here it is closed again.
        await db.Database.OpenConnectionAsync(cancel);
#pragma warning restore RS0030
        return new(db);
    }

    public ValueTask DisposeAsync() => new(db.Database.CloseConnectionAsync());
}
