using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Lms.Web;

/// <summary>What the machine refuses at a start or a verb, in a sentence with a stable code.</summary>
internal static class StartFault
{
    // https://sqlite.org/rescode.html
    private const int Busy = 5;
    private const int ReadOnly = 8;
    private const int IoError = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    /// <summary>Null for what is a fault of the program: its trace says more than a sentence.</summary>
    public static string? Of(Exception failure) =>
        failure.InnerException is AddressInUseException
            ? "start-address: Urls — цю адресу вже слухає інша програма. | Another program listens there already."
            : failure.GetBaseException() switch
            {
                SqliteException sqlite => OfSqlite(sqlite),
                NpgsqlException postgres =>
                    $"start-database: Lms:Database:ConnectionString — база не відповідає ({postgres.SqlState ?? "немає з’єднання"}). | The database does not answer.",
                UnauthorizedAccessException denied =>
                    $"start-access: {denied.Message} Дайте це право обліковому запису служби. | Give the account of the service this right.",
                IOException disk =>
                    $"start-disk: {disk.Message} Перевірте диск і шлях. | Look at the disk and the path.",
                _ => null,
            };

    private static string? OfSqlite(SqliteException sqlite) =>
        sqlite.SqliteErrorCode switch
        {
            Corrupt or NotADatabase =>
                "start-damaged: lms.db пошкоджено або це не база. Відновіть останню копію в порожню теку. | The database is damaged: restore the last backup into an empty folder.",
            ReadOnly or IoError or CannotOpen =>
                "start-disk: lms.db не вдалося прочитати чи записати. Перевірте диск і права на теку даних. | The database cannot be read or written: look at the disk and the rights of the folder.",
            Full =>
                "start-full: на диску немає місця. Звільніть його. | The disk is full: free some space.",
            Busy =>
                "start-busy: lms.db зайнято іншою програмою. Спробуйте за хвилину. | Another program holds the database: try in a minute.",
            _ => null,
        };
}
