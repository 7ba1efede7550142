using Lms.Web.Data;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Data;

/// <summary>What "saved" rests on.</summary>
public sealed class DurabilityTests
{
    [Fact]
    public async Task Every_connection_flushes_each_commit_to_the_disk()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        await using var db = host.Look();
        await db.Database.OpenConnectionAsync();
        Assert.Equal(2L, await PragmaAsync(db, "synchronous"));
        Assert.Equal("wal", await PragmaAsync(db, "journal_mode"));
        Assert.Equal(1L, await PragmaAsync(db, "foreign_keys"));
        Assert.Equal(1L, await PragmaAsync(db, "secure_delete"));
    }

    [Fact]
    public async Task A_connection_that_is_not_durable_is_refused()
    {
        // A database in memory cannot keep a write-ahead log, so nothing said about it could be true.
        var options = new DbContextOptionsBuilder<SqliteLmsDbContext>()
            .UseSqlite("Data Source=:memory:")
            .AddInterceptors(new DurableSqlite())
            .Options;
        await using var db = new SqliteLmsDbContext(options);
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            db.Database.OpenConnectionAsync()
        );
        Assert.Contains("not durable", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<object?> PragmaAsync(LmsDbContext db, string name)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return await command.ExecuteScalarAsync();
    }
}
