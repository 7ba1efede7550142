using Lms.Web.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Backups;

/// <param name="Migrations">That the schema has gone through, in their order.</param>
/// <param name="Rows">Of each table.</param>
internal sealed record DatabaseState(
    IReadOnlyList<string> Migrations,
    IReadOnlyDictionary<string, long> Rows
);

/// <summary>A copy of the database as it is at one moment, made while others write into it.</summary>
internal static class SqliteCopy
{
    public static void Make(string connection, string target)
    {
        var address = new SqliteConnectionStringBuilder(connection)
        {
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
        };
        using var from = new SqliteConnection(address.ToString());
        using var to = new SqliteConnection(AddressOf(target));
        from.Open();
        to.Open();
        from.BackupDatabase(to);
    }

    /// <summary>Looks through every page and every reference of a database that nobody else has open.</summary>
    /// <exception cref="BackupRefused">SQLite found a fault.</exception>
    public static DatabaseState Check(string file)
    {
        try
        {
            using var connection = new SqliteConnection(AddressOf(file));
            connection.Open();
            var found = Words(connection, "PRAGMA integrity_check");
            if (found is not ["ok"])
            {
                throw new BackupRefused(BackupFault.DatabaseFaulty, string.Join("; ", found));
            }

            var lost = Words(connection, "SELECT \"table\" FROM pragma_foreign_key_check");
            return lost.Count > 0
                ? throw new BackupRefused(BackupFault.DatabaseFaulty, string.Join("; ", lost))
                : new(Migrations(connection), Rows(connection));
        }
        catch (SqliteException unreadable)
        {
            throw new BackupRefused(BackupFault.DatabaseFaulty, unreadable.Message, unreadable);
        }
    }

    /// <summary>The context of a file of its own, with all that "saved" rests on.</summary>
    public static SqliteLmsDbContext Open(string file) =>
        new(
            new DbContextOptionsBuilder<SqliteLmsDbContext>()
                .UseSqlite(AddressOf(file))
                .AddInterceptors(new DurableSqlite())
                .Options
        );

    private static string AddressOf(string file) =>
        new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString();

    private static List<string> Migrations(SqliteConnection connection) =>
        Words(
            connection,
            "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\" ORDER BY \"MigrationId\""
        );

    private static Dictionary<string, long> Rows(SqliteConnection connection) =>
        Words(
                connection,
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            )
            .ToDictionary(
                table => table,
                table =>
                    long.Parse(
                        Words(connection, $"SELECT count(*) FROM \"{table}\"")[0],
                        System.Globalization.CultureInfo.InvariantCulture
                    )
            );

    private static List<string> Words(SqliteConnection connection, string question)
    {
        using var command = connection.CreateCommand();
        command.CommandText = question;
        using var reader = command.ExecuteReader();
        var words = new List<string>();
        while (reader.Read())
        {
            words.Add(reader.GetString(0));
        }

        return words;
    }
}
