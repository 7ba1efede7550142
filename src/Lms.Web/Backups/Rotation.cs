using System.Globalization;

namespace Lms.Web.Backups;

/// <param name="IsGood">No check of it has failed.</param>
public sealed record MadeBackup(string Name, DateTimeOffset At, bool IsGood);

/// <summary>
/// Which backups stay: the newest good one of each of the last 7 days, 4 weeks and 6 months that have
/// one. Days without a backup do not count, so that neither a machine that was off nor a clock that
/// jumped deletes the last ones there are.
/// </summary>
public static class Rotation
{
    public const int Days = 7;
    public const int Weeks = 4;
    public const int Months = 6;

    /// <returns>The names to delete.</returns>
    public static IReadOnlySet<string> Outdated(IEnumerable<MadeBackup> backups, TimeZoneInfo zone)
    {
        var all = backups.OrderByDescending(backup => backup.At).ToList();
        var good = all.Where(backup => backup.IsGood).ToList();
        DateTime Day(MadeBackup backup) => TimeZoneInfo.ConvertTime(backup.At, zone).Date;
        var kept = Newest(good, Days, backup => Day(backup))
            .Concat(
                Newest(
                    good,
                    Weeks,
                    backup => (ISOWeek.GetYear(Day(backup)), ISOWeek.GetWeekOfYear(Day(backup)))
                )
            )
            .Concat(Newest(good, Months, backup => (Day(backup).Year, Day(backup).Month)))
            // A bad one may be all that is left: it stays until a newer good one stands.
            .Concat(all.TakeWhile(backup => !backup.IsGood))
            .Select(backup => backup.Name)
            .ToHashSet(StringComparer.Ordinal);
        return all.Select(backup => backup.Name)
            .Where(name => !kept.Contains(name))
            .ToHashSet(StringComparer.Ordinal);
    }

    private static IEnumerable<MadeBackup> Newest<TSpan>(
        IEnumerable<MadeBackup> newestFirst,
        int most,
        Func<MadeBackup, TSpan> spanOf
    ) => newestFirst.DistinctBy(spanOf).Take(most);
}
