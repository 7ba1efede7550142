using Lms.Web.Access;
using Lms.Web.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Backups;

/// <summary>What a restore is about to put in its place.</summary>
internal enum RestoreStep
{
    Database,
    Parts,
    Schema,
}

/// <summary>
/// Brings a backup into an empty data folder. All of it is unpacked, looked through and brought up to
/// this program's schema in a folder beside; only then it is moved to its place, the database last.
/// </summary>
public static class RestoreBackup
{
    /// <summary>While it is there, what else is there may be a half: the start refuses.</summary>
    public const string Unfinished = ".restoring";

    /// <summary>
    /// Holds the hash of the dump that goes into PostgreSQL, from before it goes in until all is in its
    /// place. While it is there, what stands in that database is this dump: it came in one transaction
    /// into an empty one. The start refuses, and the same restore goes on.
    /// </summary>
    public const string Underway = ".restoring-database";

    // How far into the ledger the bytes have left the database that was here.
    private const string Forgotten = "erasures.forgotten";

    // The ledger of erased persons outlives every restore: it says whom to erase again.
    private static readonly string[] Stay =
    [
        "erasures.log",
        Forgotten,
        "lost+found",
        ServeLock.Name,
        Unfinished,
        Underway,
    ];

    private static readonly string[] Parts = ["keys", "media"];

    /// <exception cref="BackupRefused">The folder is as it was.</exception>
    public static Task<BackupManifest> RunAsync(
        LmsSettings settings,
        string file,
        RecoveryKey key,
        DateTimeOffset now
    ) => RunAsync(settings, file, key, now, _ => { });

    /// <param name="reached">Told before each step that changes what is in its place; a test cuts there.</param>
    internal static async Task<BackupManifest> RunAsync(
        LmsSettings settings,
        string file,
        RecoveryKey key,
        DateTimeOffset now,
        Action<RestoreStep> reached
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

        var isPlacing = false;
        try
        {
            DataFolder.Create(work);
            var about = await UnpackBackup.RunAsync(file, key, work);
            if (about.Database != settings.Database.Provider)
            {
                throw new BackupRefused(BackupFault.OtherDatabase, file);
            }

            await AskForSameAsync(settings, about);
            File.Delete(Path.Combine(settings.Data, Forgotten));
            isPlacing = true;
            await PlaceAsync(settings, about, work, now, reached);
            isPlacing = false;
            DeleteFolder(work);
            File.Delete(Path.Combine(settings.Data, Underway));
            return about;
        }
        finally
        {
            // Half of it may be in its place: what says so stays, and the next restore goes on.
            if (!isPlacing)
            {
                DeleteFolder(work);
            }
        }
    }

    // Power went while the parts were moved: they came into an empty folder, so they are ours.
    private static void DeleteInterrupted(LmsSettings settings, string work)
    {
        var isInterrupted =
            Directory.Exists(work) || File.Exists(Path.Combine(settings.Data, Underway));
        if (isInterrupted && !File.Exists(Path.Combine(settings.Data, "lms.db")))
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
            && !File.Exists(Path.Combine(settings.Data, Underway))
            && !await PostgresSchema.IsEmptyAsync(settings)
        )
        {
            throw new BackupRefused(BackupFault.NotEmpty, "Lms:Database:ConnectionString");
        }
    }

    // Of another backup nothing is mixed into what an interrupted restore brought.
    private static async Task AskForSameAsync(LmsSettings settings, BackupManifest about)
    {
        var underway = Path.Combine(settings.Data, Underway);
        if (
            File.Exists(underway)
            && await File.ReadAllTextAsync(underway) != DumpOf(about)
            && (
                settings.Database.Provider != DatabaseProvider.Postgres
                || !await PostgresSchema.IsEmptyAsync(settings)
            )
        )
        {
            throw new BackupRefused(BackupFault.OtherUnderway, settings.Data);
        }
    }

    private static string DumpOf(BackupManifest about) =>
        about.Members.TryGetValue(MakeBackup.DumpName, out var dump) ? dump.Sha256 : "";

    private static async Task PlaceAsync(
        LmsSettings settings,
        BackupManifest about,
        string work,
        DateTimeOffset now,
        Action<RestoreStep> reached
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

                reached(RestoreStep.Parts);
                MoveParts(settings, work);
                reached(RestoreStep.Database);
                File.Move(unpacked, SqliteFile(settings));
                break;
            case DatabaseProvider.Postgres:
                DataFolder.Replace(Path.Combine(settings.Data, Underway), DumpOf(about));
                DiskFlush.Folder(settings.Data);
                reached(RestoreStep.Database);
                // One transaction: it is all there, or nothing is.
                if (await PostgresSchema.IsEmptyAsync(settings))
                {
                    await PostgresPrograms.RestoreAsync(
                        settings.Database.ConnectionString!,
                        Path.Combine(work, MakeBackup.DumpName)
                    );
                }

                reached(RestoreStep.Parts);
                MoveParts(settings, work);
                reached(RestoreStep.Schema);
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
