using System.Diagnostics;
using System.Security.Cryptography;
using Lms.Web;
using Lms.Web.Backups;
using Microsoft.Data.Sqlite;

namespace Lms.Benchmarks;

/// <summary>
/// A backup of a database of about 100 MB and media of 100 MB, beside reading, hashing, sealing and
/// writing the same bytes once. The product also copies the database page by page, looks through all of
/// it, and reads the sealed file back.
/// </summary>
internal static class MeasureBackup
{
    private const int Megabytes = 100;
    private const int Pairs = 5;

    public static async Task RunAsync(string folder)
    {
        await using var app = LmsApplication.Build([]);
        await app.PrepareAsync();
        var settings = app.Services.GetRequiredService<LmsSettings>();
        var database = Path.Combine(settings.Data, "lms.db");
        await FillAsync(database, Path.Combine(settings.Data, "media"));
        var make = app.Services.GetRequiredService<MakeBackup>();
        string[] files =
        [
            database,
            .. Directory.EnumerateFiles(Path.Combine(settings.Data, "media")),
        ];
        var target = Path.Combine(folder, "backup");
        var gigabytes = files.Sum(file => new FileInfo(file).Length) / 1e9;

        async Task<double> OfProductAsync()
        {
            File.Delete(target);
            return await TimeAsync(() => make.RunAsync(target)) / gigabytes;
        }

        async Task<double> OfFloorAsync()
        {
            File.Delete(target);
            return await TimeAsync(() => Task.Run(() => FloorBackup.Run(files, target)))
                / gigabytes;
        }

        await OfProductAsync();
        await OfFloorAsync();
        var pairs = await Pair.TakeAsync(Pairs, OfProductAsync, OfFloorAsync);
        new Rows(folder).Ratio("backup, per gigabyte", "s", pairs, Bound.AtMost(6));
    }

    private static async Task FillAsync(string database, string media)
    {
        await using (var connection = new SqliteConnection($"Data Source={database}"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText =
                "CREATE TABLE Ballast (Number INTEGER PRIMARY KEY, Bytes BLOB NOT NULL)";
            await command.ExecuteNonQueryAsync();
            command.CommandText =
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $rows) INSERT INTO Ballast SELECT i, randomblob(2000) FROM n";
            command.Parameters.AddWithValue("$rows", Megabytes * 500);
            await command.ExecuteNonQueryAsync();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await command.ExecuteNonQueryAsync();
        }

        Directory.CreateDirectory(media);
        for (var number = 0; number < Megabytes / 5; number++)
        {
            await File.WriteAllBytesAsync(
                Path.Combine(media, $"{number}.bin"),
                RandomNumberGenerator.GetBytes(5_000_000)
            );
        }
    }

    /// <returns>Seconds of processor time.</returns>
    private static async Task<double> TimeAsync<T>(Func<Task<T>> work)
    {
        using var process = Process.GetCurrentProcess();
        await Cpu.QuietAsync(Environment.ProcessId);
        process.Refresh();
        var before = process.TotalProcessorTime;
        await work();
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalSeconds;
    }
}
