using System.Globalization;

namespace Lms.Web.Features.Shared.Attending;

public static class SessionClock
{
    /// <summary>«1:04:09» or «4:09» since the doors opened.</summary>
    public static string Of(long moment)
    {
        var span = TimeSpan.FromMilliseconds(moment);
        return span.TotalHours >= 1
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{(int)span.TotalHours}:{span.Minutes:00}:{span.Seconds:00}"
            )
            : string.Create(CultureInfo.InvariantCulture, $"{span.Minutes}:{span.Seconds:00}");
    }
}
