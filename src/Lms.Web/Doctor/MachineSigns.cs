using SQLitePCL;

namespace Lms.Web.Doctor;

/// <summary>The memory and the library of the database.</summary>
internal static class MachineSigns
{
    // Earlier ones can lose a write of the write-ahead log in a rare race.
    private static readonly Version LeastSqlite = new(3, 51, 3);

    private const long LeastMegabytes = 900;

    public static IEnumerable<Sign> Of()
    {
        var megabytes = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1_000_000;
        yield return megabytes < LeastMegabytes
            ? Sign.Yellow(
                $"Пам’ять: {megabytes} МБ, замало для заняття зі ста людьми. Дайте щонайменше 1 ГБ.",
                $"Memory: {megabytes} MB, too little for a session of a hundred people. Give it 1 GB."
            )
            : Sign.Green($"Пам’ять: {megabytes} МБ.", $"Memory: {megabytes} MB.");

        Batteries_V2.Init();
        var sqlite = raw.sqlite3_libversion().utf8_to_string();
        yield return Version.TryParse(sqlite, out var version) && version >= LeastSqlite
            ? Sign.Green($"SQLite {sqlite}.", $"SQLite {sqlite}.")
            : Sign.Red(
                $"SQLite {sqlite} застаріла: потрібна щонайменше {LeastSqlite}.",
                $"SQLite {sqlite} is too old: {LeastSqlite} at least."
            );
    }
}
