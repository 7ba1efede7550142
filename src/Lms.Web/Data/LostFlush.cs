using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Lms.Web.Data;

/// <summary>
/// After a flush that failed, nobody knows what of the file is on the disk: Linux may have dropped the
/// page and call the next flush a success. So nothing more is acknowledged. The process ends as in a
/// power cut, and the one that is started after it takes up from the write-ahead log. PostgreSQL does
/// the same.
/// </summary>
internal sealed class LostFlush : DbCommandInterceptor, IDbTransactionInterceptor
{
    // https://sqlite.org/rescode.html: IOERR_FSYNC and IOERR_DIR_FSYNC. A disk that is full or read-only
    // has other codes: it refuses a write, and what is saved stays saved.
    private static readonly int[] Codes = [1034, 1290];

    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) =>
        EndAfter(eventData.Exception);

    public override Task CommandFailedAsync(
        DbCommand command,
        CommandErrorEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        EndAfter(eventData.Exception);
        return Task.CompletedTask;
    }

    public void TransactionFailed(DbTransaction transaction, TransactionErrorEventData eventData) =>
        EndAfter(eventData.Exception);

    public Task TransactionFailedAsync(
        DbTransaction transaction,
        TransactionErrorEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        EndAfter(eventData.Exception);
        return Task.CompletedTask;
    }

    private static void EndAfter(Exception failure)
    {
        if (failure.GetBaseException() is not SqliteException sqlite || !IsLostFlush(sqlite))
        {
            return;
        }

        Console.Error.WriteLine(
            "Диск не підтвердив запис (fsync). Служба завершується, щоб не обіцяти того, чого немає; після запуску база відновиться сама. Якщо повториться, замініть диск. | The disk failed a flush. The service ends rather than promise what is not there; the next start recovers. If it happens again, replace the disk."
        );
        Console.Error.Flush();
        // At once: whatever ran on for even a moment could still acknowledge.
        using var self = Process.GetCurrentProcess();
        self.Kill();
    }

    internal static bool IsLostFlush(SqliteException failure) =>
        Codes.Contains(failure.SqliteExtendedErrorCode);
}
