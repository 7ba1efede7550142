using Lms.Web.Access;
using Lms.Web.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Backups;

/// <summary>
/// Brings a backup into an empty data folder. All of it is unpacked, looked through and brought up to
/// this program's schema in a folder beside; only then it is moved to its place, the database last.
/// </summary>
public static class RestoreBackup
{
    /// <summary>While it is there, what else is there may be a half: the start refuses.</summary>
    public const string Unfinished = ".restoring";

    // The ledger of erased persons outlives every restore: it says whom to erase again.
    private static readonly string[] Stay =
    [
        "erasures.log",
        "lost+found",
        ServeLock.Name,
        Unfinished,
    ];

    private static readonly string[] Parts = ["keys", "media"];

    /// <exception cref="BackupRefused">The folder is as it was.</exception>
    public static async Task<BackupManifest> RunAsync(
        LmsSettings settings,
        string file,
        RecoveryKey key,
        DateTimeOffset now
    )
    {
        using var only =
            ServeLock.Take(settings.Data)
            ?? throw new BackupRefused(BackupFault.ServerRuns, settings.Data);
        var work = Path.Combine(settings.Data, Unfinished);
        DeleteInterrupted(settings, work);
        await AskForEmptyAsync(settings);
        if (File.Exists(file))
        {
            DiskRoom.Ask(settings.Data, new FileInfo(file).Length);
        }

        try
        {
            DataFolder.Create(work);
            var about = await UnpackBackup.RunAsync(file, key, work);
            if (about.Database != settings.Database.Provider)
            {
                throw new BackupRefused(BackupFault.OtherDatabase, file);
            }

            await PlaceAsync(settings, about, work, now);
            return about;
        }
        finally
        {
            DeleteFolder(work);
        }
    }

    // Power went while the parts were moved: they came into an empty folder, so they are ours.
    private static void DeleteInterrupted(LmsSettings settings, string work)
    {
        if (Directory.Exists(work) && !File.Exists(Path.Combine(settings.Data, "lms.db")))
        {
            foreach (var part in Parts)
            {
                DeleteFolder(Path.Combine(settings.Data, part));
            }
        }

        DeleteFolder(work);
    }

    private static async Task AskForEmptyAsync(LmsSettings settings)
    {
        var isEmpty = Directory
            .EnumerateFileSystemEntries(settings.Data)
            .All(path => Stay.Contains(Path.GetFileName(path)));
        if (
            !isEmpty
            || (
                settings.Database.Provider == DatabaseProvider.Sqlite
                && File.Exists(SqliteFile(settings))
            )
        )
        {
            throw new BackupRefused(BackupFault.NotEmpty, settings.Data);
        }

        if (
            settings.Database.Provider == DatabaseProvider.Postgres
            && !await PostgresSchema.IsEmptyAsync(settings)
        )
        {
            throw new BackupRefused(BackupFault.NotEmpty, "Lms:Database:ConnectionString");
        }
    }

    private static async Task PlaceAsync(
        LmsSettings settings,
        BackupManifest about,
        string work,
        DateTimeOffset now
    )
    {
        switch (about.Database)
        {
            case DatabaseProvider.Sqlite:
                var unpacked = Path.Combine(work, MakeBackup.SqliteName);
                await using (var db = SqliteCopy.Open(unpacked))
                {
                    await BringUpToDateAsync(db, about, now);
                }

                MoveParts(settings, work);
                File.Move(unpacked, SqliteFile(settings));
                break;
            case DatabaseProvider.Postgres:
                // One transaction: when it fails, nothing was moved yet.
                await PostgresPrograms.RestoreAsync(
                    settings.Database.ConnectionString!,
                    Path.Combine(work, MakeBackup.DumpName)
                );
                MoveParts(settings, work);
                await using (var db = PostgresSchema.Open(settings))
                {
                    await BringUpToDateAsync(db, about, now);
                }

                break;
        }

        DiskFlush.Folder(settings.Data);
    }

    private static async Task BringUpToDateAsync(
        LmsDbContext db,
        BackupManifest about,
        DateTimeOffset now
    )
    {
        db.Viewer = Viewer.System("restore");
        await db.Database.MigrateAsync();
        await BackupAudit.RecordAsync(
            db,
            AuditAction.BackupRestored,
            BackupFolder.NameOf(about.MadeAt),
            now
        );
    }

    private static void MoveParts(LmsSettings settings, string work)
    {
        foreach (var part in Parts.Where(part => Directory.Exists(Path.Combine(work, part))))
        {
            Directory.Move(Path.Combine(work, part), Path.Combine(settings.Data, part));
        }

        DiskFlush.Folder(settings.Data);
    }

    private static string SqliteFile(LmsSettings settings) =>
        new SqliteConnectionStringBuilder(DataFeature.SqliteConnectionString(settings)).DataSource;

    private static void DeleteFolder(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }
}
