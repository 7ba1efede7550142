using System.Reflection;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.Data.Sqlite;

namespace Lms.Web.Backups;

/// <summary>
/// Copies the database as it is at one moment, looks it through, and seals it with the media and the
/// keys into one file, which gets its name only when it has been read back and is on the disk.
/// </summary>
public sealed class MakeBackup(
    LmsSettings settings,
    BackupFolder folder,
    OrganisationPack pack,
    TimeProvider time
)
{
    internal const string SqliteName = "lms.db";
    internal const string DumpName = "lms.dump";

    public static string ProgramVersion { get; } =
        typeof(MakeBackup)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion
        ?? "";

    /// <summary>Into the folder of backups, from which the outdated ones go.</summary>
    /// <exception cref="BackupRefused">Nothing was made.</exception>
    public async Task<KeptBackup> RunAsync()
    {
        using var only = folder.Take();
        var at = time.Now();
        var name = BackupFolder.NameOf(at);
        var start = time.GetTimestamp();
        var about = await WriteAsync(folder.PathOf(name), at);
        folder.Remember(
            new(
                name,
                time.Now(),
                IsDrill: false,
                Fault: null,
                time.GetElapsedTime(start).TotalSeconds,
                about.Rows.Values.Sum()
            )
        );
        folder.DeleteOutdated(pack.TimeZone);
        return folder.Find(name)!;
    }

    /// <summary>Into a file of the caller's, which must not be there.</summary>
    /// <exception cref="BackupRefused">Nothing was made.</exception>
    public async Task<BackupManifest> RunAsync(string file)
    {
        using var only = folder.Take();
        return await WriteAsync(Path.GetFullPath(file), time.Now());
    }

    private async Task<BackupManifest> WriteAsync(string file, DateTimeOffset at)
    {
        var target = Path.GetDirectoryName(file)!;
        if (File.Exists(file) || !Directory.Exists(target))
        {
            throw new BackupRefused(BackupFault.CannotRead, file);
        }

        var key = RecoveryKey.Open(settings.Data);
        var work = folder.NewWork(at);
        var part = Path.Combine(target, $".{Path.GetFileName(file)}.part");
        try
        {
            File.Delete(part);
            AskForRoom(target);
            var (database, state) = await CopyDatabaseAsync(work);
            var about = BackupArchive.Write(
                part,
                key,
                [database, .. Media(), .. Under("keys")],
                new()
                {
                    Program = ProgramVersion,
                    MadeAt = at,
                    Database = settings.Database.Provider,
                    Migrations = state.Migrations,
                    Rows = state.Rows,
                }
            );
            BackupArchive.Read(part, key);
            File.Move(part, file);
            DiskFlush.Folder(target);
            return about;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new BackupRefused(BackupFault.CannotRead, file, refused);
        }
        finally
        {
            File.Delete(part);
            Directory.Delete(work, recursive: true);
        }
    }

    private async Task<(ArchivedFile, DatabaseState)> CopyDatabaseAsync(string work)
    {
        switch (settings.Database.Provider)
        {
            case DatabaseProvider.Sqlite:
                var copy = Path.Combine(work, SqliteName);
                SqliteCopy.Make(DataFeature.SqliteConnectionString(settings), copy);
                return (new(SqliteName, copy), SqliteCopy.Check(copy));
            case DatabaseProvider.Postgres:
                var dump = Path.Combine(work, DumpName);
                var migrations = await PostgresSchema.AppliedAsync(settings);
                await PostgresPrograms.DumpAsync(settings.Database.ConnectionString!, dump);
                await PostgresPrograms.CheckAsync(dump);
                return (
                    new(DumpName, dump),
                    new(migrations, new Dictionary<string, long>(StringComparer.Ordinal))
                );
        }

        throw new InvalidOperationException($"{settings.Database.Provider}");
    }

    private void AskForRoom(string target)
    {
        var database = SqliteFile() is { Exists: true } file ? file.Length : 0;
        var files = Media()
            .Concat(Under("keys"))
            .Sum(one => new FileInfo(one.Path) is { Exists: true } there ? there.Length : 0);
        DiskRoom.Ask(folder.Path, database);
        DiskRoom.Ask(target, (2 * database) + files);
    }

    private FileInfo? SqliteFile() =>
        settings.Database.Provider == DatabaseProvider.Sqlite
            ? new(
                new SqliteConnectionStringBuilder(
                    DataFeature.SqliteConnectionString(settings)
                ).DataSource
            )
            : null;

    // A picture is replaced and a recording erased whenever somebody does it.
    private IEnumerable<ArchivedFile> Media() =>
        Under("media").Select(one => one with { MayGo = true });

    // Files that begin with a dot are being written and have no name yet.
    private IEnumerable<ArchivedFile> Under(string part)
    {
        var root = Path.Combine(settings.Data, part);
        return Directory.Exists(root)
            ? Directory
                .EnumerateFiles(root, "*", SearchOption.AllDirectories)
                .Where(file => !Path.GetFileName(file).StartsWith('.'))
                .Order(StringComparer.Ordinal)
                .Select(file => new ArchivedFile(
                    Path.GetRelativePath(settings.Data, file).Replace('\\', '/'),
                    file
                ))
            : [];
    }
}
