using System.Globalization;
using Lms.Domain.Shared;
using Lms.Web.Access;
using Lms.Web.Backups;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Doctor;

/// <summary>The database: that it is there, whole, of this program, and keeps what it says.</summary>
internal sealed class DatabaseSigns(
    LmsDbContext db,
    LmsSettings settings,
    ChainAnchor anchor,
    TimeProvider time
)
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    public async IAsyncEnumerable<Sign> OfAsync(bool isQuick)
    {
        if (!await db.Database.CanConnectAsync())
        {
            yield return settings.Database.Provider == DatabaseProvider.Sqlite
                ? Sign.Yellow(
                    "Бази даних ще немає: її створить перший запуск serve.",
                    "There is no database yet: the first serve makes it."
                )
                : Sign.Red(
                    "До бази даних немає з’єднання: перевірте Lms:Database:ConnectionString.",
                    "The database cannot be reached: look at Lms:Database:ConnectionString."
                );
            yield break;
        }

        var applied = (await db.Database.GetAppliedMigrationsAsync()).ToList();
        var known = db.Database.GetMigrations().ToList();
        yield return Schema(applied, known);
        if (!applied.SequenceEqual(known))
        {
            yield break;
        }

        if (settings.Database.Provider == DatabaseProvider.Sqlite)
        {
            // Opening asserts it on every connection, else it throws.
            await using var held = await HeldConnection.OpenAsync(db);
            yield return Sign.Green(
                "База пише на диск перед кожним «збережено» (WAL, synchronous=FULL).",
                "The database flushes before every \"saved\" (WAL, synchronous=FULL)."
            );
            if (!isQuick)
            {
                yield return await WholeAsync();
            }
        }

        yield return await ClockAsync();
        if (!isQuick)
        {
            var kept = anchor.Read();
            yield return Anchor(kept);
            yield return await LogAsync(kept.Marks?.Audit);
            yield return await IssuesAsync(kept.Marks?.Issues);
        }
    }

    private static Sign Schema(List<string> applied, List<string> known) =>
        applied.Except(known).Any()
            ? Sign.Red(
                "База новіша за цю програму: поверніть новішу програму або копію, зроблену до оновлення.",
                "The database is newer than this program: bring back the newer program, or the backup from before."
            )
        : applied.Count < known.Count
            ? Sign.Yellow(
                $"Схему буде оновлено при запуску: кроків {known.Count - applied.Count}. Перед цим зробиться копія.",
                $"The schema will be updated at the start, in {known.Count - applied.Count} steps, after a backup."
            )
        : Sign.Green(
            $"Схема бази відповідає програмі: {known[^1]}.",
            "The schema is this program's."
        );

    private async Task<Sign> WholeAsync()
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA quick_check(1)";
        var found = (string?)await command.ExecuteScalarAsync();
        return found == "ok"
            ? Sign.Green("База ціла (quick_check).", "The database is whole (quick_check).")
            : Sign.Red(
                $"База пошкоджена: {found}. Зупиніть службу й відновіть останню копію.",
                "The database is damaged: stop the service and restore the last backup."
            );
    }

    private async Task<Sign> ClockAsync()
    {
        var now = time.Now();
        var last = await db
            .Audit.OrderByDescending(entry => entry.Position)
            .Select(entry => (DateTimeOffset?)entry.At)
            .FirstOrDefaultAsync();
        var shown = now.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return last - now > Tolerance
            ? Sign.Red(
                $"Годинник ({shown} UTC) відстає від останнього запису в журналі: налаштуйте час (NTP), перш ніж видавати сертифікати.",
                $"The clock ({shown} UTC) is behind the last entry of the log: set it (NTP) before certificates are issued."
            )
            : Sign.Green($"Годинник: {shown} UTC.", $"Clock: {shown} UTC.");
    }

    private static Sign Anchor(AnchorRead kept) =>
        kept.IsForged
            ? Sign.Red(
                "keys/anchor.json змінено не програмою: з чим звіряти журнали, невідомо.",
                "keys/anchor.json was changed outside the program: the logs have nothing to be held against."
            )
        : kept.Marks is null
            ? Sign.Yellow(
                "Журнали ще ні з чим звірити: перший якір (keys/anchor.json) кидає serve.",
                "The logs have nothing to be held against yet: serve makes the first anchor (keys/anchor.json)."
            )
        : Sign.Green(
            $"Якір журналів від {kept.Marks.At:yyyy-MM-dd HH:mm} UTC.",
            $"The anchor of the logs is of {kept.Marks.At:yyyy-MM-dd HH:mm} UTC."
        );

    private async Task<Sign> LogAsync(ChainMark? anchored)
    {
        var check = await AuditChain.CheckAsync(db, anchored, CancellationToken.None);
        return check.Broken is { } broken
                ? Sign.Red(
                    $"Журнал дій змінено поза програмою: запис {broken.Position} не йде за попереднім.",
                    $"The log was changed outside the program: entry {broken.Position} does not follow the one before."
                )
            : check.Missing is { } missing
                ? Sign.Red(
                    $"Журнал дій стерто, вкорочено або почато наново: запису {missing.Position} з якоря в ньому немає.",
                    $"The log was emptied, shortened or begun anew: entry {missing.Position} of the anchor is not in it."
                )
            : Sign.Green(
                $"Журнал дій цілий: записів у ланцюзі {check.Chained}.",
                $"The log is whole: {check.Chained} entries are chained."
            );
    }

    private async Task<Sign> IssuesAsync(ChainMark? anchored)
    {
        var (lines, fault) = await db.CheckIssueLogAsync(anchored);
        return fault is null
            ? Sign.Green(
                $"Журнал видачі сертифікатів цілий і збігається з реєстром: рядків {lines}.",
                $"The issue log is whole and agrees with the register: {lines} lines."
            )
            : Sign.Red(
                $"Журнал видачі сертифікатів не збігається: {fault.Kind}, рядок {fault.Position}, № {fault.Number}.",
                $"The issue log does not agree: {fault.Kind}, line {fault.Position}, No. {fault.Number}."
            );
    }
}
