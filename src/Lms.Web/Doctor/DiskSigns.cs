using System.Diagnostics;
using System.Globalization;
using Lms.Web.Data;

namespace Lms.Web.Doctor;

/// <summary>The disk of the data folder: room, a flush that is one, and who may read.</summary>
internal static class DiskSigns
{
    private const int Probes = 9;
    private const int ProbeBytes = 4096;
    private const UnixFileMode Others =
        UnixFileMode.GroupRead
        | UnixFileMode.GroupWrite
        | UnixFileMode.OtherRead
        | UnixFileMode.OtherWrite;

    // No disk confirms a write in less; what does has not written (or is memory).
    private static readonly TimeSpan Suspicious = TimeSpan.FromMicroseconds(20);
    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(50);

    private static readonly string[] Remote = ["nfs", "nfs4", "cifs", "smb2", "smbfs", "9p"];

    public static IEnumerable<Sign> Of(LmsSettings settings)
    {
        DataFolder.Create(settings.Data);
        yield return Room(new DriveInfo(settings.Data));
        yield return Kind(new DriveInfo(settings.Data));
        yield return Flush(settings.Data);
        if (!OperatingSystem.IsWindows())
        {
            yield return Modes(settings.Data);
        }
    }

    private static Sign Room(DriveInfo drive)
    {
        var share = 100 * drive.AvailableFreeSpace / Math.Max(1, drive.TotalSize);
        var size = (drive.AvailableFreeSpace / 1_000_000_000m).ToString(
            "0.#",
            CultureInfo.InvariantCulture
        );
        return new(
            share < 5 ? Light.Red
                : share < 10 ? Light.Yellow
                : Light.Green,
            $"Диск: вільно {size} ГБ, {share} %.{(share < 10 ? " Звільніть місце: нижче 10 % не робляться копії, нижче 5 % служба не готова." : "")}",
            $"Disk: {size} GB free, {share} %.{(share < 10 ? " Free some: below 10 % no backups are made, below 5 % the service is not ready." : "")}"
        );
    }

    private static Sign Kind(DriveInfo drive) =>
        Remote.Contains(drive.DriveFormat)
            ? Sign.Red(
                $"Lms:Data лежить на мережевому диску ({drive.DriveFormat}): SQLite там губить дані. Перенесіть на локальний.",
                "The data folder is on a network disk, where SQLite loses data: move it to a local one."
            )
            : Sign.Green(
                $"Файлова система: {drive.DriveFormat}.",
                $"File system: {drive.DriveFormat}."
            );

    private static Sign Flush(string folder)
    {
        var took = Enumerable
            .Range(0, Probes)
            .Select(_ => FlushOnce(folder))
            .Order()
            .ElementAt(Probes / 2);
        var micro = took.TotalMicroseconds.ToString("0", CultureInfo.InvariantCulture);
        return took < Suspicious
                ? Sign.Yellow(
                    $"Запис на диск підтверджено за {micro} мкс: так швидко диск не пише. Можливо, він лише обіцяє, і після зникнення струму збережене пропаде.",
                    $"A write was confirmed in {micro} µs: no disk is so fast. It may only promise, and lose what was saved in a power cut."
                )
            : took > Slow
                ? Sign.Yellow(
                    $"Запис на диск підтверджується за {micro} мкс: це повільно, відповіді чекатимуть.",
                    $"A write is confirmed in {micro} µs: slow, answers will wait."
                )
            : Sign.Green(
                $"Запис на диск підтверджується за {micro} мкс.",
                $"A write is confirmed in {micro} µs."
            );
    }

    private static TimeSpan FlushOnce(string folder)
    {
        var path = Path.Combine(folder, $".doctor-{Environment.ProcessId}");
        try
        {
            using var file = DataFolder.CreateFile(path);
            file.Write(new byte[ProbeBytes]);
            file.Flush();
            var start = Stopwatch.GetTimestamp();
            file.Flush(flushToDisk: true);
            return Stopwatch.GetElapsedTime(start);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static Sign Modes(string data)
    {
        var keys = Path.Combine(data, "keys");
        var open = Directory.Exists(keys)
            ? Directory
                .EnumerateFiles(keys, "*", SearchOption.AllDirectories)
                .FirstOrDefault(file => (File.GetUnixFileMode(file) & Others) != UnixFileMode.None)
            : null;
        if (open is not null)
        {
            return Sign.Red(
                $"{open} — ключ можуть читати інші користувачі машини: chmod 600.",
                "Other accounts of the machine can read this key: chmod 600."
            );
        }

        return (File.GetUnixFileMode(data) & Others) == UnixFileMode.None
            ? Sign.Green(
                "Тека даних і ключі закриті для інших.",
                "The data folder and the keys are closed to others."
            )
            : Sign.Yellow(
                $"{data} — теку можуть читати інші користувачі машини: chmod 700.",
                "Other accounts of the machine can read the data folder: chmod 700."
            );
    }
}
