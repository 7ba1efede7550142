namespace Lms.Web.Backups;

/// <summary>When a backup and a drill are due, whatever the machine was doing at that hour.</summary>
public static class BackupTimes
{
    /// <summary>Older than this without a newer one, an administrator is told in red.</summary>
    public static readonly TimeSpan Alarm = TimeSpan.FromHours(26);

    public static readonly TimeSpan BetweenDrills = TimeSpan.FromDays(7);

    /// <summary>The last time the hour struck in the organisation's time zone.</summary>
    /// <param name="hour">0 to 23.</param>
    public static DateTimeOffset LastNight(DateTimeOffset now, int hour, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(now, zone);
        var night = Instant(local.Date.AddHours(hour), zone);
        return night <= now ? night : Instant(local.Date.AddDays(-1).AddHours(hour), zone);
    }

    public static bool IsBackupDue(
        DateTimeOffset? lastGood,
        DateTimeOffset now,
        int hour,
        TimeZoneInfo zone
    ) => !(lastGood >= LastNight(now, hour, zone));

    public static bool IsDrillDue(DateTimeOffset? last, DateTimeOffset now) =>
        !(last > now - BetweenDrills);

    public static bool IsAlarming(DateTimeOffset? lastGood, DateTimeOffset now) =>
        !(lastGood > now - Alarm);

    // An hour that the change to summer time leaves out strikes one later.
    private static DateTimeOffset Instant(DateTime local, TimeZoneInfo zone)
    {
        var struck = zone.IsInvalidTime(local) ? local.AddHours(1) : local;
        return new(struck, zone.GetUtcOffset(struck));
    }
}
