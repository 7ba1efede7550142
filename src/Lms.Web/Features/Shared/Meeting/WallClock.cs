namespace Lms.Web.Features.Shared.Meeting;

/// <summary>Hours as the clock on the wall shows them, through the changes to and from summer time.</summary>
public static class WallClock
{
    public static DateTime At(DateTimeOffset instant, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(instant, zone).DateTime;

    /// <summary>
    /// The instant of an hour on the wall: the first one where the clock shows it twice; null where it
    /// is leapt over.
    /// </summary>
    public static DateTimeOffset? InstantOf(DateTime wall, TimeZoneInfo zone)
    {
        var local = DateTime.SpecifyKind(wall, DateTimeKind.Unspecified);
        if (zone.IsInvalidTime(local))
        {
            return null;
        }

        var offset = zone.IsAmbiguousTime(local)
            ? zone.GetAmbiguousTimeOffsets(local).Max()
            : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>The same hour so many days later; an hour on where there is none.</summary>
    public static DateTimeOffset AfterDays(DateTimeOffset instant, int days, TimeZoneInfo zone)
    {
        var wall = At(instant, zone).AddDays(days);
        return InstantOf(wall, zone) ?? InstantOf(wall.AddHours(1), zone)!.Value;
    }
}
