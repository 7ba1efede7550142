using System.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Lms.Web.Data;

public sealed class PostgresLmsDbContext(DbContextOptions<PostgresLmsDbContext> options)
    : LmsDbContext(options)
{
    private const int Tries = 6;

    /// <summary>Serializable; a transaction that lost a race starts again from what the winner left.</summary>
    public override async Task<T> WriteAsync<T>(
        Func<Task<T>> work,
        CancellationToken cancel = default
    )
    {
        for (var attempt = 1; ; attempt++)
        {
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

    private static bool IsLostRace(Exception thrown) =>
        thrown.GetBaseException()
            is PostgresException
            {
                SqlState: PostgresErrorCodes.SerializationFailure
                    or PostgresErrorCodes.DeadlockDetected
                    or PostgresErrorCodes.UniqueViolation
            };
}
