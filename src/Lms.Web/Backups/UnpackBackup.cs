using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Backups;

/// <summary>Puts what is in a backup into an empty folder, and looks all of it through.</summary>
internal static class UnpackBackup
{
    /// <exception cref="BackupRefused">It is not sound, or this program is too old for it.</exception>
    public static async Task<BackupManifest> RunAsync(string file, RecoveryKey key, string folder)
    {
        var about = BackupArchive.Read(file, key, folder);
        if (about.Migrations.Except(Known(about.Database)).Any())
        {
            throw new BackupRefused(BackupFault.NewerSchema, file);
        }

        switch (about.Database)
        {
            case DatabaseProvider.Sqlite:
                var state = SqliteCopy.Check(Path.Combine(folder, MakeBackup.SqliteName));
                return
                    state.Migrations.SequenceEqual(about.Migrations)
                    && state.Rows.Count == about.Rows.Count
                    && state.Rows.All(rows => about.Rows[rows.Key] == rows.Value)
                    ? about
                    : throw new BackupRefused(BackupFault.Damaged, file);
            case DatabaseProvider.Postgres:
                await PostgresPrograms.CheckAsync(Path.Combine(folder, MakeBackup.DumpName));
                return about;
        }

        throw new BackupRefused(BackupFault.NewerSchema, file);
    }

    private static IEnumerable<string> Known(DatabaseProvider provider)
    {
        using Data.LmsDbContext db =
            provider == DatabaseProvider.Sqlite
                ? SqliteCopy.Open("none")
                : PostgresSchema.Open(
                    new() { Database = new() { ConnectionString = "Host=none" } }
                );
        return [.. db.Database.GetMigrations()];
    }
}
