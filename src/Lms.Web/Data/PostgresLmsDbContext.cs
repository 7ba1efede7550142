using System.Data;
using Lms.Web.Access;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Lms.Web.Data;

public sealed class PostgresLmsDbContext(DbContextOptions<PostgresLmsDbContext> options)
    : LmsDbContext(options)
{
    private const int Tries = 16;
    private const string AuditChainIndex = "IX_Audit_PreviousHash";

    // Whoever lost a race waits for a turn: many losers at once would only lose to each other again.
    private static readonly WriteGate Losers = new();

    /// <summary>Serializable; a transaction that lost a race starts again from what the winner left.</summary>
    private protected override async Task<T> CommitAsync<T>(
        Func<Task<T>> work,
        CancellationToken cancel
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            using var turn =
                attempt == 1 ? default(WriteGate.Turn?) : await Losers.EnterAsync(cancel);
            try
            {
                await using var transaction = await Database.BeginTransactionAsync(
                    IsolationLevel.Serializable,
                    cancel
                );
                var result = await work();
                await transaction.CommitAsync(cancel);
                return result;
            }
            catch (Exception lost) when (attempt < Tries && IsLostRace(lost))
            {
                ChangeTracker.Clear();
            }
        }
    }

    private protected override async Task<T> SnapshotAsync<T>(
        Func<Task<T>> read,
        CancellationToken cancel
    )
    {
        await using var transaction = await Database.BeginTransactionAsync(
            IsolationLevel.RepeatableRead,
            cancel
        );
        return await read();
    }

    /// <summary>
    /// An entry of the audit saved by itself waits for a turn at once, and may still have lost its
    /// place in the chain to another process.
    /// </summary>
    public override async Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            using var turn =
                Database.CurrentTransaction is null && ChangeTracker.Entries<AuditEntry>().Any()
                    ? await Losers.EnterAsync(cancellationToken)
                    : default(WriteGate.Turn?);
            try
            {
                return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            }
            catch (DbUpdateException lost)
                when (attempt < Tries && Database.CurrentTransaction is null && IsFork(lost)) { }
        }
    }

    private static bool IsFork(Exception thrown) =>
        thrown.GetBaseException()
            is PostgresException
            {
                SqlState: PostgresErrorCodes.UniqueViolation,
                ConstraintName: AuditChainIndex
            };

    private static bool IsLostRace(Exception thrown) =>
        thrown.GetBaseException()
            is PostgresException
            {
                SqlState: PostgresErrorCodes.SerializationFailure
                    or PostgresErrorCodes.DeadlockDetected
                    or PostgresErrorCodes.UniqueViolation
            };
}
