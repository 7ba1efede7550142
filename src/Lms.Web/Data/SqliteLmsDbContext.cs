using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Data;

public sealed class SqliteLmsDbContext(DbContextOptions<SqliteLmsDbContext> options)
    : LmsDbContext(options)
{
    /// <summary>BEGIN IMMEDIATE behind the gate: no reader that turns writer is ever refused.</summary>
    private protected override async Task<T> CommitAsync<T>(
        Func<Task<T>> work,
        CancellationToken cancel
    )
    {
        using var turn = Gate is null ? default(WriteGate.Turn?) : await Gate.EnterAsync(cancel);
        await using var transaction = await Database.BeginTransactionAsync(cancel);
        var result = await work();
        await transaction.CommitAsync(cancel);
        return result;
    }

    /// <summary>BEGIN DEFERRED: of the moment of the first statement, and no writer waits for it.</summary>
    private protected override async Task<T> SnapshotAsync<T>(
        Func<Task<T>> read,
        CancellationToken cancel
    )
    {
        await using var held = await HeldConnection.OpenAsync(this, cancel);
        var connection = (SqliteConnection)Database.GetDbConnection();
        await using var transaction = connection.BeginTransaction(deferred: true);
        await using var used = await Database.UseTransactionAsync(transaction, cancel);
        return await read();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
    }
}
