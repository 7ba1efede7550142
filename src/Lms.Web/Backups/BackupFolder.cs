using System.Globalization;
using System.Text.Json;
using Lms.Web.Data;

namespace Lms.Web.Backups;

/// <summary>How the last look at a backup ended.</summary>
/// <param name="Fault">Null when all was well.</param>
/// <param name="IsDrill">Restored into a folder of its own, and not only read after it was made.</param>
public sealed record BackupCheck(
    string Name,
    DateTimeOffset At,
    bool IsDrill,
    string? Fault,
    double Seconds,
    long Rows
);

/// <param name="Check">The last one; null when nobody has looked.</param>
public sealed record KeptBackup(string Name, DateTimeOffset At, long Bytes, BackupCheck? Check)
{
    public bool IsGood => Check?.Fault is null;
}

/// <summary>
/// <c>Data/backups</c>: the sealed files, and in <c>checks.json</c> how the looks at them ended. Files
/// with other names are not ours and are never touched.
/// </summary>
public sealed class BackupFolder(LmsSettings settings)
{
    private const string Before = "lms-";
    private const string After = ".backup";
    private const string Time = "yyyyMMdd'T'HHmmss'Z'";
    private const string ChecksName = "checks.json";
    private const string LockName = ".lock";
    private const int ChecksKept = 60;

    public string Path { get; } = System.IO.Path.Combine(settings.Data, "backups");

    public static string NameOf(DateTimeOffset at) =>
        Before + at.UtcDateTime.ToString(Time, CultureInfo.InvariantCulture) + After;

    public string PathOf(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Newest first.</summary>
    public IReadOnlyList<KeptBackup> All()
    {
        var folder = new DirectoryInfo(Path);
        if (!folder.Exists)
        {
            return [];
        }

        var checks = Checks().ToLookup(check => check.Name);
        return
        [
            .. folder
                .EnumerateFiles(Before + "*" + After)
                .Select(file => (File: file, At: MadeAt(file.Name)))
                .Where(one => one.At is not null)
                .Select(one => new KeptBackup(
                    one.File.Name,
                    one.At!.Value,
                    one.File.Length,
                    checks[one.File.Name].LastOrDefault()
                ))
                .OrderByDescending(backup => backup.At),
        ];
    }

    public KeptBackup? Find(string name) => All().FirstOrDefault(backup => backup.Name == name);

    public KeptBackup? LastGood() => All().FirstOrDefault(backup => backup.IsGood);

    public BackupCheck? LastDrill() => Checks().LastOrDefault(check => check.IsDrill);

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<BackupCheck> Checks()
    {
        try
        {
            return JsonSerializer.Deserialize<List<BackupCheck>>(
                    File.ReadAllText(PathOf(ChecksName)),
                    BackupManifest.Json
                ) ?? [];
        }
        catch (Exception none) when (none is IOException or JsonException)
        {
            // A look that nobody remembers is a look to be taken again.
            return [];
        }
    }

    public void Remember(BackupCheck check)
    {
        var part = PathOf($".{ChecksName}.part");
        var all = Checks().Append(check).TakeLast(ChecksKept);
        File.WriteAllText(part, JsonSerializer.Serialize(all, BackupManifest.Json));
        File.Move(part, PathOf(ChecksName), overwrite: true);
    }

    /// <summary>One process at a time makes or checks backups; what a crash left behind goes.</summary>
    /// <exception cref="BackupRefused">Another one is at it.</exception>
    public FileStream Take()
    {
        DataFolder.Create(settings.Data);
        DataFolder.Create(Path);
        try
        {
            var held = new FileStream(
                PathOf(LockName),
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None
            );
            foreach (var left in Directory.EnumerateDirectories(Path, ".work-*"))
            {
                Directory.Delete(left, recursive: true);
            }

            return held;
        }
        catch (IOException busy)
        {
            throw new BackupRefused(BackupFault.Busy, Path, busy);
        }
    }

    /// <summary>A folder of its own for the time of one backup or check.</summary>
    public string NewWork(DateTimeOffset now)
    {
        var path = PathOf($".work-{now.ToUnixTimeMilliseconds()}");
        DataFolder.Create(path);
        return path;
    }

    public IReadOnlyList<string> DeleteOutdated(TimeZoneInfo zone)
    {
        var made = All().Select(backup => new MadeBackup(backup.Name, backup.At, backup.IsGood));
        var outdated = Rotation.Outdated(made, zone);
        foreach (var name in outdated)
        {
            File.Delete(PathOf(name));
        }

        return [.. outdated];
    }

    private static DateTimeOffset? MadeAt(string name) =>
        DateTime.TryParseExact(
            name[Before.Length..^After.Length],
            Time,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal,
            out var at
        )
            ? new DateTimeOffset(at, TimeSpan.Zero)
            : null;
}
